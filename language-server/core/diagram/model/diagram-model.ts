import type { Achievement, SlVector } from '../../model/levels.ts';
import type { Severity } from '../../model/system.ts';
import type { Icon } from './icons.ts';

/** The colour of a zone by its place in the reference model, so that kinds of users' models have one too. */
export type Hue =
  | 'external'
  | 'enterprise'
  | 'perimeter'
  | 'operations'
  | 'control'
  | 'cell'
  | 'process'
  | 'safety'
  | 'other'
  /** No kinds of zones: how many warnings there are. */
  | 'few'
  | 'many';

/** Findings of one element: how many, and the highest severity among them. */
export interface FindingMark {
  readonly count: number;
  readonly severity: Severity;
}

export interface DiagramAsset {
  /** Path of the element from the system's top, as of all `id`s here. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Title of its type. */
  readonly type?: string;
  readonly icon: Icon;
  /** How many there are, at least 1. */
  readonly count: number;
  /** True for what stands at a boundary: firewalls, gateways, jump hosts. */
  readonly boundary: boolean;
  readonly addresses: readonly string[];
  readonly findings?: FindingMark;
}

/** Where somebody or something gets into a zone or conduit. */
export interface DiagramAccessPoint {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly side?: 'logical' | 'physical';
  readonly location?: string;
  readonly protection?: string;
  readonly usedBy: readonly string[];
  /** False where it says so; undefined where it says nothing. */
  readonly closed?: boolean;
}

/** The id of an access point: its name may be that of an asset beside it, so a path would not tell them apart. */
export const accessPointId = (home: string, name: string): string => `${home}/${name}`;

/** The path of what an access point stands in and its own name; undefined for the path of anything else. */
export function accessPointOf(id: string): { readonly home: string; readonly name: string } | undefined {
  const [home, name] = id.split('/');
  return home !== undefined && name !== undefined ? { home, name } : undefined;
}

export interface DiagramZone {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly kind?: string;
  readonly kindTitle?: string;
  readonly hue: Hue;
  /** Rank of its kind in the reference model, or the likely one: higher is further out, and drawn further up. */
  readonly rank: number;
  /** The highest of its Purdue levels, where the model gives one. */
  readonly level?: number;
  /** All of them, the lowest first. */
  readonly levels?: readonly number[];
  /** What the chip in its header says: `L2`, `L0–1`, `DMZ`, `EXT`; empty for none. */
  readonly chip: string;
  readonly external: boolean;
  readonly slT?: SlVector;
  readonly slA?: Achievement;
  /** The part of it that has evidence. */
  readonly slAEvidenced?: Achievement;
  readonly gap?: SlVector;
  readonly findings?: FindingMark;
  readonly assets: readonly DiagramAsset[];
  readonly accessPoints?: readonly DiagramAccessPoint[];
  readonly zones: readonly DiagramZone[];
  /** The conduits that it hides when it is closed and no zone in it does: between zones in it, or it and such a zone. */
  readonly inner?: readonly DiagramConduit[];
}

/** Who opens the flows of a line: `forward` the side of its first end, `none` where there are no flows. */
export type Direction = 'forward' | 'backward' | 'both' | 'none';

/** The directions of two lines in one. */
export function joined(a: Direction, b: Direction): Direction {
  if (a === b || b === 'none') return a;
  return a === 'none' ? b : 'both';
}

/** The direction of a line as it is from its other end. */
export function turned(direction: Direction): Direction {
  if (direction === 'both' || direction === 'none') return direction;
  return direction === 'forward' ? 'backward' : 'forward';
}

export interface DiagramFlow {
  /** Its sides as they are written. */
  readonly from: string;
  readonly to: string;
  /** Paths of its sides; none for what is not in the picture. */
  readonly source?: string;
  readonly target?: string;
  readonly protocol?: string;
  readonly both: boolean;
}

export interface DiagramConduit {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** The zones it joins, two or more. */
  readonly ends: readonly string[];
  /** For each of its ends who opens the flows there: `forward` its zone, `backward` another side. */
  readonly openings: readonly Direction[];
  /** Its own equipment. */
  readonly assets: readonly DiagramAsset[];
  readonly accessPoints?: readonly DiagramAccessPoint[];
  readonly flows: readonly DiagramFlow[];
  readonly slT?: SlVector;
  /** True when a rule fires on it that finds its boundary open or gone around. */
  readonly fault: boolean;
  readonly findings?: FindingMark;
}

/** True for a conduit that is drawn as a bar with a leg to each zone: no single line could show it. */
export const isBus = ({ ends, assets }: DiagramConduit): boolean => ends.length > 2 || assets.length > 0;

/** What the picture of a system is drawn from: plain data, in the order of the model's text. */
export interface DiagramModel {
  readonly system: { readonly name: string; readonly title: string };
  readonly zones: readonly DiagramZone[];
  readonly conduits: readonly DiagramConduit[];
  /** Flows that stand in zones, not in a conduit. They have no lines. */
  readonly flows: readonly DiagramFlow[];
}

/** Calls `visit` for every zone of the model, outer ones first, with its depth (0 at the top). */
export function eachZone(
  zones: readonly DiagramZone[],
  visit: (zone: DiagramZone, depth: number, parent: DiagramZone | undefined) => void,
  depth = 0,
  parent?: DiagramZone,
): void {
  for (const zone of zones) {
    visit(zone, depth, parent);
    eachZone(zone.zones, visit, depth + 1, zone);
  }
}
