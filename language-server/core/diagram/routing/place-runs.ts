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
const CELL = 32;

/**
 * Sets `at` of all runs so that no two that cover a common part of their direction lie on each other. Each comes as near
 * to its wish as those placed before it let it; the least free come first.
 */
export function placeRuns(items: readonly Placeable[]): void {
  const placed = createPlaced();
  const order = items.map((item, i) => ({ item, i, free: item.range.hi - item.range.lo }));
  order.sort((a, b) => a.free - b.free || a.i - b.i);
  for (const { item } of order) {
    item.run.at = freePlace(item, placed);
    placed.add(item);
  }
}

interface Placed {
  add(item: Placeable): void;
  /** Those near a position that share a part of the span. */
  near(at: number, span: Range): readonly Placeable[];
}

/** Placed runs by position, for quick look-up. */
function createPlaced(): Placed {
  const cells = new Map<number, Placeable[]>();
  return {
    add(item) {
      const cell = Math.floor(item.run.at / CELL);
      const present = cells.get(cell);
      if (present) present.push(item);
      else cells.set(cell, [item]);
    },
    near(at, { lo, hi }) {
      const found: Placeable[] = [];
      const cell = Math.floor(at / CELL);
      for (let key = cell - 1; key <= cell + 1; key++) {
        for (const item of cells.get(key) ?? []) if (item.span.lo < hi && lo < item.span.hi) found.push(item);
      }
      return found;
    },
  };
}

function freePlace({ range, span, wish, room }: Placeable, placed: Placed): number {
  const start = Math.min(range.hi, Math.max(range.lo, wish));
  const isFree = (at: number, least: number) =>
    placed.near(at, span).every(({ run }) => Math.abs(run.at - at) >= least - 1e-6);
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
