import type { Member } from '../analysis/zone-members.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import type { Fix } from './fix.ts';
import { intoZone, intoZoneBeside } from './relocate.ts';
import { nearestZones } from './zones-of-kinds.ts';

/** At most this many zones are offered to move an asset to. */
const MOST_OFFERED = 3;

/**
 * The moves of an asset to zones of some kinds, those of its own file first, or to a new one where there is none.
 * Empty where a flow or a conduit needs the asset where it is.
 */
export function moveHome(query: Query, { ref, asset }: Member, kinds: readonly Said<ZoneKind>[]): Fix[] {
  const fixes = nearestZones(query, ref.entry, kinds)
    .filter((zone) => !(zone.entry === ref.entry && zone.index === asset.zone))
    .slice(0, MOST_OFFERED)
    .flatMap((zone) => intoZone(query, ref, zone) ?? [])
    .map(({ zone, edits }): Fix => ({ title: `Move '${asset.name.value}' to zone '${zone}'`, edits }));
  if (fixes.length > 0) return fixes;
  const kind = kinds[0]!.name;
  const moved = intoZoneBeside(query, ref, { stem: kind, kind });
  if (!moved) return [];
  return [{ title: `Move '${asset.name.value}' to a new zone '${moved.zone}' of kind ${kind}`, edits: moved.edits }];
}
