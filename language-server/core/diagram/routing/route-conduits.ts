import { leastGuttersY, placeX, placeY } from '../layout/box-layout.ts';
import { type Box, eachBox, isStack, SIZE } from '../layout/boxes.ts';
import type { VisibleConduit } from '../model/visible.ts';
import { type Channel, channelGraph } from './channels.ts';
import { createRouteFinder, type FindRoute } from './find-route.ts';
import { countLanes, type Lane, laneOf, orderLanes, placeSides, placeVertical } from './lanes.ts';
import {
  axisOf,
  borderAt,
  CORNER_ROOM,
  findMiddles,
  type Line,
  lineOf,
  type Run,
  rangeOf,
  straighten,
} from './lines.ts';
import { type Pill, pillOf, placePill, uprightsOf } from './pills.ts';
import type { PlacedConduit, Point } from './placed-conduit.ts';
import { untangle } from './untangle.ts';

/** From one lane of a channel to the next: a pill has room between. */
const LANE = 22;
/** What the first and the last lane leave for arrows and half a pill. */
const SHOULDER = 21;
/** Where lines run is chosen anew, each time by where their other parts were before: fewer cross. */
const PLACINGS = 3;
/** Routes are looked for again when gutters have grown, as long as it helps. */
const PASSES = 3;

/**
 * Finds the lines of all conduits and makes room for them: sets the gutters of the boxes and places these anew. The
 * lines run in gutters only, and no two of them lie on each other.
 */
export function routeConduits(root: Box, conduits: readonly VisibleConduit[]): PlacedConduit[] {
  const boxes = new Map<string, Box>();
  eachBox(root, (box) => void boxes.set(box.id, box));
  let lines: Line[] = [];
  const before = new Map<VisibleConduit, ReadonlySet<number>>();
  for (let pass = 1; ; pass++) {
    const findRoute = createRouteFinder(channelGraph(root));
    lines = conduits.flatMap((conduit, i) => lineOn(findRoute, conduit, i, boxes, before.get(conduit)) ?? []);
    for (const { conduit, runs } of lines) {
      before.set(conduit, new Set(runs.flatMap(({ channels }) => channels.map(({ id }) => id))));
    }
    const isWider = [widenColumns(lines), widenBoxes(lines)].includes(true);
    if (!isWider || pass === PASSES) break;
    placeX(root);
    placeY(root);
  }
  const pills = pillsOf(lines);
  findMiddles(lines);
  straighten(lines);
  findMiddles(lines);
  for (const { runs } of lines) for (const run of runs) run.at = run.middle;
  let labelAt = new Map<Line, Point>();
  for (let pass = 0; pass < PLACINGS; pass++) {
    const upright = placeVertical(lines, ({ conduit }) => pills.get(conduit)!.w);
    if (pass > 0) untangle(upright);
    const lanes = lanesOf(lines, pills);
    labelAt = makeRoomInRows(root, lines, lanes);
    findMiddles(lines);
    const onLane = new Set([...lanes.values()].flat().map(({ run }) => run));
    placeSides(lines, (run) => onLane.has(run));
  }
  const drawn = lines.map((line) => ({ line, points: pointsOf(line) }));
  const uprights = uprightsOf(drawn);
  return drawn.map(({ line, points }) => ({
    conduit: line.conduit,
    titles: [titleOf(line.start.box), titleOf(line.end.box)],
    around: innermostAround(line.start.box, line.end.box),
    inner: [line.start.inner, line.end.inner],
    points,
    label: placePill(pills.get(line.conduit)!, line, points, labelAt.get(line), uprights),
  }));
}

const titleOf = ({ zone, bus }: Box): string => (zone ?? bus?.conduit)?.title ?? '';

/** The innermost box of a zone, or of the whole picture, that two boxes are or lie in. */
function innermostAround(a: Box, b: Box): Box {
  let [one, other] = [a, b];
  // Nothing of a stack is drawn, and it is as deep as the zone that it stands in.
  for (;;) {
    if (isStack(one)) one = one.parent!;
    else if (isStack(other)) other = other.parent!;
    else if (one === other) return one;
    else if (one.depth >= other.depth) one = one.parent!;
    else other = other.parent!;
  }
}

/** The line of a conduit on the route that is cheapest with the lines before it; nothing where an end is not shown. */
function lineOn(
  findRoute: FindRoute,
  conduit: VisibleConduit,
  order: number,
  boxes: ReadonlyMap<string, Box>,
  before: ReadonlySet<number> | undefined,
): Line | undefined {
  const [from, to] = conduit.ends.map((end) => boxes.get(end));
  const route = from && to && findRoute(from, to, before);
  if (!route) return undefined;
  const line = lineOf(conduit, route, order);
  for (const channel of new Set(line.runs.flatMap(({ channels }) => channels))) channel.uses++;
  return line;
}

/** Makes the vertical gutters wide enough for their lines and pills; false when all were. */
function widenColumns(lines: readonly Line[]): boolean {
  const needed = new Map<Channel, number>();
  for (const [channel, count] of countLanes(lines)) needed.set(channel, 22 + 12 * count);
  for (const line of lines) {
    const { between, conduit } = line;
    if (!isAcross(line) || !between) continue;
    needed.set(between, Math.max(needed.get(between) ?? 0, pillOf(conduit, WIDEST_IN_COLUMN).w + ACROSS));
  }
  let isWider = false;
  const widen = (gutters: number[], at: number, width: number): void => {
    if (gutters[at]! >= width) return;
    gutters[at] = width;
    isWider = true;
  };
  for (const [{ box, row, column }, width] of needed) {
    const last = box.guttersX[row]!.length - 1;
    // The outer gutters of all rows are alike, and the inner ones of rows with as many boxes: they line up, and lines
    // run straight through them.
    if (column === 0) for (const gutters of box.guttersX) widen(gutters, 0, width);
    else if (column === last) for (const gutters of box.guttersX) widen(gutters, gutters.length - 1, width);
    else
      for (const gutters of box.guttersX)
        if (gutters.length === box.guttersX[row]!.length) widen(gutters, column, width);
  }
  return isWider;
}

/** A pill in a column makes it wider, up to this; and what the column has beside it. */
const WIDEST_IN_COLUMN = 150;
const ACROSS = 30;

/** True for a line straight from one box to the next, whose pill has no place but the column between them. */
const isAcross = ({ between, crossed }: Line): boolean => between !== undefined && crossed.length === 0;

/** Straight lines down from one box to another share a border: with so much room each, no pill covers another line. */
const WIDEST_BETWEEN = { few: 200, many: 120 };
/** Up to this many are few: more would make the boxes very wide. */
const FEW_BETWEEN = 4;
const BETWEEN = 7;

/** Lines that end at one border have at least so much room each. */
const LEAST_APART = 8;

/** Makes boxes wide enough for the lines at their borders, and for the pills of several straight down from one to another; false when all were. */
function widenBoxes(lines: readonly Line[]): boolean {
  let isWider = false;
  const atBorders = new Map<string, number>();
  for (const { start, end } of lines) {
    for (const port of [start, end]) {
      if (axisOf(port) === 'h') continue;
      const key = `${port.side} ${port.box.id}`;
      const count = (atBorders.get(key) ?? 0) + 1;
      atBorders.set(key, count);
      const needed = count * LEAST_APART + 2 * CORNER_ROOM;
      if (port.box.w >= needed) continue;
      port.box.wantedWidth = Math.max(port.box.wantedWidth, needed);
      isWider = true;
    }
  }
  for (const parallel of straightDown(lines)) {
    if (parallel.length < 2) continue;
    const most = parallel.length > FEW_BETWEEN ? WIDEST_BETWEEN.many : WIDEST_BETWEEN.few;
    const widest = Math.max(...parallel.map(({ conduit }) => pillOf(conduit, most).w));
    const needed = (parallel.length + 1) * (widest / 2 + BETWEEN) + 2 * CORNER_ROOM;
    const { start, end } = parallel[0]!;
    for (const { box } of [start, end]) {
      if (box.w >= needed) continue;
      box.wantedWidth = Math.ceil(needed);
      isWider = true;
    }
  }
  return isWider;
}

/** The lines that are one vertical run each, by the two boxes that they join. */
function straightDown(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.runs.length !== 1 || line.runs[0]!.axis !== 'v') continue;
    const key = [line.start.box.id, line.end.box.id].sort().join(' ');
    const present = groups.get(key);
    if (present) present.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

/** The pill of each conduit in the room that its line has. */
function pillsOf(lines: readonly Line[]): Map<VisibleConduit, Pill> {
  const most = new Map<Line, number>();
  for (const parallel of straightDown(lines)) {
    if (parallel.length < 2) continue;
    const { lo, hi } = rangeOf(parallel[0]!.runs[0]!);
    for (const line of parallel) most.set(line, 2 * ((hi - lo) / (parallel.length + 1) - BETWEEN));
  }
  for (const line of lines) {
    if (!isAcross(line)) continue;
    const { lo, hi } = line.between!.across();
    most.set(line, hi - lo - ACROSS);
  }
  return new Map(lines.map((line) => [line.conduit, pillOf(line.conduit, most.get(line))]));
}

/** The lanes of each horizontal channel: lines in it, and pills of lines across it, which have no other place. */
function lanesOf(lines: readonly Line[], pills: ReadonlyMap<VisibleConduit, Pill>): Map<Channel, Lane[]> {
  const lanes = new Map<Channel, Lane[]>();
  const add = (channel: Channel, lane: Lane): void => {
    const present = lanes.get(channel);
    if (present) present.push(lane);
    else lanes.set(channel, [lane]);
  };
  for (const line of lines) {
    const { w } = pills.get(line.conduit)!;
    let longest: Lane | undefined;
    line.runs.forEach((run, i) => {
      const channel = run.channels.find(({ axis }) => axis === 'h');
      if (!channel) return;
      const lane = laneOf(line, i, w);
      add(channel, lane);
      if (!longest || length(lane) > length(longest)) longest = lane;
    });
    const vertical = line.runs.find(({ axis }) => axis === 'v');
    const channel = line.crossed[Math.floor((line.crossed.length - 1) / 2)];
    if (longest || !vertical || !channel) continue;
    const span = { lo: vertical.at - w / 2 - 6, hi: vertical.at + w / 2 + 6 };
    add(channel, { line, span, extent: { lo: vertical.at, hi: vertical.at }, ends: [], index: 0, at: -1 });
  }
  return lanes;
}

const length = ({ extent }: Lane): number => extent.hi - extent.lo;

/**
 * Makes the gutters between rows high enough for their lanes, and boxes for the lines at their sides. Places the boxes
 * anew, and the lanes; answers where pills without a line there are.
 */
function makeRoomInRows(root: Box, lines: readonly Line[], lanes: ReadonlyMap<Channel, Lane[]>): Map<Line, Point> {
  eachBox(root, (box) => {
    box.leastHeight = 0;
    box.guttersY = leastGuttersY(box);
  });
  for (const [{ box, row }, inChannel] of lanes) {
    box.guttersY[row] = Math.max(box.guttersY[row]!, 2 * SHOULDER + (orderLanes(inChannel) - 1) * LANE);
  }
  const atSides = new Map<string, number>();
  for (const { start, end } of lines) {
    for (const port of [start, end]) {
      if (port.inner || axisOf(port) === 'v') continue;
      const key = `${port.side} ${port.box.id}`;
      const count = (atSides.get(key) ?? 0) + 1;
      atSides.set(key, count);
      port.box.leastHeight = Math.max(port.box.leastHeight, SIZE.header + 12 + 26 * count);
    }
  }
  placeY(root);
  return placeLanes(lanes);
}

/** Chooses the y of all lines in horizontal channels; answers where pills without a line there are. */
function placeLanes(lanes: ReadonlyMap<Channel, Lane[]>): Map<Line, Point> {
  const labelAt = new Map<Line, Point>();
  for (const [channel, inChannel] of lanes) {
    const { lo, hi } = channel.across();
    const count = Math.max(...inChannel.map(({ index }) => index)) + 1;
    for (const { run, line, index, extent } of inChannel) {
      const y = (lo + hi) / 2 + (index - (count - 1) / 2) * LANE;
      if (run) run.at = y;
      else labelAt.set(line, { x: extent.lo, y });
    }
  }
  return labelAt;
}

/** Where a line turns, from border to border. */
function pointsOf({ runs, start, end }: Line): Point[] {
  const points: Point[] = [];
  const point = (run: Run, along: number) =>
    points.push(run.axis === 'v' ? { x: run.at, y: along } : { x: along, y: run.at });
  point(runs[0]!, borderAt(start));
  for (let i = 1; i < runs.length; i++) point(runs[i]!, runs[i - 1]!.at);
  point(runs.at(-1)!, borderAt(end));
  return points;
}
