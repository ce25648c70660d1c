import type { Asset } from '../model/asset.ts';
import type { Conduit, Flow } from '../model/conduit.ts';
import type { Risk } from '../model/risk.ts';
import type { Zone } from '../model/zone.ts';
import { compareSources, type Entry, type Source } from './entry.ts';

/** Elements of a system that have a path. */
export type ElementSort = 'zone' | 'asset' | 'conduit' | 'risk';

/**
 * An element by what identifies it: what a reference, an end of a conduit or a query answers. What it says is another
 * unit's to change, so its values are asked of the query (`query.fact`), which remembers that they were.
 */
export interface Handle<S extends ElementSort = ElementSort> {
  readonly entry: Source;
  readonly sort: S;
  /** Index in the unit's array of its sort. */
  readonly index: number;
}

/** An element of the unit under check, all of which may be read: whoever replaces that unit checks it anew. */
export interface ElementRef<S extends ElementSort = ElementSort> extends Handle<S> {
  readonly entry: Entry;
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

/** What an element says, whatever its sort. */
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

/** Order of the files, then of the text. */
export function compareElements(a: Handle, b: Handle): number {
  return compareSources(a.entry, b.entry) || a.index - b.index;
}
