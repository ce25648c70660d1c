import type { Query } from '../../engine/query.ts';

/** What the library has instead of a requirement that it does not have. */
export type Neighbours =
  | { readonly kind: 'group'; readonly group: string; readonly first: string; readonly last: string }
  | { readonly kind: 'control'; readonly control: string; readonly enhancements: readonly string[] };

/**
 * The requirements around one that the library does not have: the enhancements of its control, else the first and the
 * last of its group. Undefined for what is no requirement, and for a group that there is not.
 */
export function neighboursOf(query: Query, name: string): Neighbours | undefined {
  const [, control, group] = /^(([A-Z]+ \d+)\.\d+)(?: RE\(\d+\))?$/.exec(name) ?? [];
  if (control === undefined || group === undefined) return undefined;
  const names = query.libraryCandidates('control').map((candidate) => candidate.name);
  if (control !== name && names.includes(control)) {
    const begin = `${control} RE`;
    const enhancements = names.filter((each) => each.startsWith(begin)).map((each) => each.slice(control.length + 1));
    return { kind: 'control', control, enhancements };
  }
  const numberOf = (each: string) => Number(each.slice(group.length + 1));
  const numbers = names.filter((each) => each.startsWith(`${group}.`) && !each.includes('RE')).map(numberOf);
  if (numbers.length === 0) return undefined;
  return {
    kind: 'group',
    group,
    first: `${group}.${Math.min(...numbers)}`,
    last: `${group}.${Math.max(...numbers)}`,
  };
}
