import { type Box, isStack } from '../layout/boxes.ts';
import { type Axis, type Channel, type ChannelGraph, middle, type Node } from './channels.ts';
import { createQueue } from './queue.ts';
import { type Access, BEND, crowd, type Port, type Route } from './route.ts';

/** What a path is to be found for. */
interface Wanted {
  readonly containers: ReadonlySet<Box>;
  readonly starts: readonly Access[];
  readonly ends: readonly Access[];
  /** Paths dearer than this are not looked at. */
  readonly most: number;
  /** Ids of the channels that the line ran in before. */
  readonly before: ReadonlySet<number> | undefined;
}

/** What it costs to turn into a channel that the line did not run in before: lines do not change sides for little. */
const CHANGE = 30;

/**
 * A* over the nodes of a graph and the direction in which a line comes to them. A state is numbered: twice the node's
 * id, and one more for vertical. What is found of states is kept in arrays that all searches share, with the number of
 * the search that wrote it.
 */
export function createPathFinder({ nodes }: ChannelGraph): (wanted: Wanted) => Route | undefined {
  const costs = new Float64Array(2 * nodes.length);
  const previous = new Int32Array(2 * nodes.length);
  const reachedIn = new Int32Array(2 * nodes.length);
  const settledIn = new Int32Array(2 * nodes.length);
  const ports: (Port | undefined)[] = new Array(2 * nodes.length);
  const queue = createQueue();
  let search = 0;

  return ({ containers, starts, ends, most, before }) => {
    search++;
    queue.clear();
    const left = leastCostTo(ends);
    const turnInto = (channel: Channel): number =>
      BEND + crowd(channel) + (before && !before.has(channel.id) ? CHANGE : 0);
    const reach = (node: Node, axis: Axis, cost: number, from: number, port: Port): void => {
      const state = stateOf(node, axis);
      if (settledIn[state] === search || (reachedIn[state] === search && costs[state]! <= cost)) return;
      const whole = cost + left(node, axis);
      if (whole >= most) return;
      reachedIn[state] = search;
      costs[state] = cost;
      previous[state] = from;
      ports[state] = port;
      queue.push(state, whole);
    };
    for (const { port, channel } of starts) {
      for (const { node, axis, cost } of stepsAt(port, channel)) reach(node, axis, cost, -1, port);
    }
    const arrivals = new Map<number, { cost: number; port: Port }>();
    for (const { port, channel } of ends) {
      for (const { node, axis, cost } of stepsAt(port, channel)) {
        const state = stateOf(node, axis);
        if (cost < (arrivals.get(state)?.cost ?? Number.POSITIVE_INFINITY)) arrivals.set(state, { cost, port });
      }
    }
    let best: { state: number; cost: number; port: Port } | undefined;
    while (queue.least() < Math.min(most, best?.cost ?? most)) {
      const state = queue.pop();
      if (settledIn[state] === search) continue;
      settledIn[state] = search;
      const cost = costs[state]!;
      const arrival = arrivals.get(state);
      if (arrival && cost + arrival.cost < Math.min(most, best?.cost ?? most)) {
        best = { state, cost: cost + arrival.cost, port: arrival.port };
      }
      const port = ports[state]!;
      expand(nodes[state >> 1]!, axisAt(state), cost, containers, turnInto, (node, axis, next) =>
        reach(node, axis, next, state, port),
      );
    }
    if (!best) return undefined;
    const steps: { node: Node; axis: Axis }[] = [];
    for (let state = best.state; state >= 0; state = previous[state]!) {
      steps.push({ node: nodes[state >> 1]!, axis: axisAt(state) });
    }
    return { start: ports[best.state]!, end: best.port, steps: steps.reverse() };
  };
}

const stateOf = (node: Node, axis: Axis): number => 2 * node.id + (axis === 'h' ? 0 : 1);
const axisAt = (state: number): Axis => (state & 1 ? 'v' : 'h');

/** What a path from a node costs at least: the distance to the channels around the target, and a bend that must be. */
function leastCostTo(ends: readonly Access[]): (node: Node, axis: Axis) => number {
  const at = (wanted: Port['side']): number =>
    middle(ends.findLast(({ port }) => port.side === wanted)!.channel.across());
  const [{ port }] = ends as [Access];
  if (port.inner) {
    const { x, w } = port.box;
    const bottom = at('bottom');
    return (node) => Math.max(0, Math.min(node.x - x, x + w - node.x, Math.abs(bottom - node.y)));
  }
  const [left, right, top, bottom] = [at('left'), at('right'), at('top'), at('bottom')];
  return ({ x, y }, axis) => {
    const dx = Math.max(left - x, x - right, 0);
    const dy = Math.max(top - y, y - bottom, 0);
    return dx + dy + ((axis === 'h' ? dy : dx) > 0 ? BEND : 0);
  };
}

interface Step {
  readonly node: Node;
  readonly axis: Axis;
  readonly cost: number;
}

/**
 * Where a line from a port enters its channel: straight across it where a node is opposite the border (the step has the
 * axis of the port), else turning into it, to the next node at each side: those behind it are reached along the channel.
 */
function stepsAt({ box, side, inner }: Port, channel: Channel): Step[] {
  const isVertical = side === 'top' || side === 'bottom';
  const { nodes } = channel;
  if (inner && !isVertical) {
    // Along the channel to the border, where the first or last node is.
    const node = side === 'left' ? nodes[0] : nodes.at(-1);
    return node && node.x === (side === 'left' ? box.x : box.x + box.w) ? [{ node, axis: 'h', cost: 0 }] : [];
  }
  const lo = (isVertical ? box.x : box.y) + 8;
  const hi = (isVertical ? box.x + box.w : box.y + box.h) - 8;
  const along = isVertical ? ({ x }: Node) => x : ({ y }: Node) => y;
  const first = firstFrom(nodes, along, lo);
  const steps: Step[] = [];
  const turnTo = (node: Node | undefined): void => {
    if (node) steps.push({ node, axis: channel.axis, cost: BEND + Math.max(lo - along(node), along(node) - hi) });
  };
  turnTo(nodes[first - 1]);
  // A box that is lower than its row may end above what is opposite it now, when gutters have grown: its lines turn.
  const isSure = isVertical || !(box.isCard || isStack(box.parent!));
  let at = first;
  for (; at < nodes.length && along(nodes[at]!) <= hi; at++) {
    const node = nodes[at]!;
    steps.push(isSure ? { node, axis: isVertical ? 'v' : 'h', cost: 0 } : { node, axis: channel.axis, cost: BEND });
  }
  turnTo(nodes[at]);
  return steps;
}

/** Index of the first node that is not before a limit. */
function firstFrom(nodes: readonly Node[], along: (node: Node) => number, limit: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (along(nodes[half]!) < limit) low = half + 1;
    else high = half;
  }
  return low;
}

/** The next nodes along both channels of a node and through the borders at it. */
function expand(
  node: Node,
  axis: Axis,
  cost: number,
  containers: ReadonlySet<Box>,
  turnInto: (channel: Channel) => number,
  visit: (node: Node, axis: Axis, cost: number) => void,
): void {
  for (const channel of [node.h, node.v]) {
    if (!channel || !containers.has(channel.box)) continue;
    const turned = channel.axis === axis ? cost : cost + turnInto(channel);
    const at = channel.axis === 'h' ? node.hAt : node.vAt;
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
