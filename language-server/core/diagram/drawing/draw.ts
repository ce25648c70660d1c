import {
  type AssetCard,
  type Box,
  badgeWidth,
  chipWidth,
  countLabel,
  eachBox,
  markWidth,
  SIZE,
} from '../layout/boxes.ts';
import { fitText, textWidth } from '../layout/text-width.ts';
import type { Layout } from '../layout.ts';
import { colourOf } from '../model/colouring.ts';
import { ICON_PATHS } from '../model/icons.ts';
import { badgeOf } from '../model/levels-badge.ts';
import type { Colouring } from '../model/picture-options.ts';
import { canCollapse } from '../model/visible.ts';
import { drawBar, drawBarName } from './draw-bar.ts';
import { drawConduit, drawPill } from './draw-conduit.ts';
import { drawPort } from './draw-port.ts';
import { describeAsset, describeZone } from './labels.ts';
import { drawLegend } from './legend.ts';
import { drawEdge, drawMark, drawSmallMark } from './marks.ts';
import { element, group, number, rect, text } from './markup.ts';
import type { Part } from './part.ts';

/** The parts of a picture, in the order they are painted. */
export function drawParts(layout: Layout, colouring: Colouring): Part[] {
  const zones: Part[] = [];
  const bars: Part[] = [];
  const names: Part[] = [];
  const assets: Part[] = [];
  eachBox(layout.root, (box) => {
    if (box.zone) zones.push(drawZone(box, colouring));
    if (box.bus) {
      bars.push(drawBar(box));
      names.push(drawBarName(box));
    }
    for (const card of box.assets) assets.push(drawAsset(card, box));
  });
  return [
    { id: 'title', svg: group('z-part', drawTitle(layout)) },
    ...zones,
    ...bars,
    ...assets,
    ...layout.conduits.map(drawConduit),
    ...layout.conduits.filter(({ conduit }) => !conduit.isLeg).map(drawPill),
    ...names,
    ...layout.ports.map(drawPort),
    drawLegend(layout, colouring),
  ];
}

const drawTitle = ({ title, margin }: Layout): string =>
  title.map((line, i) => text('z-title', margin, 32 + i * SIZE.headingLine, line)).join('');

function drawZone(box: Box, colouring: Colouring): Part {
  const zone = box.zone!;
  const { x, y, w, h, mark, isCard } = box;
  const middle = y + SIZE.header / 2;
  const badge = badgeOf(zone);
  let left = x + 8;
  let right = x + w - 8;
  let shapes = '';
  if (box.isCard) shapes += rect('z-body z-behind', x + 4, y + 4, w, h, 6);
  shapes += rect('z-body', x, y, w, h, 6);
  shapes += element('path', { class: 'z-header', d: headerPath(x, y, w) });
  if (zone.chip) {
    const width = chipWidth(zone.chip);
    shapes += rect('z-chip', left, middle - SIZE.chipHeight / 2, width, SIZE.chipHeight, 3);
    shapes += text('z-chip-text z-small', left + width / 2, middle + 4, zone.chip, 'middle');
    left += width + 8;
  }
  // A closed zone says so; an open one shows how to close it only when it is pointed at, beside its title.
  if (canCollapse(zone) && box.isCard) {
    shapes += drawFold(zone.id, left, y, `M${number(left + 2)} ${number(middle - 4)}l4 4-4 4`);
    left += 14;
  }
  if (badge) {
    const width = badgeWidth(badge.text);
    right -= width;
    const pill = rect('z-badge', right, middle - 8.5, width, 17, 8.5);
    const label = text('z-small', right + width / 2, middle + 4, badge.text, 'middle');
    shapes += group(badge.isMet ? 'z-ink-met' : 'z-ink-short', pill + label);
    right -= 8;
  }
  if (mark) {
    right -= markWidth(mark.count);
    shapes += drawMark(mark, right, middle);
    right -= 8;
  }
  // Room for the fold mark of an open zone is beside its title.
  const room = right - left - (canCollapse(zone) && !box.isCard ? 14 : 0);
  const least = textWidth(box.titleText, SIZE.title, true);
  const title = fitText(zone.title, Math.max(room, least), SIZE.title, true);
  shapes += text('z-zone-title', left, middle + 4.5, title);
  if (canCollapse(zone) && !box.isCard) {
    left += textWidth(title, SIZE.title, true) + 5;
    shapes += drawFold(zone.id, left, y, `M${number(left)} ${number(middle - 2)}l4 4 4-4`);
  }
  if (box.note) shapes += text('z-faint', x + SIZE.pad, y + SIZE.header + 21, box.note);
  const svg = element(
    'g',
    {
      class: `z-part z-zone z-hue-${colourOf(zone, colouring, isCard).hue}${isCard ? ' z-collapsed' : ''}`,
      'data-id': zone.id,
      'data-sort': 'zone',
      role: 'treeitem',
      'aria-level': box.depth,
      'aria-label': describeZone(zone, mark),
      'aria-expanded': canCollapse(zone) ? String(!box.isCard) : undefined,
    },
    shapes,
  );
  return { id: `z:${zone.id}`, svg };
}

function drawFold(zone: string, x: number, y: number, d: string): string {
  const hit = rect('z-hit-area', x - 4, y + 3, 18, SIZE.header - 6);
  const shapes = hit + element('path', { class: 'z-fold', d });
  return element('g', { class: 'z-toggle', 'data-toggle': zone, role: 'presentation' }, shapes);
}

/** The header's ground: round at the top, straight at the bottom, inside the border. */
function headerPath(x: number, y: number, w: number): string {
  const side = number(SIZE.header - 6);
  const width = number(w - 1.4 - 10.6);
  return `M${number(x + 0.7)} ${number(y + SIZE.header)}v-${side}q0-5.3 5.3-5.3h${width}q5.3 0 5.3 5.3v${side}z`;
}

function drawAsset(card: AssetCard, box: Box): Part {
  const { asset, x, y, w, h } = card;
  const middle = y + h / 2;
  const label = countLabel(asset);
  let shapes = asset.count > 1 ? rect('z-card z-behind', x + 3, y + 3, w, h, 4) : '';
  shapes += rect('z-card', x, y, w, h, 4);
  if (asset.boundary) shapes += drawEdge(x, y, h);
  shapes += element('path', {
    class: 'z-icon',
    transform: `translate(${x + 8} ${middle - 8})`,
    d: ICON_PATHS[asset.icon],
  });
  shapes += text('z-text', x + SIZE.iconSpace, middle + 4, card.text);
  let right = x + w - 8;
  if (asset.findings) {
    right -= 12;
    shapes += drawSmallMark(asset.findings, right, middle);
    right -= 6;
  }
  if (label) shapes += text('z-small', right - textWidth(label, SIZE.small, true) / 2, middle + 4, label, 'middle');
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
    shapes,
  );
  return { id: `a:${asset.id}`, svg };
}
