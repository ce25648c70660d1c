/** `tag.class` with what it must not be; an empty tag is any. */
interface Compound {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly not: readonly string[];
}

interface Rule {
  /** From the element itself outwards, each with how it stands to the one before: right around it, or anywhere. */
  readonly steps: readonly { readonly compound: Compound; readonly isParent: boolean }[];
  readonly weight: number;
  readonly declarations: readonly (readonly [name: string, value: string])[];
}

interface Node {
  readonly tag: string;
  readonly classes: readonly string[];
  /** The same for all elements that look alike. */
  readonly key: string;
  readonly parent: Node | undefined;
}

const TAG = /<(\/?)(\w+)((?: [\w:-]+="[^"]*")*)(\/?)>/g;
const CLASS = / class="([^"]*)"/;
/** What only the page of the preview reads. */
const PAGE_ONLY = / (?:class|data-\w+)="[^"]*"/g;

/**
 * Markup with attributes in place of a stylesheet, which office suites and simple renderers read hardly anything of.
 * What the sheet hides is left out. It knows what the picture's own sheet and markup use of CSS and XML, and no more:
 * selectors of a tag, classes and `:not(.class)`, joined by a space or `>`.
 */
export function inlineStyle(markup: string, sheet: string): string {
  const rules = parseSheet(sheet);
  const known = new Map<string, string | undefined>();
  let around: Node | undefined;
  return markup.replace(TAG, (tag, isEnd: string, name: string, attributes: string, isEmpty: string) => {
    if (isEnd) {
      around = around?.parent;
      return tag;
    }
    const classes = CLASS.exec(attributes)?.[1] ?? '';
    const key = `${around?.key ?? ''}/${name} ${classes}`;
    const node: Node = { tag: name, classes: classes.split(' '), key, parent: around };
    if (!known.has(key)) known.set(key, styleOf(node, rules));
    const style = known.get(key);
    if (isEmpty) {
      if (style === undefined) return '';
    } else around = node;
    return `<${name}${attributes.replace(PAGE_ONLY, '')}${style ?? ''}${isEmpty}>`;
  });
}

/** The style of an element as attributes; undefined for one that nothing is seen of. */
function styleOf(node: Node, rules: readonly Rule[]): string | undefined {
  const style = new Map<string, string>();
  for (const { steps, declarations } of rules) {
    if (!fits(node, steps)) continue;
    for (const [name, value] of declarations) style.set(name, value);
  }
  const isBare = style.get('fill') === 'none' && (style.get('stroke') ?? 'none') === 'none';
  if (isBare || style.get('visibility') === 'hidden') return undefined;
  let text = '';
  for (const [name, value] of style) {
    if (name !== 'pointer-events' && name !== 'visibility') text += ` ${name}="${value}"`;
  }
  return text;
}

function fits(node: Node | undefined, steps: Rule['steps'], at = 0): boolean {
  const step = steps[at];
  if (!step) return true;
  for (let next = node; next; next = next.parent) {
    if (isOf(next, step.compound) && fits(next.parent, steps, at + 1)) return true;
    if (step.isParent) return false;
  }
  return false;
}

function isOf({ tag, classes }: Node, compound: Compound): boolean {
  return (
    (compound.tag === '' || compound.tag === tag) &&
    compound.classes.every((name) => classes.includes(name)) &&
    !compound.not.some((name) => classes.includes(name))
  );
}

/** The rules of a sheet, those that prevail last. */
function parseSheet(sheet: string): Rule[] {
  const rules = [...sheet.matchAll(/([^{}]+)\{([^}]*)\}/g)].flatMap(([, selectors, body]) => {
    const declarations = body!
      .split(';')
      .filter(Boolean)
      .map((declaration) => {
        const colon = declaration.indexOf(':');
        const value = declaration.slice(colon + 1).trim();
        return [declaration.slice(0, colon).trim(), value.replace(/^([\d.]+)px$/, '$1')] as const;
      });
    return selectors!.split(',').map((selector) => ({ ...parseSelector(selector.trim()), declarations }));
  });
  return rules.sort((a, b) => a.weight - b.weight);
}

function parseSelector(selector: string): Pick<Rule, 'steps' | 'weight'> {
  const parts = selector.split(/\s*(>)\s*|\s+/).filter((part) => part !== undefined);
  const steps: Rule['steps'][number][] = [];
  let weight = 0;
  // The element itself must be the one that is asked about, hence `isParent`.
  let isParent = true;
  for (const part of parts.reverse()) {
    if (part === '>') {
      isParent = true;
      continue;
    }
    const not = [...part.matchAll(/:not\(\.([\w-]+)\)/g)].map(([, name]) => name!);
    const plain = part.replace(/:not\([^)]*\)/g, '');
    const classes = [...plain.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);
    const tag = /^\w+/.exec(plain)?.[0] ?? '';
    steps.push({ compound: { tag, classes, not }, isParent });
    weight += 100 * (classes.length + not.length) + (tag ? 1 : 0);
    isParent = false;
  }
  return { steps, weight };
}
