import { type ConduitRef, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { pathOf, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { isExternal } from './zone-facts.ts';

/** True for a system that has an assessment of risks, or has begun one. */
export const hasRisks = (query: Query, system: string): boolean => query.first(keys.risks(system)) !== undefined;

const isNamed = (query: Query, element: Handle<'zone' | 'conduit'>): boolean =>
  query.first(keys.risksOn(element.entry.system, pathOf(element))) !== undefined;

/** True where a risk is on a zone or on one around it. */
export const isAtRisk = (query: Query, zone: Handle<'zone'>): boolean =>
  zonesAround(zone).some((each) => isNamed(query, each));

/** True where a risk is on a conduit, or on a zone that it joins: what comes to that comes over its conduits. */
export const isConduitAtRisk = (query: Query, conduit: ConduitRef): boolean =>
  isNamed(query, conduit) || endsOf(query, conduit).some((end) => end !== undefined && isAtRisk(query, end));

/** True for a zone of the SuC with an SL-T above 0 that no risk is on, nor on one around it. */
export function isUnassessed(query: Query, ref: ZoneRef): boolean {
  const slT = query.fact(ref, 'slT');
  return (slT?.some((level) => level > 0) ?? false) && !isExternal(query, ref) && !isAtRisk(query, ref);
}

/** True where that holds of the zone around one, too. */
export function isUnassessedAround(query: Query, ref: ZoneRef): boolean {
  const { parent } = zoneOf(ref);
  return parent >= 0 && isUnassessed(query, { ...ref, index: parent });
}
