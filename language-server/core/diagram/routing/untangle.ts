import type { Channel } from './channels.ts';
import { type Line, spanOf } from './lines.ts';
import type { Placeable } from './place-runs.ts';

/** A vertical run with its place, and which one of its line it is. */
export interface PlacedRun extends Placeable {
  readonly line: Line;
  readonly index: number;
}

const PASSES = 6;
/** Two runs change places only where both then keep this distance from all others, in pixels. */
const LEAST_ROOM = 4;

/**
 * Lets neighbours that run in one channel, or end at one border, change places where their lines then cross each other
 * less often. All places must be chosen; answers how many have changed.
 */
export function untangle(items: readonly PlacedRun[]): number {
  const others = createIndex(items);
  let changes = 0;
  for (const neighbours of neighboursIn(items)) {
    for (let pass = 0, changed = true; changed && pass < PASSES; pass++) {
      changed = false;
      neighbours.sort((a, b) => a.run.at - b.run.at);
      for (let i = 0; i + 1 < neighbours.length; i++) {
        const [a, b] = [neighbours[i]!, neighbours[i + 1]!];
        if (a.line === b.line || !fits(a, b.run.at) || !fits(b, a.run.at)) continue;
        const before = crossings(a.line, b.line);
        if (before === 0) continue;
        exchange(a, b);
        if (crossings(a.line, b.line) < before && others.isFree(a, b) && others.isFree(b, a)) {
          others.exchanged(a, b);
          neighbours[i] = b;
          neighbours[i + 1] = a;
          changed = true;
          changes++;
        } else exchange(a, b);
      }
    }
  }
  return changes;
}

const fits = ({ range }: PlacedRun, at: number): boolean => range.lo <= at && at <= range.hi;

/** Runs of one channel, and those that end at one side of a box. */
function neighboursIn(items: readonly PlacedRun[]): PlacedRun[][] {
  const found = new Map<unknown, PlacedRun[]>();
  const add = (key: unknown, item: PlacedRun): void => {
    const present = found.get(key);
    if (present) present.push(item);
    else found.set(key, [item]);
  };
  for (const item of items) {
    const { run, line, index } = item;
    for (const channel of run.channels as readonly Channel[]) add(channel, item);
    for (const [port, at] of [
      [line.start, 0],
      [line.end, line.runs.length - 1],
    ] as const) {
      if (index === at) add(`${port.side} ${port.inner} ${port.box.id}`, item);
    }
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

/** How often two lines cross. */
function crossings(a: Line, b: Line): number {
  return crossingsOver(a, b) + crossingsOver(b, a);
}

/** How often vertical runs of one line cross horizontal ones of another. */
function crossingsOver(a: Line, b: Line): number {
  let count = 0;
  for (let i = 0; i < a.runs.length; i++) {
    const upright = a.runs[i]!;
    if (upright.axis !== 'v') continue;
    const { lo, hi } = spanOf(a, i);
    for (let j = 0; j < b.runs.length; j++) {
      const level = b.runs[j]!;
      if (level.axis !== 'h' || level.at <= lo || level.at >= hi) continue;
      const across = spanOf(b, j);
      if (across.lo < upright.at && upright.at < across.hi) count++;
    }
  }
  return count;
}

function exchange({ run: a }: PlacedRun, { run: b }: PlacedRun): void {
  [a.at, b.at] = [b.at, a.at];
}

/** All runs by where they are. */
function createIndex(items: readonly PlacedRun[]) {
  const cells = new Map<number, PlacedRun[]>();
  const cellOf = (at: number): number => Math.floor(at / LEAST_ROOM);
  for (const item of items) {
    const present = cells.get(cellOf(item.run.at));
    if (present) present.push(item);
    else cells.set(cellOf(item.run.at), [item]);
  }
  const replace = (at: number, item: PlacedRun, by: PlacedRun): void => {
    const cell = cells.get(cellOf(at))!;
    cell[cell.indexOf(item)] = by;
  };
  return {
    /** To be told of two that have taken each other's place. */
    exchanged(a: PlacedRun, b: PlacedRun): void {
      if (cellOf(a.run.at) === cellOf(b.run.at)) return;
      replace(a.run.at, b, a);
      replace(b.run.at, a, b);
    },
    isFree({ run, span }: PlacedRun, except: PlacedRun): boolean {
      for (let cell = cellOf(run.at) - 1; cell <= cellOf(run.at) + 1; cell++) {
        for (const other of cells.get(cell) ?? []) {
          if (other.run === run || other === except || Math.abs(other.run.at - run.at) >= LEAST_ROOM) continue;
          if (other.span.lo < span.hi && span.lo < other.span.hi) return false;
        }
      }
      return true;
    },
  };
}
