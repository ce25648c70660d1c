import type { Place } from '../model/reference.ts';
import { assetOf, type ElementRef, type ElementSort, elementOf, type Handle, zoneOf } from './element.ts';
import type { Entry } from './entry.ts';
import { reveal } from './reveal.ts';

/** Path of an element from its system's top; a risk's is its name. */
export function pathOf(handle: Handle): string {
  const element = elementOf(reveal(handle));
  return 'path' in element ? element.path : element.name.value;
}

/** Its path as it is written in the system of another element: that of another system begins with the system's name. */
export function pathFrom({ entry }: Pick<Handle, 'entry'>, handle: Handle): string {
  const path = pathOf(handle);
  return handle.entry.system === entry.system ? path : `${handle.entry.system}.${path}`;
}

/** The last segment of its path. */
export const nameOf = (handle: Handle): string => elementOf(reveal(handle)).name.value;

/** Identity of an element across edits: its system, sort and path. */
export function idOf(handle: Handle): string {
  return `${handle.entry.system}/${handle.sort}/${pathOf(handle)}`;
}

/** The place of an element's name, to be pointed to by a finding: such a finding is worked out anew with the element. */
export const namePlaceOf = (handle: Handle): Place => elementOf(reveal(handle)).name.at;

/** The element where it is of a unit, so that all it says may be read. */
export function inUnit<S extends ElementSort>(entry: Entry, handle: Handle<S>): ElementRef<S> | undefined {
  return handle.entry === entry ? reveal(handle) : undefined;
}

/** What an asset stands in, a zone or the conduit whose own equipment it is: it follows from the asset's path. */
export function homeOf(asset: Handle<'asset'>): Handle<'zone'> | Handle<'conduit'> {
  const { zone, conduit } = assetOf(reveal(asset));
  const { entry } = asset;
  return conduit < 0 ? { entry, sort: 'zone', index: zone } : { entry, sort: 'conduit', index: conduit };
}

/** A zone and those around it, the nearest first: they follow from its path. */
export function zonesAround(zone: Handle<'zone'>): Handle<'zone'>[] {
  const chain: Handle<'zone'>[] = [];
  for (let index = zone.index; index >= 0; index = zoneOf(reveal({ ...zone, index })).parent) {
    chain.push({ ...zone, index });
  }
  return chain;
}

declare const identity: unique symbol;

/** What memos know an element by: the same object for all handles of it, to be compared and nothing else. */
export interface Identity {
  readonly [identity]: true;
}

/** Equal for all handles of one element, as long as its unit is not replaced. */
export const identityOf = (handle: Handle): Identity => elementOf(reveal(handle)) as object as Identity;

/** True for one declaration; of two with the same path each is itself only. */
export const isSameElement = (a: Handle, b: Handle): boolean =>
  a.entry === b.entry && a.sort === b.sort && a.index === b.index;

/** True for one path in one system, also where it is declared twice. */
export const isSameZone = (a: Handle<'zone'>, b: Handle<'zone'>): boolean =>
  a.entry.system === b.entry.system && pathOf(a) === pathOf(b);

/** As `isSameZone`, of zones and conduits. */
export const isSameHome = (a: Handle, b: Handle): boolean =>
  a.sort === b.sort && a.entry.system === b.entry.system && pathOf(a) === pathOf(b);

/** True where one zone is the other, or around it. */
export const holds = (outer: Handle<'zone'>, inner: Handle<'zone'>): boolean =>
  isSameZone(outer, inner) ||
  (outer.entry.system === inner.entry.system && pathOf(inner).startsWith(`${pathOf(outer)}.`));
