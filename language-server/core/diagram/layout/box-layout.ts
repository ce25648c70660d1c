import { type Box, eachBox, isStack, SIZE, stackOf } from './boxes.ts';
import { barHeight, barWidth, placeOnBar, shortenBar, withBars } from './bus-box.ts';
import { coarse, measureStack, type Sizes, type Stack, stacksOf } from './stacks.ts';

/** Width by height that a picture, and each zone in it, should have: that of a page in landscape. */
export const PAGE_ASPECT = 1.35;

/**
 * Chooses the rows of every zone and how wide it wants to be, from the innermost outwards: child zones by rank and
 * level into rows, broken so that the box nears the wanted aspect. Sets `rows`, `wantedWidth` and empty gutters.
 */
export function arrange(box: Box, aspect: number): { w: number; h: number } {
  const children = box.rows.flat();
  if (children.length === 0) return arrangeLeaf(box);
  const sizes = new Map(children.map((child) => [child, arrange(child, aspect)]));
  const ranks = ranksOf(children);
  const stacks = ranks.map((rank) => stacksOf(rank, sizes));
  const boxes = areaOf(children, sizes);
  const tryRows = (inRanks: readonly Stack[][]): Arrangement => {
    let best: Arrangement | undefined;
    for (const limit of widthLimits(inRanks)) {
      const rows = inRanks.flatMap((rank) => breakRows(rank, limit));
      const size = sizeOfRows(box, rows);
      const score = Math.abs(Math.log(size.w / size.h / aspect)) + 0.5 * Math.log((size.w * size.h) / boxes);
      if (!best || score < best.score - ROWS_MARGIN) best = { ...size, rows, score };
    }
    return best!;
  };
  let best = tryRows(ranks.map((rank) => rank.map((child) => measureStack([child], sizes))));
  if (stacks.some((inRank) => inRank.some(({ boxes }) => boxes.length > 1))) {
    const stacked = tryRows(stacks);
    if (stacked.score < best.score - STACK_MARGIN) best = stacked;
  }
  setRows(
    box,
    best.rows.map((row) => row.map(({ boxes }) => (boxes.length > 1 ? stackOf(boxes) : boxes[0]!))),
  );
  box.wantedWidth = best.w;
  return best;
}

interface Arrangement {
  readonly rows: Stack[][];
  readonly w: number;
  readonly h: number;
  readonly score: number;
}

/** What must be gained by more rows, by stacks, and by a wider picture: a small change seldom does or undoes these. */
const ROWS_MARGIN = 0.06;
const STACK_MARGIN = 0.1;
const WIDTH_MARGIN = 0.12;

function arrangeLeaf(box: Box): { w: number; h: number } {
  if (box.bus) {
    box.wantedWidth = barWidth(box);
    return { w: box.wantedWidth, h: barHeight(box, box.wantedWidth) };
  }
  if (box.isCard) {
    box.wantedWidth = Math.max(box.leastWidth, 150);
    return { w: box.wantedWidth, h: SIZE.collapsedHeight };
  }
  box.wantedWidth = leafWidth(box, box.assets.length);
  // What its neighbours are arranged by: an asset more seldom changes it, so that it seldom moves them.
  const count = roughly(box.assets.length);
  const cardRows = Math.ceil(count / columnsFor(box, count));
  return { w: coarse(leafWidth(box, count)), h: SIZE.header + cardsHeight(cardRows) + 2 * SIZE.pad };
}

/** A number of assets in steps. */
function roughly(count: number): number {
  if (count <= 2) return 2;
  if (count <= 6) return 5;
  if (count <= 12) return 9;
  return count <= 24 ? 18 : Math.round(count / 12) * 12;
}

const leafWidth = (box: Box, count: number): number =>
  Math.max(box.leastWidth, count > 0 ? gridWidth(box, columnsFor(box, count)) : 150);

/** Columns that make the grid of so many cards a little wider than high. */
function columnsFor({ cardWidth }: Box, count: number): number {
  const wanted = Math.sqrt((count * 2.2 * (SIZE.cardHeight + SIZE.cardGap)) / (cardWidth + SIZE.cardGap));
  return Math.max(1, Math.min(count, Math.round(wanted)));
}

const cardsHeight = (cardRows: number): number => cardRows * (SIZE.cardHeight + SIZE.cardGap) - SIZE.cardGap;

const gridWidth = (box: Box, columns: number): number =>
  columns * (box.cardWidth + SIZE.cardGap) - SIZE.cardGap + 2 * SIZE.pad;

function gridColumns(box: Box, width: number): number {
  const fitting = Math.floor((width - 2 * SIZE.pad + SIZE.cardGap) / (box.cardWidth + SIZE.cardGap));
  return Math.max(1, Math.min(box.assets.length, fitting));
}

/** Height of the assets with the padding around them; a zone with nothing in it has some room all the same. */
function gridHeight(box: Box, width: number): number {
  if (box.assets.length === 0) return box.rows.length > 0 ? 0 : 22;
  const cardRows = Math.ceil(box.assets.length / gridColumns(box, width));
  return cardsHeight(cardRows) + SIZE.pad + (box.rows.length > 0 ? 0 : SIZE.pad);
}

/** Zones of one rank and level, in the order of the text; the outermost rank and the highest level first. Among them the bars. */
export function ranksOf(children: readonly Box[]): Box[][] {
  const levels = new Map<number, number>();
  for (const { zone } of children) {
    if (zone?.level !== undefined && !levels.has(zone.rank)) levels.set(zone.rank, zone.level);
  }
  const ranks = new Map<string, { rank: number; level: number; boxes: Box[] }>();
  for (const box of children) {
    if (!box.zone) continue;
    const { rank, level: own } = box.zone;
    const level = own ?? levels.get(rank) ?? -1;
    const key = `${rank} ${level}`;
    const present = ranks.get(key);
    if (present) present.boxes.push(box);
    else ranks.set(key, { rank, level, boxes: [box] });
  }
  const sorted = [...ranks.values()].sort((a, b) => b.rank - a.rank || b.level - a.level).map(({ boxes }) => boxes);
  return withBars(
    sorted,
    children.filter(({ bus }) => bus),
  );
}

/** Row widths worth trying: for each rank and number of rows the narrowest that does. */
function widthLimits(ranks: readonly Stack[][]): number[] {
  const limits = new Set<number>();
  for (const rank of ranks) {
    const widths = rank.map(({ w }) => coarse(w) + SIZE.between);
    for (let rows = 1; rows <= Math.min(rank.length, 40); rows++) limits.add(narrowest(widths, rows));
  }
  return [...limits].sort((a, b) => b - a);
}

function narrowest(widths: readonly number[], rows: number): number {
  let low = Math.max(...widths);
  let high = widths.reduce((sum, width) => sum + width, 0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countRows(widths, middle) <= rows) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countRows(widths: readonly number[], limit: number): number {
  let rows = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > limit) {
      rows++;
      used = 0;
    }
    used += width;
  }
  return rows;
}

/** How much wider than the narrowest rows those with as many boxes each may be. */
const UNEVEN = 1.3;

/**
 * Breaks a rank into as many rows as the limit asks for: with as many boxes in each, which stays when a box grows a
 * little, or where that is too uneven as evenly in width as can be.
 */
function breakRows(rank: readonly Stack[], limit: number): Stack[][] {
  const widths = rank.map(({ w }) => coarse(w) + SIZE.between);
  const widest = Math.max(...widths);
  const count = countRows(widths, Math.max(limit, widest));
  const even = narrowest(widths, count);
  const each = Math.ceil(rank.length / count);
  const byNumber = Array.from({ length: Math.ceil(rank.length / each) }, (_, r) =>
    rank.slice(r * each, (r + 1) * each),
  );
  const most = Math.max(...byNumber.map((row) => row.reduce((sum, { w }) => sum + coarse(w) + SIZE.between, 0)));
  if (byNumber.length === count && most <= UNEVEN * even) return byNumber;
  const rows: Stack[][] = [];
  let used = Number.POSITIVE_INFINITY;
  rank.forEach((stack, i) => {
    if (used + widths[i]! > even) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(stack);
    used += widths[i]!;
  });
  return rows;
}

function sizeOfRows(box: Box, rows: readonly Stack[][]): { w: number; h: number } {
  let w = Math.max(box.leastWidth, Math.min(roughly(box.assets.length), 3) * (box.cardWidth + SIZE.cardGap) + SIZE.pad);
  let h = SIZE.rows;
  for (const row of rows) {
    const width = row.reduce((sum, stack) => sum + stack.w, 0);
    w = Math.max(w, width + (row.length - 1) * SIZE.between + 2 * SIZE.outer);
    h += Math.max(...row.map((stack) => stack.h)) + SIZE.rows;
  }
  return { w, h: h + (box.zone ? SIZE.header + ownHeight(box, w) : 0) };
}

/** About the height of the assets of a zone that has zones too. */
function ownHeight({ assets, cardWidth }: Box, width: number): number {
  if (assets.length === 0) return 0;
  const columns = Math.max(1, Math.floor((width - SIZE.pad) / (cardWidth + SIZE.cardGap)));
  return cardsHeight(Math.ceil(roughly(assets.length) / columns)) + SIZE.pad;
}

const areaOf = (boxes: readonly Box[], sizes: Sizes): number =>
  boxes.reduce((sum, box) => sum + sizes.get(box)!.w * sizes.get(box)!.h, 0);

/** Heights of the gutters of a box when no conduit runs in them. */
export function leastGuttersY(box: Box): number[] {
  const between = box.rows.slice(1).map(() => SIZE.rows);
  if (isStack(box)) return [0, ...between, 0];
  return box.rows.length > 0 ? [SIZE.rows, ...between, SIZE.outer] : [];
}

function setRows(box: Box, rows: Box[][]): void {
  box.rows = rows;
  box.guttersX = rows.map((row) => [SIZE.outer, ...row.slice(1).map(() => SIZE.between), SIZE.outer]);
  box.guttersY = leastGuttersY(box);
  rows.forEach((row, r) => {
    row.forEach((child, c) => {
      child.row = r;
      child.column = c;
    });
  });
}

/**
 * Places the boxes, the whole as wide as a page asks for: ranks stacked on each other make a tall picture, and assets
 * fill a wider one in fewer rows of cards.
 */
export function widenToPage(root: Box, aspect: number): void {
  const least = root.wantedWidth;
  let best = { factor: 1, score: Number.POSITIVE_INFINITY };
  const place = (factor: number): void => {
    root.wantedWidth = Math.round(least * factor);
    placeX(root);
    placeY(root);
  };
  for (const factor of [1, 1.2, 1.4, 1.7, 2, 2.4]) {
    place(factor);
    const score = Math.abs(Math.log(root.w / root.h / aspect)) + 0.2 * Math.log(root.w * root.h);
    if (score < best.score - WIDTH_MARGIN) best = { factor, score };
    if (root.w / root.h > aspect) break;
  }
  place(best.factor);
}

/** Gives every box its x and width under the gutters it has: rows are as wide as their zone. */
export function placeX(root: Box): void {
  const needed = (box: Box): number => {
    let width = Math.max(box.wantedWidth, box.leastWidth);
    box.rows.forEach((row, r) => {
      const boxes = row.reduce((total, child) => total + needed(child), 0);
      width = Math.max(width, boxes + sum(box.guttersX[r]!));
    });
    box.w = width;
    return width;
  };
  needed(root);
  const spread = (box: Box): void => {
    box.rows.forEach((row, r) => {
      const gutters = box.guttersX[r]!;
      const taken = row.reduce((total, child) => total + child.w, 0);
      const extra = Math.max(0, box.w - taken - sum(gutters));
      let x = box.x;
      let given = 0;
      let seen = 0;
      row.forEach((child, c) => {
        seen += child.w;
        const share = Math.round((extra * seen) / taken) - given;
        given += share;
        x += gutters[c]!;
        child.x = x;
        child.w += share;
        x += child.w;
        spread(child);
      });
    });
  };
  spread(root);
  eachBox(root, (box) => {
    if (box.bus) shortenBar(box);
  });
}

/**
 * Gives every box its y and height, and places the assets; widths must be known. The boxes of a row are as high as the
 * highest, so that their edges align, but for bars and closed zones: an empty card would look as if something were missing.
 */
export function placeY(root: Box): void {
  const needed = (box: Box): number => {
    box.columns = gridColumns(box, box.w);
    box.rowHeights = box.rows.map((row) => Math.max(...row.map(needed)));
    box.h = Math.max(box.leastHeight, topOfRows(box) + sum(box.rowHeights) + sum(box.guttersY));
    return box.h;
  };
  needed(root);
  const spread = (box: Box): void => {
    placeAssets(box);
    const grows = box.rows.map((row) => row.some((child) => !isFlat(child)));
    const growing = sum(box.rowHeights.filter((_, r) => grows[r]));
    const extra = Math.max(0, box.h - topOfRows(box) - sum(box.rowHeights) - sum(box.guttersY));
    let y = box.y + topOfRows(box);
    box.rows.forEach((row, r) => {
      y += box.guttersY[r]!;
      if (grows[r]) box.rowHeights[r] = box.rowHeights[r]! + Math.floor((extra * box.rowHeights[r]!) / growing);
      for (const child of row) {
        child.y = y;
        if (!isFlat(child)) child.h = box.rowHeights[r]!;
        spread(child);
      }
      y += box.rowHeights[r]!;
    });
  };
  spread(root);
}

/** True for a box that is as high as it must be, whatever stands beside it. */
const isFlat = ({ isCard, bus }: Box): boolean => isCard || bus !== undefined;

/** Height of what stands above the rows of a box: header and assets. */
function topOfRows(box: Box): number {
  if (box.bus) return barHeight(box, box.w);
  if (box.isCard) return SIZE.collapsedHeight;
  return (box.zone ? SIZE.header : 0) + gridHeight(box, box.w);
}

function placeAssets(box: Box): void {
  if (box.bus) {
    placeOnBar(box);
    return;
  }
  box.assets.forEach((card, i) => {
    card.x = box.x + SIZE.pad + (i % box.columns) * (card.w + SIZE.cardGap);
    card.y = box.y + SIZE.header + SIZE.pad + Math.floor(i / box.columns) * (card.h + SIZE.cardGap);
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
