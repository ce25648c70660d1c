import { ranksOf } from './box-layout.ts';
import type { Box } from './boxes.ts';
import type { VisibleConduit } from './visible.ts';

/** How often the zones are ordered anew by where the others then stand. */
const SWEEPS = 6;
/** How much shorter the conduits must be for an order other than that of the text. */
const CLEARLY = 0.9;

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
  let groups = new Map(containers.map((box) => [box, ranksOf(box.rows.flat())]));
  const weights = weightsOf(root);
  let best = { groups, cost: costOf(joined, placesOf(root, groups, weights)) * CLEARLY };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const places = placesOf(root, groups, weights);
    const wishes = wishesOf(joined, places);
    groups = new Map(
      [...groups].map(([box, own]) => [
        box,
        own.map((group, g) => {
          // Every other rank stays, or two of them would turn to where the other has been.
          if ((g + sweep) % 2 === 0) return group;
          const wish = (child: Box): number => wishes.get(child) ?? places.get(child)!;
          const order = group.map((child, i) => ({ child, i, at: wish(child) }));
          return order.sort((a, b) => a.at - b.at || a.i - b.i).map(({ child }) => child);
        }),
      ]),
    );
    const cost = costOf(joined, placesOf(root, groups, weights));
    if (cost < best.cost - 1e-9) best = { groups, cost };
  }
  for (const [box, own] of best.groups) box.rows = [own.flat()];
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

type Groups = ReadonlyMap<Box, readonly (readonly Box[])[]>;

/** Where from left (0) to right (1) each zone is about, when the zones of each rank share the width of theirs. */
function placesOf(root: Box, groups: Groups, weights: ReadonlyMap<Box, number>): Map<Box, number> {
  const places = new Map<Box, number>();
  const place = (box: Box, lo: number, hi: number): void => {
    places.set(box, (lo + hi) / 2);
    for (const group of groups.get(box) ?? []) {
      const whole = group.reduce((sum, child) => sum + weights.get(child)!, 0);
      let at = lo;
      for (const child of group) {
        const width = ((hi - lo) * weights.get(child)!) / whole;
        place(child, at, at + width);
        at += width;
      }
    }
  };
  place(root, 0, 1);
  return places;
}

/** How far the joined are apart from left to right. */
function costOf(joined: readonly Joined[], places: ReadonlyMap<Box, number>): number {
  return joined.reduce((sum, { ends: [a, b] }) => sum + Math.abs(places.get(a)! - places.get(b)!), 0);
}

/** The mean place of what each zone, or a zone in it, is joined with. */
function wishesOf(joined: readonly Joined[], places: ReadonlyMap<Box, number>): Map<Box, number> {
  const sums = new Map<Box, { sum: number; count: number }>();
  for (const { ends, sides } of joined) {
    sides.forEach((side, i) => {
      const there = places.get(ends[1 - i]!)!;
      for (const box of side) {
        const sum = sums.get(box) ?? { sum: 0, count: 0 };
        sums.set(box, { sum: sum.sum + there, count: sum.count + 1 });
      }
    });
  }
  return new Map([...sums].map(([box, { sum, count }]) => [box, sum / count]));
}
