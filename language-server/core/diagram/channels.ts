import type { Box } from './boxes.ts';

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
  const node = (x: number, y: number, h?: Channel, v?: Channel): Node => {
    const made: Node = { id: nodes.length, x, y, h, v, hAt: 0, vAt: 0, links: [] };
    nodes.push(made);
    h?.nodes.push(made);
    v?.nodes.push(made);
    return made;
  };
  const visit = (box: Box): void => {
    if (box.rows.length > 0) {
      const own = guttersOf(box, nextId);
      gutters.set(box, own);
      own.v.forEach((channels, row) => {
        for (const channel of channels) {
          node(middle(channel.across()), middle(own.h[row]!.across()), own.h[row], channel);
          node(middle(channel.across()), middle(own.h[row + 1]!.across()), own.h[row + 1], channel);
        }
      });
      for (const row of box.rows) for (const child of row) visit(child);
      if (box.parent) linkOut(box, own, gutters.get(box.parent)!, node);
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
  const top = (row: number): number => box.rows[row]![0]!.y;
  const bottom = (row: number): number => top(row) + box.rows[row]![0]!.h;
  const last = box.rows.length - 1;
  const h = Array.from({ length: last + 2 }, (_, row): Channel => {
    const across = (): Range => ({
      lo: row === 0 ? top(0) - box.gapsY[0]! : bottom(row - 1),
      hi: row > last ? box.y + box.h : top(row),
    });
    const along = (): Range => ({ lo: box.x, hi: box.x + box.w });
    return { id: nextId(), axis: 'h', box, row, column: -1, across, along, nodes: [], uses: 0 };
  });
  const v = box.rows.map((boxes, row) =>
    Array.from({ length: boxes.length + 1 }, (_, column): Channel => {
      const across = (): Range => {
        const [left, right] = [boxes[column - 1], boxes[column]];
        return { lo: left ? left.x + left.w : box.x, hi: right ? right.x : box.x + box.w };
      };
      const along = (): Range => ({ lo: top(row), hi: bottom(row) });
      return { id: nextId(), axis: 'v', box, row, column, across, along, nodes: [], uses: 0 };
    }),
  );
  return { h, v };
}

/** Ways out of a zone: from each of its rows' gutters to the left and right, and down from the last. Not through its header. */
function linkOut(
  box: Box,
  own: Gutters,
  outer: Gutters,
  node: (x: number, y: number, h?: Channel, v?: Channel) => Node,
): void {
  const join = (from: Node, to: Node, axis: Axis): void => {
    from.links.push({ to, axis, through: box });
    to.links.push({ to: from, axis, through: box });
  };
  for (const channel of own.h) {
    const y = middle(channel.across());
    const [left, right] = [outer.v[box.row]![box.column]!, outer.v[box.row]![box.column + 1]!];
    join(node(box.x, y, channel), node(middle(left.across()), y, undefined, left), 'h');
    join(node(box.x + box.w, y, channel), node(middle(right.across()), y, undefined, right), 'h');
  }
  const lowest = own.h.at(-1)!;
  const below = outer.h[box.row + 1]!;
  const y = middle(below.across());
  for (const child of box.rows.at(-1)!) node(child.x + child.w / 2, middle(lowest.across()), lowest);
  for (const inner of lowest.nodes.filter(({ x }) => x > box.x && x < box.x + box.w)) {
    join(inner, node(inner.x, y, below), 'v');
  }
}

export const middle = ({ lo, hi }: Range): number => (lo + hi) / 2;
