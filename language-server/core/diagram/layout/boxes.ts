import { countOf } from '../../text/words.ts';
import type { DiagramAsset, DiagramZone, FindingMark } from '../model/diagram-model.ts';
import { findingsInside } from '../model/findings.ts';
import { badgeOf } from '../model/levels-badge.ts';
import { canCollapse, contentsOf, type VisibleBus, type VisibleModel } from '../model/visible.ts';
import { fitText, textWidth } from './text-width.ts';

/** Sizes in pixels that the layout and the drawing share. */
export const SIZE = {
  header: 28,
  pad: 14,
  cardHeight: 32,
  cardGap: 10,
  cardMost: 304,
  cardLeast: 96,
  /** Left of an asset's title: its icon. */
  iconSpace: 30,
  collapsedHeight: 62,
  /** Gutters that no conduit uses: around the boxes of a row, between them, and between rows. */
  outer: 16,
  between: 28,
  rows: 26,
  titleMost: 340,
  /** The bar of a conduit without equipment; and above and below the equipment of one with some. */
  bar: 26,
  barPad: 7,
  /** The picture's own title, of a zone, of an asset, and the rest. */
  heading: 19,
  headingLine: 25,
  title: 13,
  text: 12,
  small: 11,
  chipHeight: 17,
} as const;

/** The box of a zone, or the bar of a conduit; that of the whole picture and stacks have neither. */
export interface Box {
  readonly id: string;
  readonly zone?: DiagramZone;
  /** The conduit that it is the bar of, and those of the boxes beside it that it joins, or that hold what it joins. */
  readonly bus?: VisibleBus & { readonly joined: ReadonlySet<Box> };
  /** The box around it: of the zone that its zone is in, or of a stack there. */
  parent?: Box;
  /** Zones around it, and one more for the zone itself: 0 for the root. */
  readonly depth: number;
  readonly isCard: boolean;
  /** Child zones in rows, the outermost ranks first. */
  rows: Box[][];
  /** Heights of the rows; boxes may be lower. */
  rowHeights: number[];
  /** Where it stands among its parent's rows. */
  row: number;
  column: number;
  /** Widths of the gutters of each row, from the left: one more than boxes. */
  guttersX: number[][];
  /** Heights of the gutters above each row and below the last. */
  guttersY: number[];
  readonly assets: readonly AssetCard[];
  readonly cardWidth: number;
  /** Width that header and cards need. */
  readonly leastWidth: number;
  /** The title as far as it widens the box: in a wider one more of it is shown. */
  readonly titleText: string;
  /** What a collapsed zone says of its contents. */
  readonly note: string;
  /** The zone's findings; a collapsed one has those of all that it hides. */
  readonly mark?: FindingMark;
  columns: number;
  /** Width it was given when rows were chosen; at least this wide in the end. */
  wantedWidth: number;
  /** Height that the lines at its sides need. */
  leastHeight: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface AssetCard {
  readonly asset: DiagramAsset;
  readonly text: string;
  x: number;
  y: number;
  readonly w: number;
  readonly h: number;
}

/** Boxes of what is visible, neither arranged in rows nor placed. */
export function boxesOf({ model, collapsed }: VisibleModel): Box {
  const make = (zone: DiagramZone | undefined, parent: Box | undefined): Box => {
    const isCard = zone !== undefined && collapsed.has(zone.id);
    const assets = zone && !isCard ? zone.assets : [];
    const cardWidth = cardWidthOf(assets);
    const titleText = zone ? fitText(zone.title, SIZE.titleMost, SIZE.title, true) : '';
    const note = zone && isCard ? noteOf(zone) : '';
    const mark = zone && isCard ? findingsInside(zone) : zone?.findings;
    const header = zone ? headerWidth(zone, titleText, mark) : 0;
    const box: Box = {
      ...EMPTY,
      id: zone?.id ?? '',
      zone,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      isCard,
      assets: assets.map((asset) => cardOf(asset, cardWidth)),
      cardWidth,
      leastWidth: Math.max(header, assets.length > 0 ? cardWidth + 2 * SIZE.pad : 0, noteWidth(note)),
      titleText,
      note,
      mark,
    };
    const children = isCard ? [] : (zone?.zones ?? model.zones);
    // One row for the time being; rows are chosen when their sizes are known.
    box.rows = children.length > 0 ? [children.map((child) => make(child, box))] : [];
    return box;
  };
  return make(undefined, undefined);
}

/** What a box is before it is arranged and placed. */
export const EMPTY = {
  isCard: false,
  rows: [],
  rowHeights: [],
  row: 0,
  column: 0,
  guttersX: [],
  guttersY: [],
  assets: [],
  cardWidth: 0,
  leastWidth: 0,
  titleText: '',
  note: '',
  columns: 1,
  wantedWidth: 0,
  leastHeight: 0,
  x: 0,
  y: 0,
  w: 0,
  h: 0,
} satisfies Partial<Box>;

/** Low boxes of one row on each other, where a high one stands beside them. Nothing of the stack itself is drawn. */
export function stackOf(boxes: readonly Box[]): Box {
  const { parent } = boxes[0]!;
  const stack: Box = {
    ...EMPTY,
    id: `stack ${boxes[0]!.id}`,
    parent,
    depth: parent!.depth,
    rows: boxes.map((box) => [box]),
    guttersX: boxes.map(() => [0, 0]),
    guttersY: [0, ...boxes.slice(1).map(() => SIZE.rows), 0],
  };
  boxes.forEach((box, row) => {
    box.parent = stack;
    box.row = row;
    box.column = 0;
  });
  return stack;
}

/** True for a box that holds others above each other and is no zone. */
export const isStack = ({ zone, bus, parent }: Box): boolean => !zone && !bus && parent !== undefined;

/** The boxes of the zones in a row, those in stacks too. */
export const zonesOfRow = (row: readonly Box[]): Box[] =>
  row.flatMap((box) => (isStack(box) ? zonesOfRow(box.rows.flat()) : [box]));

/** All boxes, outer ones first. */
export function eachBox(box: Box, visit: (box: Box) => void): void {
  visit(box);
  for (const row of box.rows) for (const child of row) eachBox(child, visit);
}

/** What a collapsed zone holds: `3 zones · 48 assets`. */
function noteOf(zone: DiagramZone): string {
  const { zones, assets } = contentsOf(zone);
  return [zones > 0 && countOf(zones, 'zone'), assets > 0 && countOf(assets, 'asset')].filter(Boolean).join(' · ');
}

const noteWidth = (note: string): number => (note ? textWidth(note, SIZE.text) + 2 * SIZE.pad : 0);

/** `×12`, or nothing for one. */
export const countLabel = ({ count }: DiagramAsset): string => (count > 1 ? `×${count}` : '');

/** The cards of a zone are of one width, in steps, so that a longer title seldom moves its neighbours. */
export function cardWidthOf(assets: readonly DiagramAsset[]): number {
  let widest = 0;
  for (const asset of assets) widest = Math.max(widest, textWidth(asset.title, SIZE.text) + extrasOf(asset));
  const stepped = Math.ceil((widest + SIZE.iconSpace + 10) / 16) * 16;
  return Math.min(SIZE.cardMost, Math.max(SIZE.cardLeast, stepped));
}

/** What stands beside an asset's title at the right: count and mark of findings. */
function extrasOf(asset: DiagramAsset): number {
  const label = countLabel(asset);
  return (label ? textWidth(label, SIZE.small, true) + 8 : 0) + (asset.findings ? 22 : 0);
}

export function cardOf(asset: DiagramAsset, w: number): AssetCard {
  const text = fitText(asset.title, w - SIZE.iconSpace - 8 - extrasOf(asset), SIZE.text);
  return { asset, text, x: 0, y: 0, w, h: SIZE.cardHeight };
}

/** Width of the header's parts: chip, fold mark, title, mark of findings, badge, with the room between them. */
function headerWidth(zone: DiagramZone, title: string, mark: FindingMark | undefined): number {
  const badge = badgeOf(zone);
  const parts = [
    chipWidth(zone.chip),
    canCollapse(zone) ? 14 : 0,
    textWidth(title, SIZE.title, true),
    mark ? markWidth(mark.count) : 0,
    badge ? badgeWidth(badge.text) : 0,
  ].filter((width) => width > 0);
  return parts.reduce((sum, width) => sum + width + 8, 0) + 12;
}

/** Width in pixels of the chip with the kind of a zone; 0 without one. */
export const chipWidth = (chip: string): number => (chip ? textWidth(chip, SIZE.small, true) + 8 : 0);
/** Width in pixels of the badge with the SL-T. */
export const badgeWidth = (badge: string): number => textWidth(badge, SIZE.small, true) + 16;
/** The mark of findings: a sign and the count. */
export const markWidth = (count: number): number => 18 + textWidth(String(count), SIZE.small, true);
/** The pill of a conduit: its height, the room at its ends, and between its text and the mark of findings. */
export const PILL_HEIGHT = 18;
export const PILL_PAD = 7;
/** The mark of an access point, in both directions. */
export const PORT = 12;
export const MARK_GAP = 6;
