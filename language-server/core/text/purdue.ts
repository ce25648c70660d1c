/** Purdue levels, the lowest first, as a reader takes them in at a glance: `0–1`; empty for none. */
export function levelSpan(levels: readonly number[]): string {
  const [low, high] = [levels[0], levels.at(-1)];
  return low === high ? String(low ?? '') : `${low}–${high}`;
}
