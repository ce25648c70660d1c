import { MARK_GAP, markWidth, PILL_PAD, SIZE } from '../layout/boxes.ts';
import { fitText, textWidth } from '../layout/text-width.ts';
import type { VisibleConduit } from '../model/visible.ts';
import type { Line } from './lines.ts';
import type { PlacedConduit, Point } from './placed-conduit.ts';

/** The label of a conduit and its width with the room at its sides. */
export interface Pill {
  readonly text: string;
  readonly w: number;
}

/** A pill is at most so wide, even where there is more room. */
export const WIDEST_PILL = 220;

/** The pill of a conduit in so many pixels, none of a leg: with its title, else its name where that fits, else what fits of the title. */
export function pillOf({ label, shortLabel, findings, isLeg }: VisibleConduit, most = WIDEST_PILL): Pill {
  if (isLeg) return { text: '', w: 0 };
  const extras = 2 * PILL_PAD + (findings ? MARK_GAP + markWidth(findings.count) : 0);
  const room = Math.max(LEAST, most - extras);
  const width = widthOf(label);
  if (width <= room) return { text: label, w: width + extras };
  const short = label === shortLabel ? width : widthOf(shortLabel);
  if (short <= room) return { text: shortLabel, w: short + extras };
  const text = fitText(label, room, SIZE.small, true);
  return { text, w: widthOf(text) + extras };
}

const widthOf = (text: string): number => textWidth(text, SIZE.small, true);

/** Room for a few letters at least. */
const LEAST = 36;

/** The upright parts of all lines, from left to right. */
export type Uprights = readonly { readonly line: Line; readonly x: number; readonly lo: number; readonly hi: number }[];

/** The upright parts of some lines, from left to right. */
export function uprightsOf(lines: readonly { readonly line: Line; readonly points: readonly Point[] }[]): Uprights {
  const found = lines.flatMap(({ line, points }) =>
    points.slice(1).flatMap((b, i) => {
      const a = points[i]!;
      return a.x === b.x ? [{ line, x: a.x, lo: Math.min(a.y, b.y), hi: Math.max(a.y, b.y) }] : [];
    }),
  );
  return found.sort((a, b) => a.x - b.x);
}

/**
 * Where a pill stands: at the place kept for it; else on the longest stretch in a channel, where it covers the fewest other
 * lines, as near to the middle as can be.
 */
export function placePill(
  pill: Pill,
  line: Line,
  points: readonly Point[],
  kept: Point | undefined,
  uprights: Uprights,
): PlacedConduit['label'] {
  if (kept) {
    const most = 2 * (beside(uprights, line, kept) - CLEAR);
    return { ...kept, ...(most < pill.w ? pillOf(line.conduit, most) : pill) };
  }
  const stretches = line.runs.map((run, i): Stretch => ({ run, from: points[i]!, to: points[i + 1]! }));
  const inChannel = stretches.filter(({ run }) => run.axis === 'h' && run.channels.length > 0);
  const candidates = (inChannel.length > 0 ? inChannel : stretches).sort((a, b) => lengthOf(b) - lengthOf(a));
  const best = placeAmong(candidates, pill.w, line, uprights);
  if (best.covered === 0) return { x: best.x, y: best.y, ...pill };
  // A shorter text may leave the other lines free.
  const narrow = pillOf(line.conduit, NARROW);
  const other = narrow.w < pill.w ? placeAmong(candidates, narrow.w, line, uprights) : best;
  return other.covered < best.covered ? { x: other.x, y: other.y, ...narrow } : { x: best.x, y: best.y, ...pill };
}

/** Where other lines are in the way a pill is no wider than this. */
const NARROW = 96;

/** The place for a pill on the longest stretch; on another one where only that has a clear place and the pill fits. */
function placeAmong(candidates: readonly Stretch[], w: number, line: Line, uprights: Uprights): Place {
  let best = placeOn(candidates[0]!, w, line, uprights);
  for (const stretch of candidates.slice(1)) {
    if (best.covered === 0 || lengthOf(stretch) < w + 2 * CLEAR) break;
    const place = placeOn(stretch, w, line, uprights);
    if (place.covered < best.covered) best = place;
  }
  return best;
}

/** A straight part of a line, from where to where it goes. */
interface Stretch {
  readonly run: Line['runs'][number];
  readonly from: Point;
  readonly to: Point;
}

/** Where a pill may stand, and how many other lines it covers there. */
interface Place extends Point {
  readonly covered: number;
}

/** Room between a pill and lines that pass it. */
const CLEAR = 7;

const lengthOf = ({ from, to }: Stretch): number => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

/** The place on a stretch where a pill covers the fewest others, and how many those are. */
function placeOn({ run, from, to }: Stretch, w: number, line: Line, uprights: Uprights): Place {
  const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (run.axis === 'v') return { ...centre, covered: 0 };
  const [lo, hi] = insideOf(run, Math.min(from.x, to.x), Math.max(from.x, to.x), w);
  centre.x = (lo + hi) / 2;
  const free = Math.max(0, (hi - lo) / 2 - w / 2 - 12);
  const reach = free + w / 2 + CLEAR;
  const across = crossingsOf(uprights, line, centre.y, centre.x - reach, centre.x + reach);
  let chosen = { x: centre.x, covered: Number.POSITIVE_INFINITY };
  for (let off = 0; off <= free && chosen.covered > 0; off += 8) {
    for (const x of off === 0 ? [centre.x] : [centre.x + off, centre.x - off]) {
      const covered = across.filter((at) => Math.abs(at - x) < w / 2 + CLEAR).length;
      if (covered < chosen.covered) chosen = { x, covered };
    }
  }
  return { ...chosen, y: centre.y };
}

/** The part of a line that lies inside the zone whose channel it runs in, where a pill fits there: not over its border. */
function insideOf({ channels }: Line['runs'][number], lo: number, hi: number, w: number): [number, number] {
  for (const channel of channels) {
    const { lo: left, hi: right } = channel.along();
    const [from, to] = [Math.max(lo, left + 2), Math.min(hi, right - 2)];
    if (to - from >= w + 4) return [from, to];
  }
  return [lo, hi];
}

/** The x at which other lines cross a height between two x. */
function crossingsOf(uprights: Uprights, own: Line, y: number, lo: number, hi: number): number[] {
  const found: number[] = [];
  for (let i = firstFrom(uprights, lo); i < uprights.length && uprights[i]!.x <= hi; i++) {
    const upright = uprights[i]!;
    if (upright.line !== own && upright.lo < y + 9 && y - 9 < upright.hi) found.push(upright.x);
  }
  return found;
}

/** How far it is from a place on an upright line to the nearest other that passes it. */
function beside(uprights: Uprights, own: Line, { x, y }: Point): number {
  const most = WIDEST_PILL / 2 + CLEAR;
  return Math.min(most, ...crossingsOf(uprights, own, y, x - most, x + most).map((at) => Math.abs(at - x)));
}

function firstFrom(uprights: Uprights, x: number): number {
  let [low, high] = [0, uprights.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (uprights[half]!.x < x) low = half + 1;
    else high = half;
  }
  return low;
}
