import { MARK_GAP, markWidth, PILL_HEIGHT, PILL_PAD } from '../layout/boxes.ts';
import type { DiagramConduit } from '../model/diagram-model.ts';
import type { PlacedConduit, Point } from '../routing/placed-conduit.ts';
import { describeConduit } from './labels.ts';
import { drawMark } from './marks.ts';
import { element, number, rect, text } from './markup.ts';
import type { Part } from './part.ts';

const CORNER = 6;
const ARROW = 8;

/** The line of a conduit with its arrows. */
export function drawConduit({ conduit, titles, around, inner, points }: PlacedConduit): Part {
  const { direction, fault, id, isLeg } = conduit;
  const atStart = direction === 'backward' || direction === 'both';
  const atEnd = direction === 'forward' || direction === 'both';
  const d = pathOf(points);
  const shapes = [
    element('path', { class: 'z-hit', d }),
    element('path', { class: 'z-line', d }),
    atStart ? arrow(points[0]!, points[1]!) : inner[0] ? dot(points[0]!) : '',
    atEnd ? arrow(points.at(-1)!, points.at(-2)!) : inner[1] ? dot(points.at(-1)!) : '',
  ];
  const part = { class: `z-part z-conduit${fault ? ' z-fault' : ''}`, 'data-sort': 'conduit' };
  // The bar that a leg belongs to stands for it.
  const own = isLeg
    ? { 'data-id': conduit.conduits[0]!.id, 'aria-hidden': 'true' }
    : {
        'data-id': id,
        'data-holds': holds(conduit.conduits),
        'data-in': around.zone?.id,
        role: 'treeitem',
        'aria-level': around.depth + 1,
        'aria-label': describeConduit(conduit, titles),
      };
  const svg = element('g', { ...part, ...own }, shapes.join(''));
  return { id: `c:${id}`, svg };
}

/** The conduits of a bundle, by path. */
const holds = (conduits: readonly DiagramConduit[]): string | undefined =>
  conduits.length > 1 ? conduits.map(({ id }) => id).join(' ') : undefined;

/** The pill with the name of a conduit, above all lines. */
export function drawPill({ conduit, label }: PlacedConduit): Part {
  const { findings } = conduit;
  const marked = findings ? markWidth(findings.count) : 0;
  const pill = rect('z-pill', label.x - label.w / 2, label.y - PILL_HEIGHT / 2, label.w, PILL_HEIGHT, PILL_HEIGHT / 2);
  const name = text('z-small', label.x - (marked && marked + MARK_GAP) / 2, label.y + 4, label.text, 'middle');
  const mark = findings ? drawMark(findings, label.x + label.w / 2 - PILL_PAD - marked, label.y) : '';
  const svg = element(
    'g',
    {
      class: `z-part z-label${conduit.fault ? ' z-fault' : ''}`,
      'data-id': conduit.id,
      'data-sort': 'conduit',
      'data-holds': holds(conduit.conduits),
      'aria-hidden': 'true',
    },
    pill + name + mark,
  );
  return { id: `l:${conduit.id}`, svg };
}

/** A path through points, with round corners. */
export function pathOf(points: readonly Point[]): string {
  let d = `M${at(points[0]!)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const r = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
    d += `L${at(towards(corner, before, r))}Q${at(corner)} ${at(towards(corner, after, r))}`;
  }
  return `${d}L${at(points.at(-1)!)}`;
}

/** The head of an arrow whose tip is at a point, coming from another. */
function arrow(tip: Point, from: Point): string {
  const base = towards(tip, from, ARROW);
  const [dx, dy] = [(tip.x - base.x) / ARROW, (tip.y - base.y) / ARROW];
  const left = { x: base.x - 4 * dy, y: base.y + 4 * dx };
  const right = { x: base.x + 4 * dy, y: base.y - 4 * dx };
  return element('path', { class: 'z-arrow', d: `M${at(tip)}L${at(left)}L${at(right)}z` });
}

/** Where a line begins at a border from inside: without it the line seems to come from behind. */
const dot = ({ x, y }: Point): string => element('circle', { class: 'z-arrow', cx: x, cy: y, r: 3 });

const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  const part = whole === 0 ? 0 : by / whole;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
