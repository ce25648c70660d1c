import type { DiagramAsset } from '../model/diagram-model.ts';
import type { VisibleBus } from '../model/visible.ts';
import { type Box, cardOf, cardWidthOf, EMPTY, eachBox, markWidth, SIZE } from './boxes.ts';
import { fitText, textWidth } from './text-width.ts';

/*
 * A conduit of several zones, or with equipment of its own, is a flat bar. It has a row of its own among the zones that it
 * joins, so that its legs are lines like all others.
 */

/** Puts the bar of each conduit into the innermost box around what it joins. To be called before rows are chosen. */
export function addBars(root: Box, buses: readonly VisibleBus[]): void {
  if (buses.length === 0) return;
  const boxes = new Map<string, Box>();
  eachBox(root, (box) => void boxes.set(box.id, box));
  for (const bus of buses) addBar(bus, boxes);
}

function addBar(bus: VisibleBus, boxes: ReadonlyMap<string, Box>): void {
  const chains = bus.ends.map((end) => chainOf(boxes.get(end)!));
  const [first, ...others] = chains as [Box[], ...Box[][]];
  const around = first.find((box) => others.every((chain) => chain.includes(box)))!;
  const { title, assets, findings } = bus.conduit;
  const cardWidth = cardWidthOf(assets);
  const titleText = fitText(title, SIZE.titleMost, SIZE.small, true);
  const titleWidth = textWidth(titleText, SIZE.small, true) + (findings ? markWidth(findings.count) + 8 : 0);
  const box: Box = {
    ...EMPTY,
    id: bus.conduit.id,
    bus: { ...bus, joined: new Set(chains.flatMap((chain) => chain[chain.indexOf(around) - 1] ?? [])) },
    parent: around,
    depth: around.depth + 1,
    assets: assets.map((asset: DiagramAsset) => cardOf(asset, cardWidth)),
    cardWidth,
    leastWidth: titleWidth + 2 * SIZE.pad + (assets.length > 0 ? cardWidth + SIZE.cardGap : 0),
    titleText,
    mark: findings,
  };
  around.rows = [[...around.rows.flat(), box]];
}

function chainOf(box: Box): Box[] {
  return box.parent ? [box, ...chainOf(box.parent)] : [box];
}

/** Where the equipment of a bar begins, from its left. */
const cardsFrom = (box: Box): number => box.leastWidth - box.cardWidth - SIZE.pad;

/** As many cards of a bar wish to stand beside each other. */
const MOST_BESIDE = 6;

/** The width that a bar would like to have. */
export function barWidth(box: Box): number {
  const beside = Math.min(box.assets.length, MOST_BESIDE);
  return Math.max(150, box.leastWidth + Math.max(0, beside - 1) * (box.cardWidth + SIZE.cardGap));
}

function columnsIn(box: Box, width: number): number {
  const room = width - cardsFrom(box) - SIZE.pad + SIZE.cardGap;
  return Math.max(1, Math.min(box.assets.length, Math.floor(room / (box.cardWidth + SIZE.cardGap))));
}

/** The height of a bar that is so wide. */
export function barHeight(box: Box, width: number): number {
  if (box.assets.length === 0) return SIZE.bar;
  const rows = Math.ceil(box.assets.length / columnsIn(box, width));
  return rows * (SIZE.cardHeight + SIZE.cardGap) - SIZE.cardGap + 2 * SIZE.barPad;
}

/** Places the equipment on its bar. */
export function placeOnBar(box: Box): void {
  const columns = columnsIn(box, box.w);
  box.assets.forEach((card, i) => {
    card.x = box.x + cardsFrom(box) + (i % columns) * (card.w + SIZE.cardGap);
    card.y = box.y + SIZE.barPad + Math.floor(i / columns) * (card.h + SIZE.cardGap);
  });
}

/** Ends a bar with the outermost of what it joins; one that joins the zone around it is as wide as that. Of several in a row each has its part. */
export function shortenBar(box: Box): void {
  const joined = [...box.bus!.joined];
  if (joined.length < 2 || box.parent!.rows[box.row]!.length > 1) return;
  const [left, right] = [box.x, box.x + box.w];
  const wanted = barWidth(box);
  let lo = Math.max(left, Math.min(...joined.map(({ x }) => x)));
  let hi = Math.min(right, Math.max(...joined.map(({ x, w }) => x + w)));
  if (hi - lo < wanted) {
    lo = Math.max(left, Math.min(lo, right - wanted));
    hi = Math.min(right, Math.max(hi, lo + wanted));
  }
  box.x = lo;
  box.w = hi - lo;
}

/** A bar that joins so many has a row of its own. */
const MANY = 4;

/**
 * Puts the bars among ranks of zones, below the outermost of the ranks that they join; above a single one, where something
 * is above that. Those that join few zones share rows.
 */
export function withBars(ranks: readonly Box[][], bars: readonly Box[]): Box[][] {
  const before = new Map<number, Box[][]>();
  for (const bar of bars) {
    const at = ranks.flatMap((rank, i) => (rank.some((box) => bar.bus!.joined.has(box)) ? [i] : []));
    const [first, last] = [at[0] ?? 0, at.at(-1) ?? 0];
    const place = first === last && first > 0 ? first : first + 1;
    const present = before.get(place) ?? [];
    const row = bar.bus!.ends.length < MANY && present.find(([first]) => first!.bus!.ends.length < MANY);
    if (row) row.push(bar);
    else before.set(place, [...present, [bar]]);
  }
  return [...ranks, undefined].flatMap((rank, i) => [...(before.get(i) ?? []), ...(rank ? [rank] : [])]);
}
