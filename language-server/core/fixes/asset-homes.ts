import { kindOf } from '../analysis/zone-facts.ts';
import type { Member } from '../analysis/zone-members.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import type { Fix } from './fix.ts';
import { intoZone, intoZoneBeside } from './relocate.ts';

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

const nearest = createMemo<string, readonly ZoneRef[]>();

/** The first zones of some kinds, those in the file of an entry before the others; one more than are offered. */
function nearestZones(query: Query, { system, file }: Entry, kinds: readonly Said<ZoneKind>[]): readonly ZoneRef[] {
  const names = kinds.map(({ name }) => name);
  return nearest(query, `${system} ${names} ${file}`, () => {
    const fitting = zonesOfKinds(query, system).filter(({ kind }) => names.includes(kind));
    const [here, elsewhere] = [true, false].map((isHere) =>
      fitting.filter(({ zone }) => (zone.entry.file === file) === isHere),
    );
    return [...here!, ...elsewhere!].slice(0, MOST_OFFERED + 1).map(({ zone }) => zone);
  });
}

const zones = createMemo<string, readonly { zone: ZoneRef; kind: string }[]>();

/** The zones of a system by their kind, in the order of their paths. */
function zonesOfKinds(query: Query, system: string): readonly { zone: ZoneRef; kind: string }[] {
  return zones(query, system, () =>
    [...(query.overview?.entries() ?? [])]
      .filter((entry) => entry.system === system && !entry.library && !entry.unit.broken)
      .flatMap((entry) => entry.unit.zones.map((_, index): ZoneRef => ({ entry, sort: 'zone', index })))
      .flatMap((zone) => {
        const kind = kindOf(query, zone)?.name;
        return kind === undefined ? [] : [{ zone, kind }];
      })
      .sort((a, b) => (zoneOf(a.zone).path < zoneOf(b.zone).path ? -1 : 1)),
  );
}
