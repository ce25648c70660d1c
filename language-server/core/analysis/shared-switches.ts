import type { Handle } from '../engine/element.ts';
import { homeOf, idOf, isSameHome, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { traitsOf } from './asset-traits.ts';
import { joinedBy } from './sides.ts';
import { isExternal, isSafetyRelated } from './zone-facts.ts';

/** What a switch serves together. */
export interface SharedSwitch {
  readonly conduits: readonly Handle<'conduit'>[];
  readonly zones: readonly Handle<'zone'>[];
  /** The first two of the zones that differ in their designation or SL-T. */
  readonly pair: Pair;
}

/** What a switch serves together, where that goes beyond the ends of one conduit and differs; undefined for all else. */
export function sharedBy(query: Query, asset: Handle<'asset'>): SharedSwitch | undefined {
  if (!traitsOf(query, asset)?.flags.has('switch')) return undefined;
  const conduits = servedBy(query, asset);
  const zones = sharing(query, conduits);
  const pair = zones && differing(query, zones);
  return pair && { conduits, zones, pair };
}

/** The conduits that pass a switch, and the one whose equipment it is. */
function servedBy(query: Query, ref: Handle<'asset'>): Handle<'conduit'>[] {
  const passing = query.all(keys.via(ref.entry.system, pathOf(ref)));
  const home = homeOf(ref);
  if (home.sort === 'zone') return inOrder(passing);
  return inOrder([home, ...passing.filter((conduit) => !isSameHome(conduit, home))]);
}

const inOrder = <S extends 'zone' | 'conduit'>(elements: readonly Handle<S>[]): Handle<S>[] =>
  [...elements].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

/** The zones of the system that conduits touch together; undefined where they are the two ends of one and the same. */
function sharing(query: Query, conduits: readonly Handle<'conduit'>[]): readonly Handle<'zone'>[] | undefined {
  const zones = new Map<string, Handle<'zone'>>();
  let most = 0;
  for (const conduit of conduits) {
    const ends = joinedBy(query, conduit) ?? [];
    if (ends.length === 2) most = 2;
    for (const end of ends) zones.set(idOf(end), end);
  }
  if (zones.size <= most) return undefined;
  return inOrder([...zones.values()].filter((zone) => !isExternal(query, zone)));
}

/** Two zones that differ in what they ask for. */
export interface Pair {
  readonly first: Handle<'zone'>;
  readonly second: Handle<'zone'>;
  readonly by: 'levels' | 'safety';
}

/** The first two zones that differ in their designation, or else in their SL-T where both have one. */
function differing(query: Query, zones: readonly Handle<'zone'>[]): Pair | undefined {
  const first = zones.find((zone) => isSafetyRelated(query, zone));
  const second = zones.find((zone) => !isSafetyRelated(query, zone));
  if (first && second) return { first, second, by: 'safety' };
  // Where any two differ, one of them differs from the first.
  const levelOf = (zone: Handle<'zone'>) => query.fact(zone, 'slT')?.join();
  const known = zones.filter((zone) => levelOf(zone) !== undefined);
  const other = known.find((zone) => levelOf(zone) !== levelOf(known[0]!));
  return other && { first: known[0]!, second: other, by: 'levels' };
}
