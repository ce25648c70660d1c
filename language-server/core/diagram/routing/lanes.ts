import type { Channel, Range } from './channels.ts';
import { sideBeside } from './line-order.ts';
import { alongOf, borderAt, type Line, type Run, rangeOf, reachOf, spanOf } from './lines.ts';
import { type Placeable, placeRuns } from './place-runs.ts';
import type { PlacedRun } from './untangle.ts';

const centre = ({ lo, hi }: Range): number => (lo + hi) / 2;
const clamp = (value: number, { lo, hi }: Range): number => Math.min(hi, Math.max(lo, value));

/**
 * Chooses the x of all vertical runs by where the horizontal ones are so far. Parallel straight lines share the border of
 * their boxes evenly, those in a channel its width, and the ends of others stand as near as can be to where they lead.
 */
export function placeVertical(lines: readonly Line[], pillWidth: (line: Line) => number): PlacedRun[] {
  const items: PlacedRun[] = [];
  const shared = new Map([...sharers(lines, 'v'), ...spreadInChannels(lines)]);
  for (const line of lines) {
    line.runs.forEach((run, i) => {
      if (run.axis !== 'v') return;
      const range = rangeOf(run);
      const wish = shared.get(run) ?? clamp(wishOf(line, i, range, pillWidth(line)), range);
      const { lo, hi } = reachOf(line, i);
      // Lines that come to a border from both sides would look like one when they met there.
      const span = { lo: lo - 2, hi: hi + 2 };
      items.push({ run, line, index: i, range, span, wish, room: 16 });
    });
  }
  placeRuns(items);
  return items;
}

/** Positions of runs in vertical channels, in an order in which few lines cross; those above each other share one. */
function spreadInChannels(lines: readonly Line[]): Map<Run, number> {
  const clusters = createClusters<Channel, Lane & { run: Run }>();
  for (const line of lines) {
    line.runs.forEach((run, i) => {
      if (run.axis !== 'v' || run.channels.length === 0) return;
      clusters.add(run.channels, { ...laneOf(line, i, 0), run, span: reachOf(line, i) });
    });
  }
  const positions = new Map<Run, number>();
  for (const lanes of clusters.all()) {
    const count = orderLanes(lanes);
    for (const { run, index } of lanes) {
      const { lo, hi } = rangeOf(run);
      positions.set(run, lo + ((hi - lo) * (index + 1)) / (count + 1));
    }
  }
  return positions;
}

/** Things that have a key in common, directly or through others. */
function createClusters<K, T>() {
  const clusterOf = new Map<K, { members: T[]; keys: K[] }>();
  return {
    add(keys: readonly K[], item: T): void {
      const present = new Set(keys.flatMap((key) => clusterOf.get(key) ?? []));
      const [largest, ...others] = [...present].sort((a, b) => b.members.length - a.members.length);
      const cluster = largest ?? { members: [], keys: [] };
      for (const other of others) {
        cluster.members.push(...other.members);
        for (const key of other.keys) clusterOf.set(key, cluster);
        cluster.keys.push(...other.keys);
      }
      cluster.members.push(item);
      for (const key of keys) {
        if (clusterOf.get(key) === cluster) continue;
        clusterOf.set(key, cluster);
        cluster.keys.push(key);
      }
    },
    all: (): T[][] => [...new Set(clusterOf.values())].map(({ members }) => members),
  };
}

/** Near to where a run leads; the first of a line that turns leaves its pill room on the way there. */
function wishOf(line: Line, i: number, range: Range, pill: number): number {
  const leads = leadsTo(line, i);
  if (leads === undefined) return centre(range);
  const isPilled = line.runs.length === 2 || (i === 0 && line.runs[1]!.channels.length > 0);
  if (!isPilled || (range.lo <= leads && leads <= range.hi && line.runs.length > 2)) return leads;
  return leads + Math.sign(centre(range) - leads) * (pill + 46);
}

/** Where a run that ends at a box leads: the middle of the next parallel run. */
function leadsTo(line: Line, i: number): number | undefined {
  const { runs } = line;
  if (i === 0 && runs.length > 2) return runs[2]!.middle;
  if (i === runs.length - 1 && runs.length > 2) return runs[i - 2]!.middle;
  // Two runs: the other one ends at a border.
  if (runs.length === 2) return borderAt(i === 0 ? line.end : line.start);
  return undefined;
}

/** Positions of straight lines between two boxes, spread over what both borders have in common. */
function sharers(lines: readonly Line[], axis: 'h' | 'v'): Map<Run, number> {
  const parallel = new Map<string, Run[]>();
  for (const { runs, start, end } of lines) {
    const [run] = runs;
    if (runs.length !== 1 || run!.axis !== axis) continue;
    const key = [start.box.id, end.box.id].sort().join(' ');
    const present = parallel.get(key);
    if (present) present.push(run!);
    else parallel.set(key, [run!]);
  }
  const positions = new Map<Run, number>();
  for (const runs of parallel.values()) {
    runs.forEach((run, i) => {
      const { lo, hi } = rangeOf(run);
      positions.set(run, lo + ((hi - lo) * (i + 1)) / (runs.length + 1));
    });
  }
  return positions;
}

/** How many vertical runs each channel carries: its width follows. */
export function countLanes(lines: readonly Line[]): Map<Channel, number> {
  const counts = new Map<Channel, number>();
  for (const { runs } of lines) {
    for (const { axis, channels } of runs) {
      if (axis === 'v') for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    }
  }
  return counts;
}

/** A line, or the pill of one that only crosses a channel, on a lane of a horizontal channel. */
export interface Lane {
  /** The run whose y the lane gives; none for a pill alone. */
  readonly run?: Run;
  readonly line: Line;
  /** Which of its line's runs it is. */
  readonly at: number;
  /** What of the channel's length it takes up, its pill included. */
  readonly span: Range;
  /** The line itself, and where its ends go up (-1) or down (1). */
  readonly extent: Range;
  readonly ends: readonly { readonly at: number; readonly turn: number }[];
  /** Counted from the top. */
  index: number;
}

/** The lane of a run in a channel, the places of its neighbours being chosen; its pill has the middle. */
export function laneOf(line: Line, i: number, pill: number): Lane {
  const run = line.runs[i]!;
  const extent = spanOf(line, i);
  const here = run.middle;
  const ends: { at: number; turn: number }[] = [];
  for (const j of [i - 1, i + 1]) {
    const next = line.runs[j];
    if (!next) continue;
    const { from, to } = alongOf(line, j);
    const there = j < i ? from : to;
    ends.push({ at: next.at, turn: Math.sign(there - here) });
  }
  const most = Math.max(extent.hi - extent.lo, pill);
  const middle = centre(extent);
  return { run, line, at: i, extent, ends, span: { lo: middle - most / 2 - 6, hi: middle + most / 2 + 6 }, index: 0 };
}

/** Orders lanes so that few lines cross, and numbers them so that those side by side share one. Answers how many. */
export function orderLanes(lanes: Lane[]): number {
  const list = inOrder(lanes);
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
  list.forEach((lane, i) => {
    lane.index = 0;
    for (const before of list.slice(0, i)) {
      if (overlap(before.span, lane.span)) lane.index = Math.max(lane.index, before.index + 1);
    }
    count = Math.max(count, lane.index + 1);
  });
  return count;
}

/** Lanes in the order that the turns of their lines ask for, pair by pair as far as that can be. */
function inOrder(lanes: readonly Lane[]): Lane[] {
  const ranked = lanes.map((lane, i) => ({ lane, i, score: 0 }));
  for (const a of ranked) {
    for (const b of ranked.slice(a.i + 1)) {
      const isPair = a.lane.run && b.lane.run && overlap(a.lane.span, b.lane.span);
      if (!isPair) continue;
      const side = sideBeside(a.lane.line, a.lane.at, b.lane.line, b.lane.at);
      a.score += side;
      b.score -= side;
    }
  }
  return ranked.sort((a, b) => a.score - b.score || a.i - b.i).map(({ lane }) => lane);
}

const overlap = (a: Range, b: Range): boolean => a.lo < b.hi && b.lo < a.hi;
const holds = ({ lo, hi }: Range, at: number): boolean => lo < at && at < hi;

/** How often two lines of a channel cross when one lies above the other. */
function crossings(above: Lane, below: Lane): number {
  let count = 0;
  for (const { at, turn } of above.ends) if (turn > 0 && holds(below.extent, at)) count++;
  for (const { at, turn } of below.ends) if (turn < 0 && holds(above.extent, at)) count++;
  return count;
}

/** Chooses the y of horizontal runs outside channels: of ends at the sides of boxes. `others` are placed already. */
export function placeSides(lines: readonly Line[], isPlaced: (run: Run) => boolean): void {
  const shared = sharers(lines, 'h');
  const items: Placeable[] = [];
  const fixed: Placeable[] = [];
  for (const line of lines) {
    line.runs.forEach((run, i) => {
      if (run.axis !== 'h') return;
      const span = spanOf(line, i);
      if (isPlaced(run)) {
        const room = { lo: run.at - 7, hi: run.at + 7 };
        fixed.push({ run, range: room, span, wish: run.at, room: 5 });
        return;
      }
      const range = rangeOf(run);
      const wish = shared.get(run) ?? clamp(leadsTo(line, i) ?? centre(range), range);
      items.push({ run, range, span, wish, room: line.runs.length === 1 ? 26 : 16 });
    });
  }
  // Lanes of two channels that meet in one gutter may be at one height: the second steps aside.
  placeRuns([...fixed, ...items]);
}
