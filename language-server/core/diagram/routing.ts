import { leastGapsY, placeX, placeY } from './box-layout.ts';
import { type Box, eachBox, SIZE } from './boxes.ts';
import { type Channel, channelGraph } from './channels.ts';
import type { PlacedConduit, Point } from './layout.ts';
import { type Pill, pillOf, placePill, uprightsOf } from './pills.ts';
import { createRouter, type FindRoute } from './search.ts';
import { countTracks, orderTracks, placeSides, placeVertical, type Track, trackOf } from './tracks.ts';
import { untangle } from './untangle.ts';
import type { VisibleConduit } from './visible.ts';
import { axisOf, borderAt, findMiddles, type Run, straighten, type Wire, wireOf } from './wires.ts';

/** From one track of a channel to the next: a pill has room between. */
const TRACK = 22;
/** What the first and the last track leave for arrows and half a pill. */
const SHOULDER = 21;
/** Where lines run is chosen anew, each time by where their other parts were before: fewer cross. */
const PLACINGS = 3;
/** Ways are looked for again when gutters have grown, as long as it helps. */
const PASSES = 3;

/**
 * Finds the lines of all conduits and makes room for them: sets the gutters of the boxes and places these anew. The
 * lines run in gutters only, and no two of them lie on each other.
 */
export function routeConduits(root: Box, conduits: readonly VisibleConduit[]): PlacedConduit[] {
  const boxes = new Map<string, Box>();
  eachBox(root, (box) => void boxes.set(box.id, box));
  const pills = new Map(conduits.map((conduit) => [conduit, pillOf(conduit)]));
  let wires: Wire[] = [];
  const before = new Map<VisibleConduit, ReadonlySet<number>>();
  for (let pass = 1; ; pass++) {
    const findRoute = createRouter(channelGraph(root));
    wires = conduits.flatMap((conduit, i) => wireOn(findRoute, conduit, i, boxes, before.get(conduit)) ?? []);
    for (const { conduit, runs } of wires) {
      before.set(conduit, new Set(runs.flatMap(({ channels }) => channels.map(({ id }) => id))));
    }
    if (!widenColumns(wires, pills) || pass === PASSES) break;
    placeX(root);
    placeY(root);
  }
  findMiddles(wires);
  straighten(wires);
  findMiddles(wires);
  for (const { runs } of wires) for (const run of runs) run.at = run.middle;
  let labelAt = new Map<Wire, Point>();
  for (let pass = 0; pass < PLACINGS; pass++) {
    const upright = placeVertical(wires, ({ conduit }) => pills.get(conduit)!.w);
    if (pass > 0) untangle(upright);
    const tracks = tracksOf(wires, pills);
    labelAt = makeRoomInRows(root, wires, tracks);
    findMiddles(wires);
    const onTrack = new Set([...tracks.values()].flat().map(({ run }) => run));
    placeSides(wires, (run) => onTrack.has(run));
  }
  const lines = wires.map((wire) => ({ wire, points: pointsOf(wire) }));
  const uprights = uprightsOf(lines);
  return lines.map(({ wire, points }) => ({
    conduit: wire.conduit,
    titles: [wire.start.box.zone!.title, wire.end.box.zone!.title],
    inner: [wire.start.inner, wire.end.inner],
    points,
    label: placePill(pills.get(wire.conduit)!, wire, points, labelAt.get(wire), uprights),
  }));
}

/** The line of a conduit on the way that is cheapest with the lines before it; nothing where an end is not shown. */
function wireOn(
  findRoute: FindRoute,
  conduit: VisibleConduit,
  order: number,
  boxes: ReadonlyMap<string, Box>,
  before: ReadonlySet<number> | undefined,
): Wire | undefined {
  const [from, to] = conduit.ends.map((end) => boxes.get(end));
  const route = from && to && findRoute(from, to, before);
  if (!route) return undefined;
  const wire = wireOf(conduit, route, order);
  for (const channel of new Set(wire.runs.flatMap(({ channels }) => channels))) channel.uses++;
  return wire;
}

/** Makes the vertical gutters wide enough for their lines and pills; false when all were. */
function widenColumns(wires: readonly Wire[], pills: ReadonlyMap<VisibleConduit, Pill>): boolean {
  const needed = new Map<Channel, number>();
  for (const [channel, count] of countTracks(wires)) needed.set(channel, 22 + 12 * count);
  for (const { between, conduit, crossed } of wires) {
    if (!between || crossed.length > 0) continue;
    needed.set(between, Math.max(needed.get(between) ?? 0, pills.get(conduit)!.w + 30));
  }
  let isWider = false;
  const widen = (gaps: number[], at: number, width: number): void => {
    if (gaps[at]! >= width) return;
    gaps[at] = width;
    isWider = true;
  };
  for (const [{ box, row, column }, width] of needed) {
    const last = box.gapsX[row]!.length - 1;
    // The outer gutters of all rows are alike, and the inner ones of rows with as many boxes: they line up, and lines
    // run straight through them.
    if (column === 0) for (const gaps of box.gapsX) widen(gaps, 0, width);
    else if (column === last) for (const gaps of box.gapsX) widen(gaps, gaps.length - 1, width);
    else for (const gaps of box.gapsX) if (gaps.length === box.gapsX[row]!.length) widen(gaps, column, width);
  }
  return isWider;
}

/** The tracks of each horizontal channel: lines in it, and pills of lines across it, which have no other place. */
function tracksOf(wires: readonly Wire[], pills: ReadonlyMap<VisibleConduit, Pill>): Map<Channel, Track[]> {
  const tracks = new Map<Channel, Track[]>();
  const add = (channel: Channel, track: Track): void => {
    const present = tracks.get(channel);
    if (present) present.push(track);
    else tracks.set(channel, [track]);
  };
  for (const wire of wires) {
    const { w } = pills.get(wire.conduit)!;
    let longest: Track | undefined;
    wire.runs.forEach((run, i) => {
      const channel = run.channels.find(({ axis }) => axis === 'h');
      if (!channel) return;
      const track = trackOf(wire, i, w);
      add(channel, track);
      if (!longest || length(track) > length(longest)) longest = track;
    });
    const vertical = wire.runs.find(({ axis }) => axis === 'v');
    const channel = wire.crossed[Math.floor((wire.crossed.length - 1) / 2)];
    if (longest || !vertical || !channel) continue;
    const span = { lo: vertical.at - w / 2 - 6, hi: vertical.at + w / 2 + 6 };
    add(channel, { wire, span, line: { lo: vertical.at, hi: vertical.at }, ends: [], index: 0, at: -1 });
  }
  return tracks;
}

const length = ({ line }: Track): number => line.hi - line.lo;

/**
 * Makes the gutters between rows high enough for their tracks, and boxes for the lines at their sides. Places the boxes
 * anew, and the tracks; answers where pills without a line there are.
 */
function makeRoomInRows(root: Box, wires: readonly Wire[], tracks: ReadonlyMap<Channel, Track[]>): Map<Wire, Point> {
  eachBox(root, (box) => {
    box.leastHeight = 0;
    box.gapsY = leastGapsY(box);
  });
  for (const [{ box, row }, inChannel] of tracks) {
    box.gapsY[row] = Math.max(box.gapsY[row]!, 2 * SHOULDER + (orderTracks(inChannel) - 1) * TRACK);
  }
  const atSides = new Map<string, number>();
  for (const { start, end } of wires) {
    for (const port of [start, end]) {
      if (port.inner || axisOf(port) === 'v') continue;
      const key = `${port.side} ${port.box.id}`;
      const count = (atSides.get(key) ?? 0) + 1;
      atSides.set(key, count);
      port.box.leastHeight = Math.max(port.box.leastHeight, SIZE.header + 12 + 26 * count);
    }
  }
  placeY(root);
  return placeTracks(tracks);
}

/** Chooses the y of all lines in horizontal channels; answers where pills without a line there are. */
function placeTracks(tracks: ReadonlyMap<Channel, Track[]>): Map<Wire, Point> {
  const labelAt = new Map<Wire, Point>();
  for (const [channel, inChannel] of tracks) {
    const { lo, hi } = channel.across();
    const count = Math.max(...inChannel.map(({ index }) => index)) + 1;
    for (const { run, wire, index, line } of inChannel) {
      const y = (lo + hi) / 2 + (index - (count - 1) / 2) * TRACK;
      if (run) run.at = y;
      else labelAt.set(wire, { x: line.lo, y });
    }
  }
  return labelAt;
}

/** Where a line turns, from border to border. */
function pointsOf({ runs, start, end }: Wire): Point[] {
  const points: Point[] = [];
  const point = (run: Run, along: number) =>
    points.push(run.axis === 'v' ? { x: run.at, y: along } : { x: along, y: run.at });
  point(runs[0]!, borderAt(start));
  for (let i = 1; i < runs.length; i++) point(runs[i]!, runs[i - 1]!.at);
  point(runs.at(-1)!, borderAt(end));
  return points;
}
