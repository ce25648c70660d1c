import { type Box, isStack } from '../layout/boxes.ts';
import type { Axis, ChannelGraph } from './channels.ts';
import { createPathFinder } from './cheapest-path.ts';
import { type Access, BEND, crowd, type Port, type Route } from './route.ts';

/** Least overlap of two borders for a straight line between them. */
const LEAST_OVERLAP = 24;

/** The cheapest route between two zones. One that ran in the channels `before` leaves them only for one much cheaper. */
export type FindRoute = (from: Box, to: Box, before?: ReadonlySet<number>) => Route | undefined;

/** Finds routes through the channels of the zones around both ends only. */
export function createRouteFinder(graph: ChannelGraph): FindRoute {
  const findPath = createPathFinder(graph);
  return (from, to, before) => {
    const starts = accessesOf(graph, from, to);
    const ends = accessesOf(graph, to, from);
    const direct = findDirect(starts, ends);
    const most = direct?.cost ?? Number.POSITIVE_INFINITY;
    const found = findPath({ containers: containersBetween(from, to), starts, ends, most, before });
    return found ?? direct?.route;
  };
}

/** The zones whose gutters a line may use: those around one end or both, up to the innermost around both. */
function containersBetween(from: Box, to: Box): Set<Box> {
  const chain = (box: Box): Box[] => {
    const boxes: Box[] = [];
    for (let next: Box | undefined = box; next; next = next.parent) boxes.push(next);
    return boxes;
  };
  const [a, b] = [chain(from), chain(to)];
  const common = a.find((box) => !isStack(box) && b.includes(box));
  const upTo = (boxes: readonly Box[]): Box[] => boxes.slice(0, boxes.indexOf(common!) + 1);
  return new Set([...upTo(a), ...upTo(b)].filter((box) => box === common || (box !== from && box !== to)));
}

/** The channels at the borders of a zone; of one that holds the other end, those at its inner borders. */
function accessesOf({ gutters }: ChannelGraph, box: Box, other: Box): Access[] {
  if (isInside(other, box)) {
    const own = gutters.get(box)!;
    const accesses: Access[] = [{ port: { box, side: 'bottom', inner: true }, channel: own.h.at(-1)! }];
    for (const channel of own.h) {
      accesses.push({ port: { box, side: 'left', inner: true }, channel });
      accesses.push({ port: { box, side: 'right', inner: true }, channel });
    }
    return accesses;
  }
  const outer = gutters.get(box.parent!)!;
  const port = (side: Port['side']): Port => ({ box, side, inner: false });
  return [
    { port: port('top'), channel: outer.h[box.row]! },
    { port: port('bottom'), channel: outer.h[box.row + 1]! },
    { port: port('left'), channel: outer.v[box.row]![box.column]! },
    { port: port('right'), channel: outer.v[box.row]![box.column + 1]! },
  ];
}

function isInside(box: Box, zone: Box): boolean {
  for (let next = box.parent; next; next = next.parent) if (next === zone) return true;
  return false;
}

/** A route inside one channel that both ends stand at. */
function findDirect(starts: readonly Access[], ends: readonly Access[]): { route: Route; cost: number } | undefined {
  let best: { route: Route; cost: number } | undefined;
  for (const start of starts) {
    for (const end of ends) {
      if (start.channel !== end.channel) continue;
      const { channel } = start;
      const [a, b] = [start.port, end.port];
      const isFacing = facing(a, b, channel.axis);
      if (isFacing === undefined) continue;
      const gap = gapBetween(a.box, b.box, channel.axis);
      const isSure = a.inner || b.inner || (gap <= -LEAST_OVERLAP && (channel.axis === 'h' || (isTop(a) && isTop(b))));
      const isStraight = isFacing && isSure;
      const cost = isStraight ? crowd(channel) : 2 * BEND + Math.max(0, gap) + crowd(channel) + (isFacing ? 0 : 40);
      if (!best || cost < best.cost) best = { route: { start: a, end: b, steps: [], channel, isStraight }, cost };
    }
  }
  return best;
}

/** True for boxes at the top of their row: those below others in a stack move when its gutters grow. */
const isTop = ({ box }: Port): boolean => !isStack(box.parent!) || box.row === 0;

/** True when two ports look at each other across a channel, false when they look the same way. */
function facing(a: Port, b: Port, axis: Axis): boolean | undefined {
  const isAcross = ({ side }: Port) =>
    axis === 'h' ? side === 'top' || side === 'bottom' : side === 'left' || side === 'right';
  if (!isAcross(a) || !isAcross(b)) return undefined;
  // The inner side of a border looks the other way.
  const look = ({ side, inner }: Port) => (side === 'top' || side === 'left') !== inner;
  return look(a) !== look(b);
}

/** How far two boxes are apart along a channel; negative where they overlap. */
function gapBetween(a: Box, b: Box, axis: Axis): number {
  return axis === 'h'
    ? Math.max(a.x, b.x) - Math.min(a.x + a.w, b.x + b.w)
    : Math.max(a.y, b.y) - Math.min(a.y + a.h, b.y + b.h);
}
