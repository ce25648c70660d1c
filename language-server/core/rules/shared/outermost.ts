import { isExternal } from '../../analysis/zone-facts.ts';
import { type ZoneRef, zoneOf } from '../../engine/element.ts';
import type { Query } from '../../engine/query.ts';

/**
 * True for the outermost zone of the system under consideration: what nested zones inherit is missed there, once. What
 * lies outside the system is not asked.
 */
export function isOutermost(query: Query, ref: ZoneRef): boolean {
  if (isExternal(query, ref)) return false;
  const { parent } = zoneOf(ref);
  return parent < 0 || isExternal(query, { ...ref, index: parent });
}
