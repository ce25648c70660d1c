/** A chain of names is followed no further than this; no plant's is longer, and `cyclic-reference` tells of one that is. */
export const LONGEST_CHAIN = 100;

/** What stands in a chain, the nearest first; a ring ends where it closes. */
export function chainFrom<T>(start: T | undefined, next: (member: T) => T | undefined): T[] {
  const chain = new Set<T>();
  for (let member = start; member !== undefined && !chain.has(member) && chain.size <= LONGEST_CHAIN; ) {
    chain.add(member);
    member = next(member);
  }
  return [...chain];
}
