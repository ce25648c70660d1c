/** An element of a document: text stands among its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const TOKENS =
  /<\?xml [^?]*\?>|<\/(?<end>[\w:-]+)>|<(?<start>[\w:-]+)(?<attributes>(?:\s+[\w:-]+="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)|(?<bad><)/g;

/** Reads the XML that a program of ours writes; throws at whatever a real reader would refuse. */
export function readXml(text: string): XmlElement {
  const tokens = text.matchAll(TOKENS);
  const top: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  };
  const open = [top];
  for (const { groups = {}, index } of tokens) {
    const here = open.at(-1)!;
    if (groups.bad) throw new Error(`No element begins at ${index}: ${text.slice(index, index + 40)}`);
    if (groups.text?.trim()) here.children.push(decode(groups.text));
    if (groups.end && open.pop()?.name !== groups.end) throw new Error(`</${groups.end}> closes nothing at ${index}`);
    if (!groups.start) continue;
    const attributes: Record<string, string> = {};
    for (const [, name, value] of (groups.attributes ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (name! in attributes) throw new Error(`The attribute ${name} is given twice at ${index}`);
      attributes[name!] = decode(value!);
    }
    const element = { name: groups.start, attributes, children: [] };
    here.children.push(element);
    if (!groups.empty) open.push(element);
  }
  const [root, ...more] = top.children;
  if (open.length !== 1 || !root || typeof root === 'string' || more.length > 0)
    throw new Error('No single root element');
  return root;
}

function decode(text: string): string {
  if (/[^\P{Cc}\t\n\r]/u.test(text)) throw new Error('A character that XML forbids');
  return text.replace(/&(?:#(\d+)|(\w*));?/g, (whole, code: string | undefined, name: string) => {
    if (code) return String.fromCodePoint(Number(code));
    const found = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (found === undefined) throw new Error(`No entity: ${whole}`);
    return found;
  });
}

/** The elements of a name below an element, in the order of the text. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsNamed(child, name)],
  );
}
