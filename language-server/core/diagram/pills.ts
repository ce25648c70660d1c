import { SIZE } from './boxes.ts';
import type { PlacedConduit, Point } from './layout.ts';
import { fitText, textWidth } from './text-width.ts';
import type { VisibleConduit } from './visible.ts';
import type { Wire } from './wires.ts';

/** The label of a conduit and its width with the room at its sides. */
export interface Pill {
  readonly text: string;
  readonly w: number;
}

const MOST = 150;

export function pillOf({ label }: VisibleConduit): Pill {
  const text = fitText(label, MOST, SIZE.small, true);
  return { text, w: textWidth(text, SIZE.small, true) + 14 };
}

interface Line {
  readonly wire: Wire;
  readonly points: readonly Point[];
}

/**
 * Where a pill stands: at the place kept for it; else on the longest part in a channel, where it covers the fewest other
 * lines, as near to the middle as can be.
 */
export function placePill(
  { text, w }: Pill,
  wire: Wire,
  kept: Point | undefined,
  lines: readonly Line[],
): PlacedConduit['label'] {
  if (kept) return { ...kept, text, w };
  const { points } = lines.find((line) => line.wire === wire)!;
  const parts = wire.runs.map((run, i) => ({ run, from: points[i]!, to: points[i + 1]! }));
  const inChannel = parts.filter(({ run }) => run.axis === 'h' && run.channels.length > 0);
  const long = ({ from, to }: (typeof parts)[number]) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  const [best] = (inChannel.length > 0 ? inChannel : parts).sort((a, b) => long(b) - long(a));
  const { from, to, run } = best!;
  const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (run.axis === 'v') return { ...centre, text, w };
  const free = Math.max(0, Math.abs(from.x - to.x) / 2 - w / 2 - 12);
  const across = crossingsOf(lines, wire, centre.y, centre.x - free - w / 2, centre.x + free + w / 2);
  let chosen = { x: centre.x, covered: Number.POSITIVE_INFINITY };
  for (let off = 0; off <= free && chosen.covered > 0; off += 8) {
    for (const x of off === 0 ? [centre.x] : [centre.x + off, centre.x - off]) {
      const covered = across.filter((at) => Math.abs(at - x) < w / 2 + 3).length;
      if (covered < chosen.covered) chosen = { x, covered };
    }
  }
  return { x: chosen.x, y: centre.y, text, w };
}

/** The x at which other lines cross a height between two x. */
function crossingsOf(lines: readonly Line[], own: Wire, y: number, lo: number, hi: number): number[] {
  const found: number[] = [];
  for (const { wire, points } of lines) {
    if (wire === own) continue;
    for (let i = 0; i + 1 < points.length; i++) {
      const [a, b] = [points[i]!, points[i + 1]!];
      if (a.x !== b.x || a.x < lo || a.x > hi) continue;
      if (Math.min(a.y, b.y) < y + 9 && y - 9 < Math.max(a.y, b.y)) found.push(a.x);
    }
  }
  return found;
}
