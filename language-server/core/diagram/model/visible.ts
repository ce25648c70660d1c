import {
  type DiagramConduit,
  type DiagramModel,
  type DiagramZone,
  type Direction,
  eachZone,
  type FindingMark,
  isBus,
  joined,
  turned,
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

/** A line between two visible zones: one conduit, or several whose ends are hidden in them; or a leg of a bar. */
export interface VisibleConduit {
  /** Id of its only conduit, or made of its ends; paths have no spaces, so no conduit has it. */
  readonly id: string;
  /** Ids of its ends' zones; of a leg the zone's and the bar's. */
  readonly ends: readonly [string, string];
  /** What its pill says: the title of its conduit, or `×3`. */
  readonly label: string;
  /** The shorter of the title and the name of its conduit. */
  readonly shortLabel: string;
  readonly direction: Direction;
  readonly fault: boolean;
  readonly findings?: FindingMark;
  readonly conduits: readonly DiagramConduit[];
  /** True for a leg of a bar, which has no label of its own. */
  readonly isLeg?: boolean;
}

/** A bar: a conduit of several zones, or with equipment of its own, that is seen. */
export interface VisibleBus {
  readonly conduit: DiagramConduit;
  /** Ids of what its ends are shown as, each once. */
  readonly ends: readonly string[];
}

/** The part of a model that a picture shows. */
export interface VisibleModel {
  readonly model: DiagramModel;
  /** Zones drawn as a card that hides what they hold. */
  readonly collapsed: ReadonlySet<string>;
  readonly conduits: readonly VisibleConduit[];
  readonly buses: readonly VisibleBus[];
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
  const buses = busesIn(model, shownAs);
  const legs = buses.flatMap((bus) => legsOf(bus, shownAs));
  return { model, collapsed, conduits: [...liftConduits(model, shownAs), ...legs], buses };
}

/** The bars that join at least two of what is shown. */
function busesIn({ conduits }: DiagramModel, shownAs: ReadonlyMap<string, string>): VisibleBus[] {
  return conduits.filter(isBus).flatMap((conduit) => {
    const shown = conduit.ends.flatMap((end) => shownAs.get(end) ?? []);
    const ends = [...new Set(shown)];
    return shown.length === conduit.ends.length && ends.length > 1 ? [{ conduit, ends }] : [];
  });
}

/** A line from each zone that is shown to the bar. */
function legsOf({ conduit, ends }: VisibleBus, shownAs: ReadonlyMap<string, string>): VisibleConduit[] {
  return ends.map((end) => {
    const openings = conduit.openings.filter((_, i) => shownAs.get(conduit.ends[i]!) === end);
    return {
      id: `${conduit.id} ${end}`,
      ends: [end, conduit.id],
      label: '',
      shortLabel: '',
      direction: openings.reduce(joined),
      fault: conduit.fault,
      conduits: [conduit],
      isLeg: true,
    };
  });
}

/** Conduits between what they are shown as; those that end inside a card are one line a pair of cards. */
function liftConduits(model: DiagramModel, shownAs: ReadonlyMap<string, string>): readonly VisibleConduit[] {
  const lines = model.conduits.filter((conduit) => !isBus(conduit));
  const crowded = new Set<string>();
  if (boxesIn(model) + model.conduits.length > BUDGET) {
    const counts = new Map<string, number>();
    for (const { ends } of lines) {
      const pair = pairOf(ends[0]!, ends[1]!);
      const count = (counts.get(pair) ?? 0) + 1;
      counts.set(pair, count);
      if (count >= PARALLEL) crowded.add(pair);
    }
  }
  const bundles = new Map<string, { ends: readonly [string, string]; conduits: DiagramConduit[] }>();
  for (const conduit of lines) {
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
    const facing = members.map(({ ends: [first], openings: [direction] }) =>
      shownAs.get(first!) === ends[0] ? direction! : turned(direction!),
    );
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

function boxesIn({ zones, conduits }: DiagramModel): number {
  let boxes = conduits.reduce((sum, { assets }) => sum + assets.length, 0);
  eachZone(zones, ({ assets }) => {
    boxes += 1 + assets.length;
  });
  return boxes;
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
  let ofBuses = 0;
  for (const conduit of model.conduits) {
    const { id, ends, assets } = conduit;
    const cards = ends.map(shown);
    const [a, b] = cards as [string, string];
    const joins = new Set(cards).size;
    if (joins < 2) continue;
    if (isBus(conduit)) ofBuses += joins + assets.length;
    else pairs.add(a === ends[0] && b === ends[1] ? id : pairOf(a, b));
  }
  return pairs.size + ofBuses;
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
