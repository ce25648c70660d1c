import { SIZE } from '../layout/boxes.ts';
import type { VisibleConduit } from '../model/visible.ts';
import type { Axis, Channel, Range } from './channels.ts';
import type { Port, Route } from './route.ts';

/** A straight part of a line. Where it lies across its direction is chosen within limits that follow the boxes. */
export interface Run {
  readonly axis: Axis;
  /** All of these must hold: borders that it starts or ends at, channels that it runs in, zones it leaves downwards. */
  readonly limits: readonly (() => Range)[];
  readonly channels: readonly Channel[];
  /** The x of a vertical run, the y of a horizontal one. */
  at: number;
  /** The middle of where it may be, when it was last asked for. */
  middle: number;
}

/** A line as runs that take turns in direction. */
export interface Line {
  readonly conduit: VisibleConduit;
  /** Its place among all. */
  readonly order: number;
  readonly start: Port;
  readonly end: Port;
  runs: Run[];
  /** Horizontal channels that it runs in or crosses: one of them has room for its label. */
  readonly crossed: readonly Channel[];
  /** The vertical channel that it crosses where it is one horizontal line. */
  readonly between?: Channel;
}

/** Room between a line and the corner of a box, and between a line and the sides of its channel. */
export const CORNER_ROOM = 12;
/** As the first, for lines that go out through a border: the gutter beside it may be narrow. */
const BORDER_ROOM = 6;
const CHANNEL_ROOM = 7;

/** The runs of a route. */
export function lineOf(conduit: VisibleConduit, route: Route, order: number): Line {
  const { start, end, steps, channel, isStraight } = route;
  const runs: { axis: Axis; limits: (() => Range)[]; channels: Channel[] }[] = [];
  const run = (axis: Axis) => {
    if (runs.at(-1)?.axis !== axis) runs.push({ axis, limits: [], channels: [] });
    return runs.at(-1)!;
  };
  const along = (channel: Channel): void => {
    const current = run(channel.axis);
    if (current.channels.includes(channel)) return;
    current.channels.push(channel);
    current.limits.push(() => shrink(channel.across(), CHANNEL_ROOM));
  };
  const leave = (port: Port): void => {
    const limit = borderOf(port);
    const current = run(axisOf(port));
    if (limit) current.limits.push(limit);
  };
  leave(start);
  if (channel) {
    if (!isStraight) along(channel);
  } else {
    const [first] = steps;
    if (first!.axis !== axisOf(start)) along(first!.axis === 'h' ? first!.node.h! : first!.node.v!);
    for (let i = 1; i < steps.length; i++) {
      const [before, { node, axis }] = [steps[i - 1]!.node, steps[i]!];
      const shared = axis === 'h' ? node.h : node.v;
      if (shared && (axis === 'h' ? before.h : before.v) === shared) along(shared);
      else {
        const { through } = before.links.find(({ to }) => to === node)!;
        const current = run(axis);
        if (axis === 'v') current.limits.push(() => shrink({ lo: through.x, hi: through.x + through.w }, BORDER_ROOM));
      }
    }
    const last = steps.at(-1)!;
    if (last.axis !== axisOf(end)) along(last.axis === 'h' ? last.node.h! : last.node.v!);
  }
  leave(end);
  const crossed = channel ? [channel] : steps.flatMap(({ node }) => node.h ?? []);
  return {
    conduit,
    order,
    start,
    end,
    runs: runs.map((made) => ({ ...made, at: 0, middle: 0 })),
    crossed: crossed.filter(({ axis }) => axis === 'h'),
    between: channel?.axis === 'v' ? channel : undefined,
  };
}

/** The direction of the run that a port begins. */
export const axisOf = ({ side }: Port): Axis => (side === 'top' || side === 'bottom' ? 'v' : 'h');

/** Where along its border a port may be. One inside at the left or right is wherever its channel ends. */
function borderOf({ box, side, inner }: Port): (() => Range) | undefined {
  if (side === 'top' || side === 'bottom') return () => shrink({ lo: box.x, hi: box.x + box.w }, CORNER_ROOM);
  if (inner) return undefined;
  return () => {
    const low = box.h > SIZE.header + 30 ? SIZE.header + 8 : 8;
    return { lo: box.y + low, hi: box.y + box.h - 8 };
  };
}

/** The position along its direction at which a port's run starts or ends. */
export function borderAt({ box, side }: Port): number {
  switch (side) {
    case 'top':
      return box.y;
    case 'bottom':
      return box.y + box.h;
    case 'left':
      return box.x;
    case 'right':
      return box.x + box.w;
  }
}

function shrink({ lo, hi }: Range, by: number): Range {
  const least = Math.min(by, (hi - lo) / 2);
  return { lo: lo + least, hi: hi - least };
}

/** Where a run may be now; where its limits leave nothing, the middle between them. */
export function rangeOf({ limits }: Run): Range {
  let lo = Number.NEGATIVE_INFINITY;
  let hi = Number.POSITIVE_INFINITY;
  for (const limit of limits) {
    const range = limit();
    lo = Math.max(lo, range.lo);
    hi = Math.min(hi, range.hi);
  }
  if (lo <= hi) return { lo, hi };
  return { lo: (lo + hi) / 2, hi: (lo + hi) / 2 };
}

const mergedRange = (a: Run, b: Run): number => {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return Math.min(x.hi, y.hi) - Math.max(x.lo, y.lo);
};

/**
 * Takes out bends that need not be: a vertical run, a way along a gutter and a vertical run become one where the
 * borders and channels of both leave room for a straight line. To be called when the x of all boxes is known.
 */
export function straighten(lines: readonly Line[]): void {
  const merged = new Map<Channel, number>();
  for (const line of lines) straightenOne(line, merged);
}

/** What each straight line leaves to the next where channels have little in common. */
const STRAIGHT_ROOM = 2;

/** `mergedIn` counts the lines made straight in each channel. */
function straightenOne(line: Line, mergedIn: Map<Channel, number>): void {
  for (let i = 1; i + 1 < line.runs.length; ) {
    const [before, between, after] = [line.runs[i - 1]!, line.runs[i]!, line.runs[i + 1]!];
    const channels = [...before.channels, ...after.channels];
    const others = Math.max(0, ...channels.map((channel) => mergedIn.get(channel) ?? 0));
    const room = 2 + STRAIGHT_ROOM * others;
    if (between.axis === 'h' && isOnward(line, i) && mergedRange(before, after) >= room) {
      for (const channel of channels) mergedIn.set(channel, (mergedIn.get(channel) ?? 0) + 1);
      const merged = {
        axis: 'v' as const,
        limits: [...before.limits, ...after.limits],
        channels,
        at: 0,
        middle: 0,
      };
      line.runs.splice(i - 1, 3, merged);
    } else i++;
  }
}

/** True when a line goes on in the same direction after the run, so that it does not turn back. */
function isOnward(line: Line, i: number): boolean {
  const spanBefore = alongOf(line, i - 1);
  const spanAfter = alongOf(line, i + 1);
  return (spanBefore.to - spanBefore.from) * (spanAfter.to - spanAfter.from) > 0;
}

/** From where to where a run goes in its direction, as far as known: through the middles of its neighbours' limits. */
export function alongOf(line: Line, i: number): { from: number; to: number } {
  return {
    from: i === 0 ? borderAt(line.start) : line.runs[i - 1]!.middle,
    to: i === line.runs.length - 1 ? borderAt(line.end) : line.runs[i + 1]!.middle,
  };
}

/** The part of the plane in its direction that a run may take up, whatever is chosen for its neighbours. */
export function reachOf(line: Line, i: number): Range {
  const ends = [
    i === 0 ? border(line.start) : rangeOf(line.runs[i - 1]!),
    i === line.runs.length - 1 ? border(line.end) : rangeOf(line.runs[i + 1]!),
  ];
  return { lo: Math.min(...ends.map(({ lo }) => lo)), hi: Math.max(...ends.map(({ hi }) => hi)) };
}

/** Notes for all runs where the middle of their ranges is now. */
export function findMiddles(lines: readonly Line[]): void {
  for (const { runs } of lines) {
    for (const run of runs) {
      const { lo, hi } = rangeOf(run);
      run.middle = (lo + hi) / 2;
    }
  }
}

/** As `reachOf`, when the places of the neighbours are chosen. */
export function spanOf(line: Line, i: number): Range {
  const a = i === 0 ? borderAt(line.start) : line.runs[i - 1]!.at;
  const b = i === line.runs.length - 1 ? borderAt(line.end) : line.runs[i + 1]!.at;
  return { lo: Math.min(a, b), hi: Math.max(a, b) };
}

function border(port: Port): Range {
  const at = borderAt(port);
  return { lo: at, hi: at };
}
