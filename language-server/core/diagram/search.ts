import type { Box } from './boxes.ts';
import type { Axis, Channel, ChannelGraph, Node } from './channels.ts';

/** Where a line leaves or enters a zone; `inner` where it comes from inside the zone. */
export interface Port {
  readonly box: Box;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly inner: boolean;
}

/** A way through the channels: the axes alternate where it turns. */
export interface Route {
  readonly start: Port;
  readonly end: Port;
  /** Nodes passed, with the axis of the step to each; empty where both ends stand at the one channel. */
  readonly steps: readonly { readonly node: Node; readonly axis: Axis }[];
  /** The channel of a way without steps, and whether it is straight across it. */
  readonly channel?: Channel;
  readonly isStraight?: boolean;
}

/** What a bend costs, in pixels of way. */
const BEND = 60;
/** Least overlap of two borders for a straight line between them. */
const LEAST_OVERLAP = 24;

interface Access {
  readonly port: Port;
  readonly channel: Channel;
}

/** The cheapest way between two zones, through the channels of the zones around them only. */
export function findRoute(graph: ChannelGraph, from: Box, to: Box): Route | undefined {
  const containers = containersBetween(from, to);
  const starts = accessesOf(graph, from, to);
  const ends = accessesOf(graph, to, from);
  const direct = findDirect(starts, ends);
  const found = search(containers, starts, ends, direct?.cost ?? Number.POSITIVE_INFINITY);
  return found ?? direct?.route;
}

/** The zones whose gutters a line may use: those around one end or both, up to the innermost around both. */
function containersBetween(from: Box, to: Box): Set<Box> {
  const chain = (box: Box): Box[] => {
    const boxes: Box[] = [];
    for (let next: Box | undefined = box; next; next = next.parent) boxes.push(next);
    return boxes;
  };
  const [a, b] = [chain(from), chain(to)];
  const common = a.find((box) => b.includes(box));
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

/** A way inside one channel that both ends stand at. */
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
      const isStraight = isFacing && (a.inner || b.inner || gap <= -LEAST_OVERLAP);
      const cost = isStraight ? crowd(channel) : 2 * BEND + Math.max(0, gap) + crowd(channel) + (isFacing ? 0 : 40);
      if (!best || cost < best.cost) best = { route: { start: a, end: b, steps: [], channel, isStraight }, cost };
    }
  }
  return best;
}

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

const crowd = ({ uses }: Channel): number => Math.min(uses, 12) * 6;

interface State {
  readonly node: Node;
  readonly axis: Axis;
  readonly cost: number;
  readonly previous?: State;
  readonly port: Port;
}

/** Dijkstra over nodes and directions; ways dearer than `most` are not looked at. */
function search(
  containers: ReadonlySet<Box>,
  starts: readonly Access[],
  ends: readonly Access[],
  most: number,
): Route | undefined {
  const heap: State[] = [];
  const settled = new Set<number>();
  for (const { port, channel } of starts) {
    for (const { node, axis, cost } of stepsAt(port, channel)) push(heap, { node, axis, cost, port });
  }
  const arrivals = new Map<number, { cost: number; port: Port }>();
  for (const { port, channel } of ends) {
    for (const { node, axis, cost } of stepsAt(port, channel)) {
      const key = keyOf(node, axis);
      if (cost < (arrivals.get(key)?.cost ?? Number.POSITIVE_INFINITY)) arrivals.set(key, { cost, port });
    }
  }
  let best: { state: State; cost: number; port: Port } | undefined;
  for (let state = pop(heap); state; state = pop(heap)) {
    if (state.cost >= Math.min(most, best?.cost ?? most)) break;
    const key = keyOf(state.node, state.axis);
    if (settled.has(key)) continue;
    settled.add(key);
    const arrival = arrivals.get(key);
    if (arrival && state.cost + arrival.cost < Math.min(most, best?.cost ?? most)) {
      best = { state, cost: state.cost + arrival.cost, port: arrival.port };
    }
    expand(state, containers, (node, axis, cost) => {
      if (!settled.has(keyOf(node, axis))) push(heap, { node, axis, cost, previous: state, port: state!.port });
    });
  }
  if (!best) return undefined;
  const steps: { node: Node; axis: Axis }[] = [];
  for (let state: State | undefined = best.state; state; state = state.previous) steps.unshift(state);
  return { start: best.state.port, end: best.port, steps };
}

const keyOf = (node: Node, axis: Axis): number => node.id * 2 + (axis === 'h' ? 0 : 1);

/**
 * Where a line from a port enters its channel: straight across it where a node is opposite the border (the step has
 * the axis of the port), else turning into it.
 */
function stepsAt({ box, side, inner }: Port, channel: Channel): { node: Node; axis: Axis; cost: number }[] {
  const isVertical = side === 'top' || side === 'bottom';
  if (inner && !isVertical) {
    // Along the channel to the border, where the first or last node is.
    const x = side === 'left' ? box.x : box.x + box.w;
    const node = channel.nodes.find((candidate) => candidate.x === x && candidate.h === channel);
    return node ? [{ node, axis: 'h', cost: 0 }] : [];
  }
  const [lo, hi] = isVertical ? [box.x, box.x + box.w] : [box.y, box.y + box.h];
  return channel.nodes.flatMap((node): { node: Node; axis: Axis; cost: number }[] => {
    const at = isVertical ? node.x : node.y;
    const off = Math.max(lo + 8 - at, at - (hi - 8), 0);
    if (off === 0) return [{ node, axis: isVertical ? 'v' : 'h', cost: 0 }];
    return [{ node, axis: channel.axis, cost: BEND + off }];
  });
}

function expand(
  { node, axis, cost }: State,
  containers: ReadonlySet<Box>,
  visit: (node: Node, axis: Axis, cost: number) => void,
): void {
  for (const channel of [node.h, node.v]) {
    if (!channel || !containers.has(channel.box)) continue;
    const turned = channel.axis === axis ? cost : cost + BEND + crowd(channel);
    const at = channel.nodes.indexOf(node);
    for (const next of [channel.nodes[at - 1], channel.nodes[at + 1]]) {
      if (next) visit(next, channel.axis, turned + Math.abs(next.x - node.x) + Math.abs(next.y - node.y));
    }
  }
  for (const link of node.links) {
    const channel = (link.to.h ?? link.to.v)!;
    if (!containers.has(channel.box)) continue;
    const turned = link.axis === axis ? cost : cost + BEND;
    visit(link.to, link.axis, turned + Math.abs(link.to.x - node.x) + Math.abs(link.to.y - node.y));
  }
}

function push(heap: State[], state: State): void {
  let at = heap.push(state) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (heap[up]!.cost <= state.cost) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = state;
}

function pop(heap: State[]): State | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.cost < heap[child]!.cost) child++;
    if (heap[child]!.cost >= last.cost) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
