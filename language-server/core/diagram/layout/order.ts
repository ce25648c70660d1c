import type { VisibleConduit } from '../model/visible.ts';
import { ranksOf } from './box-layout.ts';
import type { Box } from './boxes.ts';

/** How often the zones are ordered anew by where the others then stand. */
const SWEEPS = 6;
/** How much shorter the conduits must be for an order other than that of the text. */
const CLEARLY = 0.9;
/** As well for the zones of one rank alone: how much nearer they must come to where they would stand best. */
const CLEARLY_NEARER = 0.7;

/**
 * Orders the zones of each rank so that those that conduits join stand near each other: fewer lines cross. Only what
 * is joined counts, not how large it is, so that more assets change nothing; and where no order is clearly better, that
 * of the text stays. To be called before rows are chosen.
 */
export function orderByConduits(root: Box, conduits: readonly VisibleConduit[]): void {
  const boxes = new Map<string, Box>();
  const collect = (box: Box): void => {
    boxes.set(box.id, box);
    for (const child of box.rows.flat()) collect(child);
  };
  collect(root);
  const joined = conduits.flatMap(({ ends }) => {
    const [a, b] = ends.map((end) => boxes.get(end));
    return a && b ? [outermostApart(a, b)] : [];
  });
  const containers = [...boxes.values()].filter(({ rows }) => rows.length > 0);
  let ranks = new Map(containers.map((box) => [box, ranksOf(box.rows.flat())]));
  const weights = weightsOf(root);
  let best = { ranks, cost: costOf(joined, spansOf(root, ranks, weights)) * CLEARLY };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const spans = spansOf(root, ranks, weights);
    const wishes = wishesOf(joined, spans);
    ranks = new Map(
      [...ranks].map(([box, inBox]) => [
        box,
        inBox.map((rank, r) => {
          // Every other rank stays, or two of them would turn to where the other has been.
          if ((r + sweep) % 2 === 0) return rank;
          const order = rank.map((child, i) => ({ child, i, at: wishes.get(child) ?? centre(spans.get(child)!) }));
          const sorted = order.sort((a, b) => a.at - b.at || a.i - b.i).map(({ child }) => child);
          const own = new Map(rank.map((child) => [child, spans.get(child)!]));
          const isBetter = missed(sorted, own, wishes, weights) < CLEARLY_NEARER * missed(rank, own, wishes, weights);
          return isBetter ? sorted : rank;
        }),
      ]),
    );
    const cost = costOf(joined, spansOf(root, ranks, weights));
    if (cost < best.cost - 1e-9) best = { ranks, cost };
  }
  for (const [box, own] of best.ranks) box.rows = [own.flat()];
}

/** How far the zones of a rank are from where they would stand best, when they share its width in an order. */
function missed(
  order: readonly Box[],
  spans: ReadonlyMap<Box, Span>,
  wishes: ReadonlyMap<Box, number>,
  weights: ReadonlyMap<Box, number>,
): number {
  const before = [...spans.values()];
  const [lo, hi] = [Math.min(...before.map(({ lo }) => lo)), Math.max(...before.map(({ hi }) => hi))];
  const whole = order.reduce((sum, box) => sum + weights.get(box)!, 0);
  let at = lo;
  let sum = 0;
  for (const box of order) {
    const width = ((hi - lo) * weights.get(box)!) / whole;
    const wish = wishes.get(box);
    if (wish !== undefined) sum += Math.max(0, at - wish, wish - at - width);
    at += width;
  }
  return sum;
}

interface Joined {
  readonly ends: readonly [Box, Box];
  /** The ends and the zones around each of them that do not hold the other. */
  readonly sides: readonly [readonly Box[], readonly Box[]];
}

function outermostApart(a: Box, b: Box): Joined {
  const chain = (box: Box): Box[] => (box.parent ? [box, ...chain(box.parent)] : [box]);
  const [as, bs] = [chain(a), chain(b)];
  return { ends: [a, b], sides: [as.filter((box) => !bs.includes(box)), bs.filter((box) => !as.includes(box))] };
}

/** The zones in each box and itself. */
function weightsOf(root: Box): Map<Box, number> {
  const weights = new Map<Box, number>();
  const weigh = (box: Box): number => {
    const weight = box.rows.flat().reduce((sum, child) => sum + weigh(child), 1);
    weights.set(box, weight);
    return weight;
  };
  weigh(root);
  return weights;
}

/** The zones of each box by rank, in the order that they are to stand in. */
type Ranks = ReadonlyMap<Box, readonly (readonly Box[])[]>;

/** From left (0) to right (1). */
interface Span {
  readonly lo: number;
  readonly hi: number;
}

const centre = ({ lo, hi }: Span): number => (lo + hi) / 2;

/** Where each zone is about, when the zones of each rank share the width of theirs. */
function spansOf(root: Box, ranks: Ranks, weights: ReadonlyMap<Box, number>): Map<Box, Span> {
  const spans = new Map<Box, Span>();
  const give = (box: Box, lo: number, hi: number): void => {
    spans.set(box, { lo, hi });
    for (const rank of ranks.get(box) ?? []) {
      const whole = rank.reduce((sum, child) => sum + weights.get(child)!, 0);
      let at = lo;
      for (const child of rank) {
        const width = ((hi - lo) * weights.get(child)!) / whole;
        give(child, at, at + width);
        at += width;
      }
    }
  };
  give(root, 0, 1);
  return spans;
}

/** How far the joined are apart from left to right; what stands above each other is not apart, however wide it is. */
function costOf(joined: readonly Joined[], spans: ReadonlyMap<Box, Span>): number {
  return joined.reduce((sum, { ends }) => {
    const [a, b] = ends.map((end) => spans.get(end)!) as [Span, Span];
    return sum + Math.max(0, a.lo - b.hi, b.lo - a.hi);
  }, 0);
}

/** Where each zone would stand best: on average as near as can be to what it, or a zone in it, is joined with. */
function wishesOf(joined: readonly Joined[], spans: ReadonlyMap<Box, Span>): Map<Box, number> {
  const sums = new Map<Box, { sum: number; count: number }>();
  for (const { ends, sides } of joined) {
    sides.forEach((side, i) => {
      const there = spans.get(ends[1 - i]!)!;
      for (const box of side) {
        const nearest = Math.min(there.hi, Math.max(there.lo, centre(spans.get(box)!)));
        const { sum, count } = sums.get(box) ?? { sum: 0, count: 0 };
        sums.set(box, { sum: sum + nearest, count: count + 1 });
      }
    });
  }
  return new Map([...sums].map(([box, { sum, count }]) => [box, sum / count]));
}
