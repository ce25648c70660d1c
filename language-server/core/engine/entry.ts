import type { Asset } from '../model/asset.ts';
import type { Conduit, Flow } from '../model/conduit.ts';
import type { Risk } from '../model/risk.ts';
import type { Unit } from '../model/unit.ts';
import type { Zone } from '../model/zone.ts';

/** A unit in the workspace: which file it stands in, where in that file, and the system it belongs to. */
export interface Entry {
  readonly unit: Unit;
  /** The file's URI. */
  readonly file: string;
  /** Position among the units of its file; the only thing that an edit elsewhere in the file changes. */
  position: number;
  /** Empty for the library. */
  readonly system: string;
  readonly library: boolean;
}

/** Elements of a system that have a path. */
export type ElementSort = 'zone' | 'asset' | 'conduit' | 'risk';

/** An element by its unit and its index in the unit's array of its sort. */
export interface ElementRef<S extends ElementSort = ElementSort> {
  readonly entry: Entry;
  readonly sort: S;
  readonly index: number;
}

export type ZoneRef = ElementRef<'zone'>;
export type AssetRef = ElementRef<'asset'>;
export type ConduitRef = ElementRef<'conduit'>;
export type RiskRef = ElementRef<'risk'>;

/** A flow by its unit and its index there: it has no name of its own, so no path. */
export type FlowRef = Omit<ElementRef, 'sort'>;

export const zoneOf = ({ entry, index }: ZoneRef): Zone => entry.unit.zones[index]!;
export const assetOf = ({ entry, index }: AssetRef): Asset => entry.unit.assets[index]!;
export const conduitOf = ({ entry, index }: ConduitRef): Conduit => entry.unit.conduits[index]!;

export const riskOf = ({ entry, index }: RiskRef): Risk => entry.unit.risks[index]!;
export const flowOf = ({ entry, index }: FlowRef): Flow => entry.unit.flows[index]!;

export function elementOf(ref: ElementRef): Zone | Asset | Conduit | Risk {
  switch (ref.sort) {
    case 'zone':
      return ref.entry.unit.zones[ref.index]!;
    case 'asset':
      return ref.entry.unit.assets[ref.index]!;
    case 'conduit':
      return ref.entry.unit.conduits[ref.index]!;
    case 'risk':
      return ref.entry.unit.risks[ref.index]!;
  }
}

/** Path of an element from its system's top; a risk's is its name. */
export function pathOf(ref: ElementRef): string {
  const element = elementOf(ref);
  return 'path' in element ? element.path : element.name.value;
}

/** Identity of an element across edits: its system, sort and path. */
export function idOf(ref: ElementRef): string {
  return `${ref.entry.system}/${ref.sort}/${pathOf(ref)}`;
}

/** Order of files, then of the text: what "first" and "second" mean in findings. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.library !== b.library) return a.library ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.position - b.position;
}

export function compareElements(a: ElementRef, b: ElementRef): number {
  return compareEntries(a.entry, b.entry) || a.index - b.index;
}
