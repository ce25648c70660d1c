import { badgeWidth, eachBox, PORT } from '../layout/boxes.ts';
import { textWidth } from '../layout/text-width.ts';
import type { Layout } from '../layout.ts';
import { colourOf } from '../model/colouring.ts';
import type { Hue } from '../model/diagram-model.ts';
import { badgeOf } from '../model/levels-badge.ts';
import type { Colouring } from '../model/picture-options.ts';
import type { PlacedPort } from '../routing/ports.ts';
import { drawPortSign } from './draw-port.ts';
import { drawEdge, drawSign, type Sign, signOf } from './marks.ts';
import { element, group, rect, text } from './markup.ts';
import type { Part } from './part.ts';

interface Item {
  /** Draws its sign at a place; the line of text has its middle at `y`. */
  readonly draw: (x: number, y: number) => string;
  readonly signWidth: number;
  readonly label: string;
}

const LINE_HEIGHT = 24;

/** The legend of what is in the picture, below it, in as many lines as its width asks for. */
export function drawLegend(layout: Layout, colouring: Colouring): Part {
  const { placed, top, width } = arrangeLegend(layout, colouring);
  const rule = element('path', { class: 'z-rule', d: `M${layout.margin} ${top}h${width}` });
  const items = placed.map(
    ({ item, x, y }) => item.draw(x, y) + text('z-faint', x + item.signWidth + 7, y + 4, item.label),
  );
  return { id: 'legend', svg: group('z-part z-legend', rule + items.join('')) };
}

/** Height of the legend with the room around it, in pixels. */
export function legendHeight(layout: Layout, colouring: Colouring): number {
  return arrangeLegend(layout, colouring).height;
}

function arrangeLegend(layout: Layout, colouring: Colouring) {
  const top = layout.height + 16;
  const width = layout.width - 2 * layout.margin;
  const placed: { item: Item; x: number; y: number }[] = [];
  let x = layout.margin;
  let y = top + 22;
  for (const item of itemsOf(layout, colouring)) {
    const needed = item.signWidth + 7 + textWidth(item.label, 12);
    if (x > layout.margin && x + needed > layout.margin + width) {
      x = layout.margin;
      y += LINE_HEIGHT;
    }
    placed.push({ item, x, y });
    x += needed + 22;
  }
  return { placed, top, width, height: y - layout.height + 22 };
}

function itemsOf({ root, conduits, ports }: Layout, colouring: Colouring): Item[] {
  const kinds = new Map<string, Hue>();
  let met = '';
  let short = '';
  let isBoundary = false;
  let isCollapsed = false;
  let isBus = false;
  const signs = new Set<Sign>();
  eachBox(root, ({ zone, bus, assets, isCard, mark }) => {
    if (zone) {
      const { hue, label } = colourOf(zone, colouring, isCard);
      if (label) kinds.set(label, hue);
      const badge = badgeOf(zone);
      if (badge?.isMet) met ||= badge.text;
      else if (badge) short ||= badge.text;
    }
    isCollapsed ||= isCard;
    isBus ||= bus !== undefined;
    for (const each of [mark, ...assets.map(({ asset }) => asset.findings)]) if (each) signs.add(signOf(each));
    isBoundary ||= assets.some(({ asset }) => asset.boundary);
  });
  const items = [...kinds].map(([label, hue]) => swatch(label, hue));
  if (met) items.push(badge(met, 'z-ink-met', 'security level target reached'));
  if (short) items.push(badge(short, 'z-ink-short', 'achieved below target'));
  if (isBoundary) items.push(boundary());
  items.push(...portsIn(ports));
  const drawn = conduits.map(({ conduit }) => conduit);
  for (const { findings } of drawn) if (findings) signs.add(signOf(findings));
  const plain = drawn.filter(({ fault }) => !fault);
  if (plain.some(({ direction }) => direction !== 'none')) items.push(line('', 'conduit, arrow at what is reached'));
  if (plain.some(({ direction, isLeg }) => direction === 'none' && !isLeg))
    items.push(line('', 'conduit without flows', false));
  if (plain.length < drawn.length) items.push(line(' z-fault', 'conduit that breaks a boundary rule'));
  if (isBus) items.push(bar());
  if (drawn.some((conduit) => conduit.conduits.length > 1)) items.push(bundle());
  for (const [sign, label] of SIGNS) if (signs.has(sign)) items.push(mark(sign, label));
  if (isCollapsed) items.push(fold());
  return items;
}

function swatch(label: string, hue: Hue): Item {
  return {
    label,
    signWidth: 16,
    draw: (x, y) => group(`z-hue-${hue}`, rect('z-body', x, y - 6, 16, 12, 2) + rect('z-header', x + 1, y - 5, 14, 5)),
  };
}

function badge(content: string, ink: string, label: string): Item {
  const w = badgeWidth(content);
  return {
    label,
    signWidth: w,
    draw: (x, y) =>
      group(ink, rect('z-badge', x, y - 8.5, w, 17, 8.5) + text('z-small', x + w / 2, y + 4, content, 'middle')),
  };
}

function boundary(): Item {
  return {
    label: 'boundary asset',
    signWidth: 20,
    draw: (x, y) => group('z-boundary', rect('z-card', x, y - 7, 20, 14, 4) + drawEdge(x, y - 7, 14)),
  };
}

/** A sign for each shape of access point there is. */
function portsIn(ports: readonly PlacedPort[]): Item[] {
  const sign = (label: string, point: Parameters<typeof drawPortSign>[0]): Item => ({
    label,
    signWidth: PORT,
    draw: (x, y) => drawPortSign(point, x + PORT / 2, y),
  });
  const isPhysical = ({ point: { side } }: PlacedPort) => side === 'physical';
  const closed = ports.find(({ point }) => point.closed);
  return [
    ...(ports.some(isPhysical) ? [sign('physical access point', { side: 'physical' })] : []),
    ...(ports.every(isPhysical) ? [] : [sign('logical access point', { side: 'logical' })]),
    ...(closed ? [sign('closed access point', closed.point)] : []),
  ];
}

function line(kind: string, label: string, hasArrow = true): Item {
  const shapes = (x: number, y: number) =>
    element('path', { class: 'z-line', d: `M${x} ${y}h${hasArrow ? 22 : 30}` }) +
    (hasArrow ? element('path', { class: 'z-arrow', d: `M${x + 30} ${y}l-8 -4v8z` }) : '');
  return { label, signWidth: 30, draw: (x, y) => group(`z-conduit${kind}`, shapes(x, y)) };
}

function bar(): Item {
  return {
    label: 'conduit of several zones, or with equipment',
    signWidth: 28,
    draw: (x, y) => group('z-bus', rect('z-bar', x, y - 5, 28, 10, 3)),
  };
}

function bundle(): Item {
  return {
    label: 'so many conduits in one line',
    signWidth: 28,
    draw: (x, y) => rect('z-pill', x, y - 8.5, 28, 17, 8.5) + text('z-small', x + 14, y + 4, '×n', 'middle'),
  };
}

/** What the signs of findings say, the worst first. */
const SIGNS: readonly (readonly [Sign, string])[] = [
  ['error', 'findings, errors among them'],
  ['warning', 'findings, warnings at worst'],
  ['info', 'findings, for information'],
];

function mark(sign: Sign, label: string): Item {
  return { label, signWidth: 13, draw: (x, y) => drawSign(sign, x, y) };
}

function fold(): Item {
  return {
    label: 'collapsed zone',
    signWidth: 8,
    draw: (x, y) => element('path', { class: 'z-fold', d: `M${x + 2} ${y - 4}l4 4-4 4` }),
  };
}
