import type { SystemHeader } from './system.ts';
import type { Unit } from './unit.ts';

/*
 * What a system says, in one form however it is written: the same for the same model, another one for any other. An
 * approval names its hash, so this form must not change for what could be said before. What is absent is left out, so
 * that a new member, which is absent in all models there are, changes nothing; a member that is renamed needs its old
 * name here.
 */

/** The version of the form; another one for a form that says the same in other words. */
export const CANONICAL_VERSION = 1;

/** What a hash of a model begins with. */
export const HASH_PREFIX = `sha256:${CANONICAL_VERSION}:`;

/**
 * A system in its canonical form: one line a declaration, in the order of their text. White space, comments, the order of
 * files, declarations and members, and in which file something stands make no difference; approvals are left out, since
 * they name the hash of this form.
 * @param units all of the system's (`canonicalUnit`), and none of others
 */
export function canonicalText(units: readonly CanonicalUnit[]): string {
  const lines = units.flatMap((unit) => unit.lines);
  // A system is named in each of its files: how many there are is not part of what it says.
  return [...new Set(lines)].sort(byCodeUnits).join('\n');
}

/** What a unit says, in that form. */
export interface CanonicalUnit {
  readonly lines: readonly string[];
  /** True where something in it cannot be read, so that it says more than the lines. */
  readonly broken: boolean;
}

/** A unit in that form. Units do not change, so it is worked out once, when somebody asks. */
export function canonicalUnit(unit: Unit): CanonicalUnit {
  let known = canonicalUnits.get(unit);
  if (!known) {
    known = { lines: [...headerLines(unit.system), ...declarationLines(unit)], broken: unit.broken };
    canonicalUnits.set(unit, known);
  }
  return known;
}

const canonicalUnits = new WeakMap<Unit, CanonicalUnit>();

/** What a header says of its system, the name apart. */
function headerLines(header: SystemHeader | undefined): string[] {
  if (!header) return [];
  const { name, settings: _, approvals: __, rules, ...said } = header;
  // Of several lines about one rule the last counts.
  const counting = [...new Map(rules.map((rule) => [rule.rule.text, rule])).values()];
  const settings = plain({ ...said, rules: counting }) as object;
  const line = (word: string, value: unknown) => `${word} ${JSON.stringify(value)}`;
  return [
    ...(name.value ? [line('system', name.value)] : []),
    ...(Object.keys(settings).length > 0 ? [line('settings', settings)] : []),
  ];
}

/** What a unit has that is no declaration. */
const NO_DECLARATIONS: ReadonlySet<string> = new Set([
  'system',
  'references',
  'problems',
  'broken',
  'suspected',
  'places',
]);

function declarationLines(unit: Unit): string[] {
  return Object.entries(unit)
    .filter(([list]) => !NO_DECLARATIONS.has(list))
    .flatMap(([list, items]) =>
      (items as readonly object[])
        .filter((item) => !isInside(item))
        .map((item) => `${list} ${JSON.stringify(nested(unit, list, item))}`),
    );
}

/** True for what stands in a zone or conduit, and is written with it. */
const isInside = (item: { readonly parent?: unknown; readonly zone?: unknown; readonly conduit?: unknown }): boolean =>
  [item.parent, item.zone, item.conduit].some((index) => typeof index === 'number' && index >= 0);

/** The lists of a unit that its elements name by index. */
const INDEXED = ['zones', 'assets', 'conduits', 'flows'] as const;

/** An element with what stands in it, which it names by index. */
function nested(unit: Unit, list: string, item: object): object {
  const said = plain(item) as Record<string, unknown>;
  if (list !== 'zones' && list !== 'conduits') return said;
  for (const inner of INDEXED) {
    const indexes = (item as Partial<Record<typeof inner, readonly number[]>>)[inner] ?? [];
    if (indexes.length > 0) said[inner] = inOrder(indexes.map((index) => nested(unit, inner, unit[inner][index]!)));
  }
  return sorted(said);
}

/** What is no part of what an element says: where it stands, what it is in, and what is worked out of that. */
const LEFT_OUT: ReadonlySet<string> = new Set(['at', 'whole', 'path', 'parent', 'zone', 'conduit', ...INDEXED]);

/** Lists whose order says something. */
const ORDERED: ReadonlySet<string> = new Set(['vector', 'likelihood', 'impact', 'values', 'baseline', 'range', 'pair']);

/** A value without places: a text or number as such, a reference as what it names. Undefined for what is absent. */
function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value
      .map((item) => plain(item, Array.isArray(item) ? 'pair' : ''))
      .filter((item) => item !== undefined);
    if (items.length === 0) return undefined;
    return ORDERED.has(key) ? items : inOrder(items);
  }
  if (typeof value !== 'object' || value === null) return value === false || value === null ? undefined : value;
  // What is written is said, `no` and 0 too.
  if ('value' in value && 'at' in value) return value.value;
  if ('sort' in value && 'text' in value) return { name: value.text };
  // What frameworks and protocols say beyond what is known stands under words of their own.
  if (key === 'facts') return Object.keys(value).length > 0 ? sorted(value) : undefined;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    // A comment, too, is no part of it.
    if (LEFT_OUT.has(name) || name.endsWith('At') || (name === 'doc' && typeof inner === 'string')) return [];
    const found = plain(inner, name);
    return found === undefined ? [] : [[name, found]];
  });
  return sorted(Object.fromEntries(entries));
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A list in the order of its items' texts. */
const inOrder = (items: readonly unknown[]): unknown[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, item]) => item);

/** An object with its members in the order of their names. */
const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b)));
