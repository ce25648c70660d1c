import { hasAddressInTwo } from '../analysis/addresses.ts';
import { kindNamed } from '../analysis/kinds.ts';
import { systemModel } from '../analysis/settings.ts';
import { joinedBy } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type AssetRef, assetOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { identityOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { joinsAnother } from '../engine/resolve.ts';
import { allAddresses } from '../model/asset.ts';
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
    nested:
      "No conduit reaches zone '{name}', which has a boundary of its own, so by this model nothing may pass between it and the rest of '{around}': declare its conduits, or allow this if it stands alone.",
    separated:
      "No conduit reaches zone '{name}', which is separated from others, so by this model nothing may pass between it and the rest of '{around}': declare its conduits, or allow this if it stands alone.",
  },
  checks: {
    zone(ref, { query }, report) {
      if (!isIsolated(query, ref) || isIsolatedAround(query, ref)) return;
      const { name, parent, boundaries } = zoneOf(ref);
      const details = { at: name.at, subject: { sort: 'zone', index: ref.index } } as const;
      if (isOutermost(query, ref)) report('zone', { name: name.value }, details);
      else {
        const values = { name: name.value, around: zoneOf({ ...ref, index: parent }).name.value };
        report(boundaries.some(({ none }) => !none) ? 'nested' : 'separated', values, details);
      }
    },
  },
});

/** The zone around one. */
function outerOf(ref: ZoneRef): ZoneRef | undefined {
  const { parent } = zoneOf(ref);
  return parent < 0 ? undefined : { ...ref, index: parent };
}

const isolated = createMemo<object, boolean>();

/** True for a zone that is isolated itself, or in one that is. */
function isIsolatedAnyway(query: Query, ref: ZoneRef): boolean {
  return isolated(query, identityOf(ref), () => isIsolated(query, ref) || isIsolatedAround(query, ref));
}

function isIsolatedAround(query: Query, ref: ZoneRef): boolean {
  const outer = outerOf(ref);
  return outer !== undefined && isIsolatedAnyway(query, outer);
}

/** True for an outermost zone, or a nested one that has a boundary of its own or is separated from others, that nothing reaches: all others are as isolated as the zone around them. */
function isIsolated(query: Query, ref: ZoneRef): boolean {
  if (isOutermost(query, ref)) return !isEndAround(query, ref) && !isReached(query, ref) && hasOthers(query, ref);
  const { boundaries, separatedFrom } = zoneOf(ref);
  const isApart = boundaries.some(({ none }) => !none) || separatedFrom.length > 0;
  return isApart && !isExternal(query, ref) && !isReached(query, ref);
}

const endsAround = createMemo<object, boolean>();

/** True where a conduit ends at a zone around. */
function isEndAround(query: Query, ref: ZoneRef): boolean {
  return endsAround(query, identityOf(ref), () => {
    const outer = outerOf(ref);
    return outer !== undefined && (isEnd(query, outer) || isEndAround(query, outer));
  });
}

const reached = createMemo<object, boolean>();

/** True where a conduit ends at a zone or one inside it, or passes a firewall there that has a port at each of its ends. */
function isReached(query: Query, ref: ZoneRef): boolean {
  return reached(query, identityOf(ref), () => {
    const { zones, assets } = zoneOf(ref);
    return (
      isEnd(query, ref) ||
      assets.some((asset) => isPassed(query, { ...ref, sort: 'asset', index: asset })) ||
      zones.some((inner) => isReached(query, { ...ref, index: inner }))
    );
  });
}

function isEnd(query: Query, ref: ZoneRef): boolean {
  const conduits = query.all(keys.ends(ref.entry.system, zoneOf(ref).path));
  return conduits.some((conduit) => joinsAnother(query, conduit, ref));
}

function isPassed(query: Query, asset: AssetRef): boolean {
  const { path } = assetOf(asset);
  if (allAddresses(assetOf(asset)).length < 2) return false;
  return query.all(keys.via(asset.entry.system, path)).some((conduit) => {
    const ends = joinedBy(query, conduit);
    return ends !== undefined && hasAddressInTwo(query, asset, ends);
  });
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
