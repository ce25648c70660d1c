import type { Range } from './channels.ts';
import type { Run } from './lines.ts';

/** A run to be placed across its direction. */
export interface Placeable {
  readonly run: Run;
  /** Where it may be. */
  readonly range: Range;
  /** What it covers in its direction. */
  readonly span: Range;
  /** Where it should be. */
  readonly wish: number;
  /** Room that it asks for to its neighbours when there is enough. */
  readonly room: number;
}

/** Room between neighbours, in pixels: as much as there is, and something always. */
const ROOMS = [16, 12, 9, 6, 4, 2.5, 1.5, 1];

/**
 * Sets `at` of all runs so that no two that cover a common part of their direction lie on each other. Each comes as near
 * to its wish as those placed before it let it; the least free come first.
 */
export function placeRuns(items: readonly Placeable[]): void {
  /** Those placed, by where they lie. */
  const placed: Placeable[] = [];
  const order = items.map((item, i) => ({ item, i, free: item.range.hi - item.range.lo }));
  order.sort((a, b) => a.free - b.free || a.i - b.i);
  for (const { item } of order) {
    const at = freePlace(item, positionsBeside(item, placed));
    item.run.at = at;
    placed.splice(
      firstAtOrAbove(placed.length, at, (i) => (placed[i] as Placeable).run.at),
      0,
      item,
    );
  }
}

/** Where those lie that share a part of an item's span, ascending. */
function positionsBeside({ span }: Placeable, placed: readonly Placeable[]): number[] {
  const positions: number[] = [];
  for (const other of placed) if (other.span.lo < span.hi && span.lo < other.span.hi) positions.push(other.run.at);
  return positions;
}

function freePlace({ range, wish, room }: Placeable, taken: readonly number[]): number {
  const start = Math.min(range.hi, Math.max(range.lo, wish));
  const isFree = (at: number, least: number) => distanceToNext(taken, at) >= least - 1e-6;
  for (const least of [room, ...ROOMS.filter((other) => other < room)]) {
    const step = Math.max(least > 2 ? 1 : 0.5, least / 4);
    if (isFree(start, least)) return start;
    for (let off = step; start - off >= range.lo || start + off <= range.hi; off += step) {
      if (start + off <= range.hi && isFree(start + off, least)) return start + off;
      if (start - off >= range.lo && isFree(start - off, least)) return start - off;
    }
  }
  return start;
}

/** How far the nearest of some ascending positions is; infinitely far where there is none. */
function distanceToNext(ascending: readonly number[], at: number): number {
  const next = firstAtOrAbove(ascending.length, at, (i) => ascending[i] as number);
  const above = next < ascending.length ? (ascending[next] as number) - at : Number.POSITIVE_INFINITY;
  const below = next > 0 ? at - (ascending[next - 1] as number) : Number.POSITIVE_INFINITY;
  return Math.min(above, below);
}

/** The index of the first of so many ascending positions that is no less than `at`; how many there are if none is. */
function firstAtOrAbove(count: number, at: number, position: (i: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (position(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
