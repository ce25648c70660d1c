import {
  type DiagramConduit,
  type DiagramModel,
  type DiagramZone,
  type Direction,
  eachZone,
  type FindingMark,
} from './diagram-model.ts';
import { together } from './findings.ts';
import type { PictureOptions } from './picture-options.ts';

/** About how many boxes and conduits can be read at once: a larger picture starts with its deepest zones collapsed. */
const BUDGET = 250;

/** In a picture over the budget this many conduits between two zones are one line. */
const PARALLEL = 3;

/** How many levels of zones there are to open. */
export function levelsOf({ zones }: DiagramModel): number {
  let levels = 0;
  eachZone(zones, (zone, depth) => {
    if (canCollapse(zone)) levels = Math.max(levels, depth + 1);
  });
  return levels;
}

/** A line between two visible zones: one conduit, or several whose ends are hidden in them. */
export interface VisibleConduit {
  /** Id of its only conduit, or made of its ends; paths have no spaces, so no conduit has it. */
  readonly id: string;
  /** Indexes of its ends' zones. */
  readonly ends: readonly [string, string];
  /** What its pill says: the title of its conduit, or `×3`. */
  readonly label: string;
  /** The shorter of the title and the name of its conduit. */
  readonly shortLabel: string;
  readonly direction: Direction;
  readonly fault: boolean;
  readonly findings?: FindingMark;
  readonly conduits: readonly DiagramConduit[];
}

/** The part of a model that a picture shows. */
export interface VisibleModel {
  readonly model: DiagramModel;
  /** Zones drawn as a card that hides what they hold. */
  readonly collapsed: ReadonlySet<string>;
  readonly conduits: readonly VisibleConduit[];
}

/** True for zones that have something to hide. */
export function canCollapse(zone: DiagramZone): boolean {
  return zone.zones.length + zone.assets.length > 0;
}

/** What of a model is seen; the rest is hidden in collapsed zones, their conduits lifted out of them. */
export function visibleModel(model: DiagramModel, options: PictureOptions = {}): VisibleModel {
  const collapsed = collapsedZones(model, options);
  const shownAs = new Map<string, string>();
  const show = (zone: DiagramZone, card: string | undefined): void => {
    shownAs.set(zone.id, card ?? zone.id);
    const inner = card ?? (collapsed.has(zone.id) ? zone.id : undefined);
    for (const child of zone.zones) show(child, inner);
  };
  for (const zone of model.zones) show(zone, undefined);
  return { model, collapsed, conduits: liftConduits(model, shownAs) };
}

/** Conduits between what they are shown as; those that end inside a card are one line a pair of cards. */
function liftConduits(model: DiagramModel, shownAs: ReadonlyMap<string, string>): readonly VisibleConduit[] {
  const { conduits } = model;
  const crowded = new Set<string>();
  if (boxesIn(model) + conduits.length > BUDGET) {
    const counts = new Map<string, number>();
    for (const { ends } of conduits) {
      const pair = pairOf(...ends);
      const count = (counts.get(pair) ?? 0) + 1;
      counts.set(pair, count);
      if (count >= PARALLEL) crowded.add(pair);
    }
  }
  const bundles = new Map<string, { ends: readonly [string, string]; conduits: DiagramConduit[] }>();
  for (const conduit of conduits) {
    const [a, b] = conduit.ends.map((end) => shownAs.get(end));
    if (a === undefined || b === undefined || a === b) continue;
    const isLifted = a !== conduit.ends[0] || b !== conduit.ends[1];
    const pair = pairOf(a, b);
    const key = isLifted || crowded.has(pair) ? pair : `= ${conduit.id}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.conduits.push(conduit);
    else bundles.set(key, { ends: [a, b], conduits: [conduit] });
  }
  return [...bundles].map(([key, { ends, conduits: members }]) => {
    const [only] = members;
    const facing = members.map((conduit) => turned(conduit, shownAs.get(conduit.ends[0]) === ends[0]));
    return {
      id: members.length === 1 ? only!.id : key,
      ends,
      ...labelsOf(members),
      direction: facing.reduce(joined),
      fault: members.some(({ fault }) => fault),
      findings: together(members.map(({ findings }) => findings)),
      conduits: members,
    };
  });
}

function labelsOf(conduits: readonly DiagramConduit[]): Pick<VisibleConduit, 'label' | 'shortLabel'> {
  const [{ title, name }] = conduits as [DiagramConduit];
  if (conduits.length > 1) return { label: `×${conduits.length}`, shortLabel: `×${conduits.length}` };
  return { label: title, shortLabel: title.length <= name.length ? title : name };
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function boxesIn({ zones }: DiagramModel): number {
  let boxes = 0;
  eachZone(zones, ({ assets }) => {
    boxes += 1 + assets.length;
  });
  return boxes;
}

function turned({ direction }: DiagramConduit, same: boolean): Direction {
  if (same || direction === 'both' || direction === 'none') return direction;
  return direction === 'forward' ? 'backward' : 'forward';
}

function joined(a: Direction, b: Direction): Direction {
  if (a === b || b === 'none') return a;
  return a === 'none' ? b : 'both';
}

/** The zones to draw as cards: those closed by hand, and the deepest others until the rest fits the budget. */
function collapsedZones(model: DiagramModel, options: PictureOptions): Set<string> {
  const { depth: levels } = options;
  const expanded = new Set(options.expanded);
  const collapsed = new Set(options.collapsed);
  const result = new Set<string>();
  const open: { zone: DiagramZone; depth: number; order: number }[] = [];
  const parents = new Map<string, string>();
  eachZone(model.zones, (zone, depth, parent) => {
    if (parent) parents.set(zone.id, parent.id);
    const isDeep = levels !== undefined && depth >= levels && !expanded.has(zone.id);
    if ((isDeep || collapsed.has(zone.id)) && canCollapse(zone)) result.add(zone.id);
    if (canCollapse(zone)) open.push({ zone, depth, order: open.length });
  });
  if (levels !== undefined || boxesIn(model) + model.conduits.length <= BUDGET) return result;
  const seen = (id: string): boolean => {
    for (let next = parents.get(id); next !== undefined; next = parents.get(next)) if (result.has(next)) return false;
    return true;
  };
  let cost = 0;
  eachZone(model.zones, (zone) => {
    if (seen(zone.id)) cost += result.has(zone.id) ? 1 : 1 + zone.assets.length;
  });
  cost += conduitsShown(model, result, parents);
  // Deepest first; among those the largest, so that few are closed; then the last of the text.
  open.sort((a, b) => b.depth - a.depth || b.zone.assets.length - a.zone.assets.length || b.order - a.order);
  let saved = 0;
  let since = 0;
  for (const { zone } of open) {
    if (cost <= BUDGET) break;
    if (expanded.has(zone.id) || result.has(zone.id) || !seen(zone.id)) continue;
    if (zone.zones.some((child) => expanded.has(child.id))) continue;
    result.add(zone.id);
    saved += zone.assets.length + zone.zones.length;
    // Closing a zone may bundle many conduits: all are counted anew when half of what is too much may be gone.
    if (saved < (cost - BUDGET) / 2 && ++since < Math.max(8, open.length / 32)) continue;
    cost = countShown(model, result, parents);
    saved = 0;
    since = 0;
  }
  return result;
}

function countShown(model: DiagramModel, result: ReadonlySet<string>, parents: ReadonlyMap<string, string>): number {
  let cost = conduitsShown(model, result, parents);
  const visit = (zones: readonly DiagramZone[]): void => {
    for (const zone of zones) {
      cost++;
      if (result.has(zone.id)) continue;
      cost += zone.assets.length;
      visit(zone.zones);
    }
  };
  visit(model.zones);
  return cost;
}

function conduitsShown(model: DiagramModel, result: ReadonlySet<string>, parents: ReadonlyMap<string, string>): number {
  const shown = (id: string): string => {
    let card = id;
    for (let next: string | undefined = id; next !== undefined; next = parents.get(next)) {
      if (result.has(next)) card = next;
    }
    return card;
  };
  const pairs = new Set<string>();
  for (const { id, ends } of model.conduits) {
    const [a, b] = [shown(ends[0]), shown(ends[1])];
    if (a !== b) pairs.add(a === ends[0] && b === ends[1] ? id : pairOf(a, b));
  }
  return pairs.size;
}

/** How many zones and assets are inside a zone, at any depth; assets by their counts. */
export function contentsOf(zone: DiagramZone): { zones: number; assets: number } {
  let zones = 0;
  let assets = 0;
  eachZone([zone], (inner) => {
    zones++;
    for (const { count } of inner.assets) assets += count;
  });
  return { zones: zones - 1, assets };
}
