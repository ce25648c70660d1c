import { kindNamed } from '../analysis/kinds.ts';
import { systemModel } from '../analysis/settings.ts';
import { joinedBy } from '../analysis/sides.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

export const isolatedZone = defineRule({
  code: 'isolated-zone',
  title: 'Zone without a conduit',
  group: 'boundaries',
  severity: 'info',
  basis: 'convention',
  // It alone asks what reaches a zone from elsewhere: a conduit's change must not have all flows of the zone judged again.
  apart: true,
  clauses: ['IEC 62443-3-2 ZCR 3.1', 'IEC 62443-3-2 ZCR 6.3'],
  messages: {
    zone: "No conduit reaches zone '{name}' or a zone in it, so by this model nothing may pass between it and the rest of the plant: declare its conduits, or allow this if it stands alone.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { name } = zoneOf(ref);
      // A nested zone is as isolated as the zone around it, which says so.
      if (!isOutermost(query, ref) || isReached(query, ref) || !hasOthers(query, ref)) return;
      report('zone', { name: name.value }, { at: name.at, subject: { sort: 'zone', index: ref.index } });
    },
  },
});

/** True where a conduit ends at a zone, or around or inside it. */
function isReached(query: Query, { entry, index }: ZoneRef): boolean {
  const { zones } = entry.unit;
  const isEnd = (zone: number) =>
    query.all(keys.ends(entry.system, zones[zone]!.path)).some((conduit) => joinedBy(query, conduit) !== undefined);
  const isEndInside = (zone: number): boolean => isEnd(zone) || zones[zone]!.zones.some(isEndInside);
  for (let around = zones[index]!.parent; around >= 0; around = zones[around]!.parent) if (isEnd(around)) return true;
  return isEndInside(index);
}

/** True where the system has another zone of its own. */
function hasOthers(query: Query, { entry, index }: ZoneRef): boolean {
  const { system } = entry;
  const { model } = systemModel(query, system);
  return query.all(keys.zones(system)).some((zone) => {
    const isOutside = zone.value !== undefined && model && kindNamed(model, zone.value)?.flags.includes('external');
    return !isOutside && !(zone.entry === entry && zone.index === index);
  });
}
