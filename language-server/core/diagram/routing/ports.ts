import { type Box, eachBox, PILL_HEIGHT, PORT, SIZE } from '../layout/boxes.ts';
import type { DiagramAccessPoint } from '../model/diagram-model.ts';
import type { PlacedConduit, Point } from './placed-conduit.ts';

/** The mark of an access point: on the border of its zone or bar, or of the label of its conduit. */
export interface PlacedPort {
  readonly point: DiagramAccessPoint;
  /** The id of what it is an access point of. */
  readonly home: string;
  /** Where it stands in the tree: 1 at the top. */
  readonly level: number;
  /** Its centre. */
  readonly x: number;
  readonly y: number;
}

/** From one place for a mark to the next. */
const STEP = PORT + 5;
/** Between a mark and a line, so that the line does not seem to lead to it. */
const CLEAR = 6;

/**
 * Places the marks of access points when all else is placed: along the bottom of a box from its left, where that is
 * taken by lines and their labels up its sides. They move nothing.
 */
export function placePorts(root: Box, conduits: readonly PlacedConduit[]): PlacedPort[] {
  const ports: PlacedPort[] = [];
  let taken: readonly Rect[] | undefined;
  eachBox(root, (box) => {
    const points = (box.zone ?? box.bus?.conduit)?.accessPoints ?? [];
    if (points.length === 0) return;
    taken ??= conduits.flatMap(shapesOf);
    const near = taken.filter((shape) => isNear(shape, box));
    const all = placesOn(box);
    const free = all.filter((place) => !near.some((shape) => covers(shape, place)));
    // Where nothing is free, a mark on a line is better than none.
    const places = free.length >= points.length ? free : [...free, ...all.filter((place) => !free.includes(place))];
    const common = { home: box.id, level: box.depth + 1 };
    points.forEach((point, i) => void ports.push({ point, ...common, ...places[i % places.length]! }));
  });
  return [...ports, ...conduits.flatMap(onLabel)];
}

/** On the label of a line, first at its ends; a bundle shows none. */
function onLabel({ conduit, around, label: { x, y, w } }: PlacedConduit): PlacedPort[] {
  const [only] = conduit.conduits;
  if (conduit.isLeg || conduit.conduits.length > 1) return [];
  const ends = [x - w / 2, x + w / 2].map((at) => ({ x: at, y }));
  const below = steps(x - w / 2 + STEP, x + w / 2 - STEP).map((at) => ({ x: at, y: y + PILL_HEIGHT / 2 }));
  const places = [...ends, ...below];
  const common = { home: conduit.id, level: around.depth + 2 };
  return (only?.accessPoints ?? []).map((point, i) => ({ point, ...common, ...places[i % places.length]! }));
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a line covers: each of its parts, and its label. */
function shapesOf({ conduit, points, label }: PlacedConduit): Rect[] {
  const parts = points.slice(1).map((b, i): Rect => {
    const a = points[i]!;
    return {
      left: Math.min(a.x, b.x),
      right: Math.max(a.x, b.x),
      top: Math.min(a.y, b.y),
      bottom: Math.max(a.y, b.y),
    };
  });
  if (conduit.isLeg) return parts;
  const { x, y, w } = label;
  const pill = { left: x - w / 2, right: x + w / 2, top: y - PILL_HEIGHT / 2, bottom: y + PILL_HEIGHT / 2 };
  return [...parts, pill];
}

const REACH = PORT / 2 + CLEAR;

/** True where the mark at a place would touch a shape. */
const covers = ({ left, top, right, bottom }: Rect, { x, y }: Point): boolean =>
  x > left - REACH && x < right + REACH && y > top - REACH && y < bottom + REACH;

/** True where a shape comes near a box. */
const isNear = ({ left, top, right, bottom }: Rect, { x, y, w, h }: Box): boolean =>
  right > x - REACH && left < x + w + REACH && bottom > y - REACH && top < y + h + REACH;

/** The places for marks on the border of a box, the best first: corners, and the header of a zone, are left free. */
function placesOn({ x, y, w, h, zone }: Box): Point[] {
  const bottom = steps(x + SIZE.pad, x + w - SIZE.pad).map((at) => ({ x: at, y: y + h }));
  const upright = zone ? steps(y + SIZE.header + PORT, y + h - SIZE.pad).reverse() : [y + h / 2];
  const sides = [x, x + w].flatMap((side) => upright.map((at) => ({ x: side, y: at })));
  return [...bottom, ...sides];
}

/** Every step from one number to another; the first always. */
const steps = (from: number, to: number): number[] =>
  Array.from({ length: 1 + Math.max(0, Math.floor((to - from) / STEP)) }, (_, i) => from + i * STEP);
