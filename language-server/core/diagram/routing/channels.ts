import { type Box, isStack } from '../layout/boxes.ts';

export type Axis = 'h' | 'v';

export interface Range {
  readonly lo: number;
  readonly hi: number;
}

/**
 * A gutter that conduits run in: an `h` channel above, between or below the rows of a zone, as wide as the zone; or a
 * `v` channel beside the boxes of one row. Its bounds are read from the boxes, so they hold before and after they move.
 */
export interface Channel {
  /** The same whenever the channels of a picture are made anew. */
  readonly id: number;
  readonly axis: Axis;
  /** The zone, or the whole picture, whose gutter it is. */
  readonly box: Box;
  readonly row: number;
  readonly column: number;
  /** Across its run: y of an `h` channel, x of a `v` channel. */
  across(): Range;
  /** Along its run. */
  along(): Range;
  /** Places on it in the order of its run. */
  readonly nodes: Node[];
  /** Conduits that run in it so far. */
  uses: number;
}

/** A place where a line may turn or go on into another channel. */
export interface Node {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly h?: Channel;
  readonly v?: Channel;
  /** Its place among the nodes of its channels. */
  hAt: number;
  vAt: number;
  /** Ways through the border of a zone: to the right or left, or down. */
  readonly links: { readonly to: Node; readonly axis: Axis; readonly through: Box }[];
}

/** The channels of one zone with rows. */
export interface Gutters {
  /** One above each row and one below the last. */
  readonly h: readonly Channel[];
  /** For each row one before each box and one after the last. */
  readonly v: readonly (readonly Channel[])[];
}

export interface ChannelGraph {
  readonly gutters: ReadonlyMap<Box, Gutters>;
  /** By id. */
  readonly nodes: readonly Node[];
}

/** The channels of a placed picture and how they are joined. */
export function channelGraph(root: Box): ChannelGraph {
  const gutters = new Map<Box, Gutters>();
  const nodes: Node[] = [];
  let channels = 0;
  const nextId = (): number => channels++;
  const node: MakeNode = (x, y, h, v) => {
    const made: Node = { id: nodes.length, x, y, h, v, hAt: 0, vAt: 0, links: [] };
    nodes.push(made);
    h?.nodes.push(made);
    v?.nodes.push(made);
    return made;
  };
  const visit = (box: Box): void => {
    if (box.rows.length > 0) {
      const own = isStack(box) ? stackGutters(box, gutters.get(box.parent!)!, nextId) : guttersOf(box, nextId);
      gutters.set(box, own);
      own.v.forEach((channels, row) => {
        if (isStack(box)) return;
        for (const channel of channels) {
          node(middle(channel.across()), middle(own.h[row]!.across()), own.h[row], channel);
          node(middle(channel.across()), middle(own.h[row + 1]!.across()), own.h[row + 1], channel);
        }
      });
      for (const row of box.rows) for (const child of row) visit(child);
      if (isStack(box)) linkStack(box, own, node);
      else if (box.parent) linkOut(box, own, gutters.get(box.parent)!, node);
    }
  };
  visit(root);
  for (const { h, v } of gutters.values()) {
    for (const channel of h) {
      channel.nodes.sort((a, b) => a.x - b.x);
      channel.nodes.forEach((node, at) => {
        node.hAt = at;
      });
    }
    for (const channel of v.flat()) {
      channel.nodes.sort((a, b) => a.y - b.y);
      channel.nodes.forEach((node, at) => {
        node.vAt = at;
      });
    }
  }
  return { gutters, nodes };
}

function guttersOf(box: Box, nextId: () => number): Gutters {
  const h = Array.from({ length: box.rows.length + 1 }, (_, row) => rowGutter(box, row, nextId));
  const v = box.rows.map((boxes, row) =>
    Array.from({ length: boxes.length + 1 }, (_, column): Channel => {
      const across = (): Range => {
        const [left, right] = [boxes[column - 1], boxes[column]];
        return { lo: left ? left.x + left.w : box.x, hi: right ? right.x : box.x + box.w };
      };
      const along = (): Range => ({ lo: topOf(box, row), hi: topOf(box, row) + box.rowHeights[row]! });
      return { id: nextId(), axis: 'v', box, row, column, across, along, nodes: [], uses: 0 };
    }),
  );
  return { h, v };
}

const topOf = ({ rows }: Box, row: number): number => rows[row]![0]!.y;

/** The channel above a row, or below the last. */
function rowGutter(box: Box, row: number, nextId: () => number): Channel {
  const across = (): Range => ({
    lo: row === 0 ? topOf(box, 0) - box.guttersY[0]! : topOf(box, row - 1) + box.rowHeights[row - 1]!,
    hi: row < box.rows.length ? topOf(box, row) : box.y + box.h,
  });
  const along = (): Range => ({ lo: box.x, hi: box.x + box.w });
  return { id: nextId(), axis: 'h', box, row, column: -1, across, along, nodes: [], uses: 0 };
}

/** A stack has gutters between its boxes; those around it are the ones of the row it stands in. */
function stackGutters(stack: Box, { h, v }: Gutters, nextId: () => number): Gutters {
  const between = stack.rows.slice(1).map((_, i) => rowGutter(stack, i + 1, nextId));
  const beside = [v[stack.row]![stack.column]!, v[stack.row]![stack.column + 1]!];
  return { h: [h[stack.row]!, ...between, h[stack.row + 1]!], v: stack.rows.map(() => beside) };
}

/** Ways from the gutters between the boxes of a stack to those beside it. */
function linkStack(stack: Box, { h, v }: Gutters, node: MakeNode): void {
  const [left, right] = [v[0]![0]!, v[0]![1]!];
  for (const channel of h.slice(1, -1)) {
    const y = middle(channel.across());
    join(node(stack.x, y, channel), node(middle(left.across()), y, undefined, left), 'h', stack);
    join(node(stack.x + stack.w, y, channel), node(middle(right.across()), y, undefined, right), 'h', stack);
  }
}

type MakeNode = (x: number, y: number, h?: Channel, v?: Channel) => Node;

function join(from: Node, to: Node, axis: Axis, through: Box): void {
  from.links.push({ to, axis, through });
  to.links.push({ to: from, axis, through });
}

/** Ways out of a zone: from each of its rows' gutters to the left and right, and down from the last. Not through its header. */
function linkOut(box: Box, own: Gutters, outer: Gutters, node: MakeNode): void {
  for (const channel of own.h) {
    const y = middle(channel.across());
    const [left, right] = [outer.v[box.row]![box.column]!, outer.v[box.row]![box.column + 1]!];
    join(node(box.x, y, channel), node(middle(left.across()), y, undefined, left), 'h', box);
    join(node(box.x + box.w, y, channel), node(middle(right.across()), y, undefined, right), 'h', box);
  }
  const lowest = own.h.at(-1)!;
  const below = outer.h[box.row + 1]!;
  const y = middle(below.across());
  for (const child of box.rows.at(-1)!) node(child.x + child.w / 2, middle(lowest.across()), lowest);
  for (const inner of lowest.nodes.filter(({ x }) => x > box.x && x < box.x + box.w)) {
    join(inner, node(inner.x, y, below), 'v', box);
  }
}

export const middle = ({ lo, hi }: Range): number => (lo + hi) / 2;
