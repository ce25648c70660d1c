import { badgeWidth, eachBox } from './boxes.ts';
import { type Colouring, meaningOf } from './colouring.ts';
import type { Hue } from './diagram-model.ts';
import type { Group } from './draw.ts';
import type { Layout } from './layout.ts';
import { badgeOf } from './levels-badge.ts';
import { element, rect, text } from './markup.ts';
import { textWidth } from './text-width.ts';

interface Item {
  /** Draws its sign at a place; the line of text has its middle at `y`. */
  readonly draw: (x: number, y: number) => string;
  readonly signWidth: number;
  readonly label: string;
}

const LINE = 24;

/** The legend of what is in the picture, below it, in as many lines as its width asks for. */
export function drawLegend(layout: Layout, colouring: Colouring): Group {
  const { placed, top, width } = arrangeLegend(layout, colouring);
  const rule = element('path', { class: 'z-rule', d: `M${layout.margin} ${top}h${width}` });
  const parts = placed.map(
    ({ item, x, y }) => item.draw(x, y) + text('z-faint', x + item.signWidth + 7, y + 4, item.label),
  );
  return { id: 'legend', svg: element('g', { class: 'z-part z-legend' }, rule + parts.join('')) };
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
      y += LINE;
    }
    placed.push({ item, x, y });
    x += needed + 22;
  }
  return { placed, top, width, height: y - layout.height + 22 };
}

function itemsOf({ root, conduits }: Layout, colouring: Colouring): Item[] {
  const kinds = new Map<string, Hue>();
  let met = '';
  let short = '';
  let isBoundary = false;
  let isCollapsed = false;
  let findings = false;
  eachBox(root, ({ zone, assets, isCard }) => {
    if (!zone) return;
    const { hue, label } = meaningOf(zone, colouring);
    if (label) kinds.set(label, hue);
    const badge = badgeOf(zone);
    if (badge?.isMet) met ||= badge.text;
    else if (badge) short ||= badge.text;
    isCollapsed ||= isCard;
    findings ||= zone.findings !== undefined || assets.some(({ asset }) => asset.findings);
    isBoundary ||= assets.some(({ asset }) => asset.boundary);
  });
  const items = [...kinds].map(([label, hue]) => swatch(label, hue));
  if (met) items.push(badge(met, 'z-ink-met', 'security level target reached'));
  if (short) items.push(badge(short, 'z-ink-short', 'achieved below target'));
  if (isBoundary) items.push(boundary());
  const plain = conduits.filter(({ conduit }) => !conduit.fault);
  if (plain.length > 0) items.push(line('', 'conduit, arrow at what is reached'));
  if (plain.length < conduits.length) items.push(line(' z-fault', 'conduit that breaks a boundary rule'));
  if (findings) items.push(mark());
  if (isCollapsed) items.push(fold());
  return items;
}

function swatch(label: string, hue: Hue): Item {
  return {
    label,
    signWidth: 16,
    draw: (x, y) =>
      element(
        'g',
        { class: `z-hue-${hue}` },
        rect('z-body', x, y - 6, 16, 12, 2) + rect('z-header', x + 1, y - 5, 14, 5),
      ),
  };
}

function badge(content: string, ink: string, label: string): Item {
  const w = badgeWidth(content);
  return {
    label,
    signWidth: w,
    draw: (x, y) =>
      element(
        'g',
        { class: ink },
        rect('z-badge', x, y - 8.5, w, 17, 8.5) + text('z-small', x + w / 2, y + 4, content, 'middle'),
      ),
  };
}

function boundary(): Item {
  return {
    label: 'boundary asset',
    signWidth: 18,
    draw: (x, y) => element('g', { class: 'z-boundary' }, rect('z-card', x, y - 6, 18, 12, 2)),
  };
}

function line(kind: string, label: string): Item {
  const parts = (x: number, y: number) =>
    element('path', { class: 'z-line', d: `M${x} ${y}h22` }) +
    element('path', { class: 'z-arrow', d: `M${x + 30} ${y}l-8 -4v8z` });
  return { label, signWidth: 30, draw: (x, y) => element('g', { class: `z-conduit${kind}` }, parts(x, y)) };
}

function mark(): Item {
  return {
    label: 'findings',
    signWidth: 13,
    draw: (x, y) =>
      element(
        'g',
        { class: 'z-ink-warning' },
        element('path', { class: 'z-mark', d: `M${x + 6} ${y - 6}l6.5 11.5h-13z` }),
      ),
  };
}

function fold(): Item {
  return {
    label: 'collapsed zone',
    signWidth: 8,
    draw: (x, y) => element('path', { class: 'z-fold', d: `M${x + 2} ${y - 4}l4 4-4 4` }),
  };
}
