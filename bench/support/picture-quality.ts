/** What tells a good arrangement of zones from a bad one, in numbers; of any engine's. */

export interface PlacedBox {
  readonly id: string;
  /** Id of the box around it; empty at the top. */
  readonly parent: string;
  /** Rank of its zone in the reference model; none for assets. */
  readonly rank?: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PlacedLine {
  readonly ends: readonly [string, string];
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** All coordinates are from the top left of the whole picture, in pixels. */
export interface Arrangement {
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
  readonly width: number;
  readonly height: number;
}

export interface Quality {
  /** Pairs of boxes of one zone that overlap. */
  readonly overlaps: number;
  /** Conduits that run through a zone that holds neither of their ends. */
  readonly through: number;
  /** Share of the pairs of zones of different rank, in one zone, of which the outer one stands above. */
  readonly order: number;
  /** Width by height. */
  readonly aspect: number;
  /** Crossings of conduits, for each of them. */
  readonly crossings: number;
  /** In millions of square pixels. */
  readonly area: number;
}

interface Segment {
  readonly line: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const EPSILON = 0.5;

export function qualityOf({ boxes, lines, width, height }: Arrangement): Quality {
  const children = new Map<string, PlacedBox[]>();
  for (const box of boxes) {
    const siblings = children.get(box.parent);
    if (siblings) siblings.push(box);
    else children.set(box.parent, [box]);
  }
  let overlaps = 0;
  let pairs = 0;
  let inOrder = 0;
  for (const siblings of children.values()) {
    siblings.forEach((a, i) => {
      for (const b of siblings.slice(i + 1)) {
        if (overlap(a, b)) overlaps++;
        if (a.rank === undefined || b.rank === undefined || a.rank === b.rank) continue;
        const [outer, inner] = a.rank > b.rank ? [a, b] : [b, a];
        pairs++;
        if (outer.y + outer.h <= inner.y + EPSILON) inOrder++;
      }
    });
  }
  const segments = lines.flatMap(({ points }, line) =>
    points.slice(1).map((to, i): Segment => {
      const from = points[i]!;
      return {
        line,
        x1: Math.min(from.x, to.x),
        y1: Math.min(from.y, to.y),
        x2: Math.max(from.x, to.x),
        y2: Math.max(from.y, to.y),
      };
    }),
  );
  return {
    overlaps,
    through: countThrough(boxes, lines, segments),
    order: pairs === 0 ? 1 : inOrder / pairs,
    aspect: width / height,
    crossings: lines.length === 0 ? 0 : countCrossings(segments) / lines.length,
    area: (width * height) / 1e6,
  };
}

const overlap = (a: PlacedBox, b: PlacedBox): boolean =>
  a.x + a.w > b.x + EPSILON && b.x + b.w > a.x + EPSILON && a.y + a.h > b.y + EPSILON && b.y + b.h > a.y + EPSILON;

const holds = (zone: string, end: string): boolean => end === zone || end.startsWith(`${zone}.`);

function countThrough(boxes: readonly PlacedBox[], lines: readonly PlacedLine[], segments: readonly Segment[]): number {
  const zones = boxes.filter(({ rank }) => rank !== undefined);
  const bad = new Set<number>();
  for (const { line, x1, y1, x2, y2 } of segments) {
    if (bad.has(line)) continue;
    const [a, b] = lines[line]!.ends;
    for (const { id, x, y, w, h } of zones) {
      const isCrossed = x1 < x + w - EPSILON && x2 > x + EPSILON && y1 < y + h - EPSILON && y2 > y + EPSILON;
      // An end inside a zone makes it the line's own, and so does a zone inside an end, whose conduit runs in it.
      if (isCrossed && !holds(id, a) && !holds(id, b)) bad.add(line);
    }
  }
  return bad.size;
}

/** Upright parts that cross level parts of other lines. */
function countCrossings(segments: readonly Segment[]): number {
  const upright = segments.filter(({ x1, x2, y1, y2 }) => x2 - x1 < EPSILON && y2 - y1 >= EPSILON);
  const level = segments.filter(({ x1, x2, y1, y2 }) => y2 - y1 < EPSILON && x2 - x1 >= EPSILON);
  let count = 0;
  for (const a of upright) {
    for (const b of level) {
      if (a.line !== b.line && b.x1 < a.x1 && a.x1 < b.x2 && a.y1 < b.y1 && b.y1 < a.y2) count++;
    }
  }
  return count;
}

/** How far zones have moved from one arrangement to another, in pixels on average. */
export function shiftBetween(before: Arrangement, after: Arrangement): number {
  const now = new Map(after.boxes.map((box) => [box.id, box]));
  const shifts = before.boxes.flatMap(({ id, rank, x, y }) => {
    const box = now.get(id);
    return rank === undefined || !box ? [] : [Math.abs(box.x - x) + Math.abs(box.y - y)];
  });
  return shifts.reduce((sum, shift) => sum + shift, 0) / Math.max(1, shifts.length);
}
