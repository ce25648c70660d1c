import type { Channel, Range } from './channels.ts';
import { type Placeable, placeRuns } from './place-runs.ts';
import { alongOf, borderAt, type Run, rangeOf, reachOf, spanOf, type Wire } from './wires.ts';

const centre = ({ lo, hi }: Range): number => (lo + hi) / 2;
const clamp = (value: number, { lo, hi }: Range): number => Math.min(hi, Math.max(lo, value));

/**
 * Chooses the x of all vertical runs. Parallel straight lines share the border of their boxes evenly, those in a channel
 * its width, and the ends of others stand as near as can be to where they lead.
 */
export function placeVertical(wires: readonly Wire[], pillWidth: (wire: Wire) => number): void {
  const items: Placeable[] = [];
  const shared = sharers(wires, 'v');
  for (const wire of wires) {
    wire.runs.forEach((run, i) => {
      if (run.axis !== 'v') return;
      const range = rangeOf(run);
      const wish = shared.get(run) ?? clamp(wishOf(wire, i, range, pillWidth(wire)), range);
      items.push({ run, range, span: reachOf(wire, i), wish, room: 16 });
    });
  }
  placeRuns(items);
}

/** Near to where a run leads; the first of a line that turns leaves its pill room on the way there. */
function wishOf(wire: Wire, i: number, range: Range, pill: number): number {
  const leads = leadsTo(wire, i);
  if (leads === undefined) return centre(range);
  const isPilled = wire.runs.length === 2 || (i === 0 && wire.runs[1]!.channels.length > 0);
  if (!isPilled || (range.lo <= leads && leads <= range.hi && wire.runs.length > 2)) return leads;
  return leads + Math.sign(centre(range) - leads) * (pill + 46);
}

/** Where a run that ends at a box leads: the middle of the next parallel run. */
function leadsTo(wire: Wire, i: number): number | undefined {
  const { runs } = wire;
  if (i === 0 && runs.length > 2) return centre(rangeOf(runs[2]!));
  if (i === runs.length - 1 && runs.length > 2) return centre(rangeOf(runs[i - 2]!));
  // Two runs: the other one ends at a box.
  if (runs.length === 2) {
    const other = i === 0 ? wire.end : wire.start;
    if (other.inner) return borderAt(other);
    return runs[i]!.axis === 'v' ? other.box.x + other.box.w / 2 : other.box.y + other.box.h / 2;
  }
  return undefined;
}

/** Positions of runs that share their limits: straight lines between two boxes, and tracks of a channel. */
function sharers(wires: readonly Wire[], axis: 'h' | 'v'): Map<Run, number> {
  const groups = new Map<string, { run: Run; lean: number }[]>();
  const names = new Map<unknown, number>();
  const nameOf = (thing: unknown): number => {
    if (!names.has(thing)) names.set(thing, names.size);
    return names.get(thing)!;
  };
  for (const wire of wires) {
    wire.runs.forEach((run, i) => {
      if (run.axis !== axis) return;
      const isStraight = wire.runs.length === 1;
      if (!isStraight && run.channels.length === 0) return;
      const ends = [nameOf(wire.start.box), nameOf(wire.end.box)].sort((a, b) => a - b);
      const key = isStraight ? `s ${ends}` : `c ${run.channels.map(nameOf)}`;
      const group = groups.get(key) ?? [];
      group.push({ run, lean: isStraight ? 0 : leanOf(wire, i) });
      groups.set(key, group);
    });
  }
  const positions = new Map<Run, number>();
  for (const group of groups.values()) {
    group.sort((a, b) => a.lean - b.lean);
    group.forEach(({ run }, i) => {
      const { lo, hi } = rangeOf(run);
      positions.set(run, lo + ((hi - lo) * (i + 1)) / (group.length + 1));
    });
  }
  return positions;
}

/** To which side a run's neighbours go: negative to the left or up. */
function leanOf(wire: Wire, i: number): number {
  const here = centre(rangeOf(wire.runs[i]!));
  const side = (j: number, port: 'start' | 'end'): number => {
    const box = wire[port].box;
    const there =
      wire.runs[j] !== undefined
        ? centre(rangeOf(wire.runs[j]!))
        : wire.runs[i]!.axis === 'v'
          ? box.x + box.w / 2
          : box.y + box.h / 2;
    return Math.sign(there - here) * (1 - 1 / (1 + Math.abs(there - here)));
  };
  return side(i - 2, 'start') + side(i + 2, 'end');
}

/** How many vertical runs each channel carries: its width follows. */
export function countTracks(wires: readonly Wire[]): Map<Channel, number> {
  const counts = new Map<Channel, number>();
  for (const { runs } of wires) {
    for (const { axis, channels } of runs) {
      if (axis === 'v') for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    }
  }
  return counts;
}

/** A line, or the pill of one that only crosses a channel, on a track of a horizontal channel. */
export interface Track {
  /** The run whose y the track gives; none for a pill alone. */
  readonly run?: Run;
  readonly wire: Wire;
  /** What of the channel's length it takes up, its pill included. */
  readonly span: Range;
  /** The line itself, and where its ends go up (-1) or down (1). */
  readonly line: Range;
  readonly ends: readonly { readonly at: number; readonly way: number }[];
  /** Counted from the top. */
  index: number;
}

/** The tracks of a horizontal channel for its runs, the x of all vertical runs being chosen. */
export function trackOf(wire: Wire, i: number, pill: number): Track {
  const run = wire.runs[i]!;
  const line = spanOf(wire, i);
  const here = centre(rangeOf(run));
  const ends: { at: number; way: number }[] = [];
  for (const j of [i - 1, i + 1]) {
    const next = wire.runs[j];
    if (!next) continue;
    const { from, to } = alongOf(wire, j);
    const there = j < i ? from : to;
    ends.push({ at: next.at, way: Math.sign(there - here) });
  }
  const most = Math.max(line.hi - line.lo, pill);
  const middle = centre(line);
  return { run, wire, line, ends, span: { lo: middle - most / 2 - 6, hi: middle + most / 2 + 6 }, index: 0 };
}

/** Orders tracks so that few lines cross, and numbers them so that those side by side share one. Answers how many. */
export function orderTracks(tracks: Track[]): number {
  const lean = ({ ends }: Track) => ends.reduce((sum, { way }) => sum + way, 0);
  const ordered = tracks.map((track, i) => ({ track, i, lean: lean(track) }));
  ordered.sort((a, b) => a.lean - b.lean || a.i - b.i);
  const list = ordered.map(({ track }) => track);
  for (let pass = 0, changed = true; changed && pass < 12; pass++) {
    changed = false;
    for (let i = 0; i + 1 < list.length; i++) {
      const [a, b] = [list[i]!, list[i + 1]!];
      if (crossings(b, a) < crossings(a, b)) {
        list[i] = b;
        list[i + 1] = a;
        changed = true;
      }
    }
  }
  let count = 0;
  list.forEach((track, i) => {
    track.index = 0;
    for (const before of list.slice(0, i)) {
      if (overlap(before.span, track.span)) track.index = Math.max(track.index, before.index + 1);
    }
    count = Math.max(count, track.index + 1);
  });
  return count;
}

const overlap = (a: Range, b: Range): boolean => a.lo < b.hi && b.lo < a.hi;
const holds = ({ lo, hi }: Range, at: number): boolean => lo < at && at < hi;

/** How often two lines of a channel cross when one lies above the other. */
function crossings(above: Track, below: Track): number {
  let count = 0;
  for (const { at, way } of above.ends) if (way > 0 && holds(below.line, at)) count++;
  for (const { at, way } of below.ends) if (way < 0 && holds(above.line, at)) count++;
  return count;
}

/** Chooses the y of horizontal runs outside channels: of ends at the sides of boxes. `others` are placed already. */
export function placeSides(wires: readonly Wire[], isPlaced: (run: Run) => boolean): void {
  const shared = sharers(wires, 'h');
  const items: Placeable[] = [];
  const fixed: Placeable[] = [];
  for (const wire of wires) {
    wire.runs.forEach((run, i) => {
      if (run.axis !== 'h') return;
      const span = spanOf(wire, i);
      if (isPlaced(run)) {
        const room = { lo: run.at - 7, hi: run.at + 7 };
        fixed.push({ run, range: room, span, wish: run.at, room: 5 });
        return;
      }
      const range = rangeOf(run);
      const wish = shared.get(run) ?? clamp(leadsTo(wire, i) ?? centre(range), range);
      items.push({ run, range, span, wish, room: wire.runs.length === 1 ? 26 : 16 });
    });
  }
  // Tracks of two channels that meet in one gutter may be at one height: the second steps aside.
  placeRuns([...fixed, ...items]);
}
