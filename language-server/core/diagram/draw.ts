import { type AssetCard, type Box, badgeWidth, chipWidth, countLabel, eachBox, markWidth, SIZE } from './boxes.ts';
import type { FindingMark } from './diagram-model.ts';
import { drawConduit, drawPill } from './draw-conduit.ts';
import { ICON_PATHS } from './icons.ts';
import { describeAsset, describeZone } from './labels.ts';
import type { Layout } from './layout.ts';
import { drawLegend } from './legend.ts';
import { badgeOf } from './levels-badge.ts';
import { element, rect, text } from './markup.ts';
import { textWidth } from './text-width.ts';
import { canCollapse } from './visible.ts';

/** One part of the picture. Its text changes only when what it shows changes, so that it can be patched alone. */
export interface Group {
  /** Unique in the picture and the same across edits: a letter for the sort of part, and the element's path. */
  readonly id: string;
  /** One `<g>` element. */
  readonly svg: string;
}

/** The parts of a picture, in the order they are painted. */
export function drawGroups(layout: Layout): Group[] {
  const zones: Group[] = [];
  const assets: Group[] = [];
  eachBox(layout.root, (box) => {
    if (box.zone) zones.push(drawZone(box));
    for (const card of box.assets) assets.push(drawAsset(card, box));
  });
  const { title } = layout.model.system;
  return [
    { id: 'title', svg: element('g', { class: 'z-part' }, text('z-title', layout.margin, 32, title)) },
    ...zones,
    ...assets,
    ...layout.conduits.map(drawConduit),
    ...layout.conduits.map(drawPill),
    drawLegend(layout),
  ];
}

function drawZone(box: Box): Group {
  const zone = box.zone!;
  const { x, y, w, h } = box;
  const middle = y + SIZE.header / 2;
  const badge = badgeOf(zone);
  let left = x + 8;
  let right = x + w - 8;
  let parts = '';
  if (box.isCard) parts += rect('z-body z-behind', x + 4, y + 4, w, h, 6);
  parts += rect('z-body', x, y, w, h, 6);
  parts += element('path', { class: 'z-header', d: headerPath(x, y, w) });
  if (zone.chip) {
    const width = chipWidth(zone.chip);
    parts += rect('z-chip', left, middle - SIZE.chipHeight / 2, width, SIZE.chipHeight, 3);
    parts += text('z-chip-text z-small', left + width / 2, middle + 4, zone.chip, 'middle');
    left += width + 8;
  }
  if (canCollapse(zone)) {
    const d = box.isCard ? `M${left + 2} ${middle - 4}l4 4-4 4` : `M${left} ${middle - 2}l4 4 4-4`;
    const hit = element('rect', { class: 'z-fold-hit', x: left - 4, y: y + 3, width: 18, height: SIZE.header - 6 });
    parts += element('g', { class: 'z-toggle', 'data-toggle': zone.id }, hit + element('path', { class: 'z-fold', d }));
    left += 15;
  }
  parts += text('z-zone-title', left, middle + 4.5, box.titleText);
  if (badge) {
    const width = badgeWidth(badge.text);
    right -= width;
    const pill = rect('z-badge', right, middle - 8.5, width, 17, 8.5);
    const label = text('z-small', right + width / 2, middle + 4, badge.text, 'middle');
    parts += element('g', { class: badge.isMet ? 'z-ink-met' : 'z-ink-short' }, pill + label);
    right -= 8;
  }
  if (zone.findings) parts += drawMark(zone.findings, right - markWidth(zone.findings.count), middle);
  if (box.note) parts += text('z-faint', x + SIZE.pad, y + SIZE.header + 21, box.note);
  const svg = element(
    'g',
    {
      class: `z-part z-zone z-hue-${zone.hue}${box.isCard ? ' z-collapsed' : ''}`,
      'data-id': zone.id,
      'data-sort': 'zone',
      role: 'treeitem',
      'aria-level': box.depth,
      'aria-label': describeZone(zone),
      'aria-expanded': canCollapse(zone) ? String(!box.isCard) : undefined,
    },
    parts,
  );
  return { id: `z:${zone.id}`, svg };
}

/** The header's ground: round at the top, straight at the bottom, inside the border. */
function headerPath(x: number, y: number, w: number): string {
  const [left, top, width] = [x + 0.7, y + 0.7, w - 1.4];
  return `M${left} ${y + SIZE.header}v${-(SIZE.header - 6)}q0 -5.3 5.3 -5.3h${width - 10.6}q5.3 0 5.3 5.3v${SIZE.header - 6}z`
    .replace(/(\d+\.\d)\d+/g, '$1')
    .replace(`M${left} `, `M${Math.round(left * 10) / 10} `)
    .replace(String(top), String(Math.round(top * 10) / 10));
}

/** A sign for the severity with the number of findings; the shape tells what the colour tells. */
export function drawMark({ count, severity }: FindingMark, x: number, middle: number): string {
  const ink = severity === 'error' || severity === 'warning' ? severity : 'info';
  const d =
    ink === 'error'
      ? `M${x + 6} ${middle - 6}l6 6-6 6-6-6z`
      : ink === 'warning'
        ? `M${x + 6} ${middle - 6}l6.5 11.5h-13z`
        : `M${x + 6} ${middle - 5.5}a5.5 5.5 0 1 0 .01 0z`;
  const sign = element('path', { class: 'z-mark', d: tidy(d) });
  return element('g', { class: `z-ink-${ink}` }, sign) + text('z-small', x + 16, middle + 4, String(count));
}

const tidy = (d: string): string => d.replace(/\d+\.\d{2,}/g, (digits) => String(Math.round(Number(digits) * 10) / 10));

function drawAsset(card: AssetCard, box: Box): Group {
  const { asset, x, y, w, h } = card;
  const middle = y + h / 2;
  const label = countLabel(asset);
  let parts = asset.count > 1 ? rect('z-card z-behind', x + 3, y + 3, w, h, 4) : '';
  parts += rect('z-card', x, y, w, h, 4);
  parts += element('path', {
    class: 'z-icon',
    transform: `translate(${x + 8} ${middle - 8})`,
    d: ICON_PATHS[asset.icon],
  });
  parts += text('z-text', x + SIZE.iconSpace, middle + 4, card.text);
  let right = x + w - 8;
  if (asset.findings) {
    right -= 12;
    parts += drawSign(asset.findings, right, middle);
    right -= 6;
  }
  if (label) parts += text('z-small', right - textWidth(label, SIZE.small, true) / 2, middle + 4, label, 'middle');
  const svg = element(
    'g',
    {
      class: `z-part z-asset${asset.boundary ? ' z-boundary' : ''}`,
      'data-id': asset.id,
      'data-sort': 'asset',
      role: 'treeitem',
      'aria-level': box.depth + 1,
      'aria-label': describeAsset(asset),
    },
    parts,
  );
  return { id: `a:${asset.id}`, svg };
}

/** The sign of a mark alone: an asset's card has no room for a number. */
function drawSign({ severity }: FindingMark, x: number, middle: number): string {
  return drawMark({ count: 0, severity }, x, middle).replace(/<text.*$/, '');
}
