import type { AssetTraits } from '../analysis/asset-traits.ts';
import { homeKinds } from '../analysis/asset-traits.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import type { Member } from '../analysis/zone-members.ts';
import type { ZoneKind } from '../catalogue/reference-model.ts';
import { type Entry, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { createMemo, type View } from '../engine/view.ts';
import type { Fix } from './fix.ts';
import { intoZone, intoZoneBeside } from './relocate.ts';

const homes = createMemo<AssetTraits, Map<string, readonly ZoneKind[]>>();

/** As `homeKinds`, worked out once for all assets of a type. */
export function homesOf(view: View, system: string, traits: AssetTraits): readonly ZoneKind[] {
  const bySystem = homes(view, traits, () => new Map());
  let kinds = bySystem.get(system);
  if (!kinds) {
    kinds = homeKinds(view, system, traits);
    bySystem.set(system, kinds);
  }
  return kinds;
}

/** At most this many zones are offered to move an asset to. */
const MOST_OFFERED = 3;

/**
 * The moves of an asset to zones of some kinds, those of its own file first, or to a new one where there is none.
 * Empty where a flow or a conduit needs the asset where it is.
 */
export function moveHome(view: View, { ref, asset }: Member, kinds: readonly ZoneKind[]): Fix[] {
  const fixes = nearestZones(view, ref.entry, kinds)
    .filter((zone) => !(zone.entry === ref.entry && zone.index === asset.zone))
    .slice(0, MOST_OFFERED)
    .flatMap((zone) => intoZone(view, ref, zone) ?? [])
    .map(({ zone, edits }): Fix => ({ title: `Move '${asset.name.value}' to zone '${zone}'`, edits }));
  if (fixes.length > 0) return fixes;
  const kind = kinds[0]!.name;
  const moved = intoZoneBeside(view, ref, { stem: kind, kind });
  if (!moved) return [];
  return [{ title: `Move '${asset.name.value}' to a new zone '${moved.zone}' of kind ${kind}`, edits: moved.edits }];
}

const nearest = createMemo<string, readonly ZoneRef[]>();

/** The first zones of some kinds, those in the file of an entry before the others; one more than are offered. */
function nearestZones(view: View, { system, file }: Entry, kinds: readonly ZoneKind[]): readonly ZoneRef[] {
  const names = kinds.map(({ name }) => name);
  return nearest(view, `${system} ${names} ${file}`, () => {
    const fitting = zonesOfKinds(view, system).filter(({ kind }) => names.includes(kind));
    const [here, elsewhere] = [true, false].map((isHere) =>
      fitting.filter(({ zone }) => (zone.entry.file === file) === isHere),
    );
    return [...here!, ...elsewhere!].slice(0, MOST_OFFERED + 1).map(({ zone }) => zone);
  });
}

const zones = createMemo<string, readonly { zone: ZoneRef; kind: string }[]>();

/** The zones of a system by their kind, in the order of their paths. */
function zonesOfKinds(view: View, system: string): readonly { zone: ZoneRef; kind: string }[] {
  return zones(view, system, () =>
    [...(view.overview?.entries() ?? [])]
      .filter((entry) => entry.system === system && !entry.library && !entry.unit.broken)
      .flatMap((entry) => entry.unit.zones.map((_, index): ZoneRef => ({ entry, sort: 'zone', index })))
      .flatMap((zone) => {
        const kind = kindOf(view, zone)?.name;
        return kind === undefined ? [] : [{ zone, kind }];
      })
      .sort((a, b) => (zoneOf(a.zone).path < zoneOf(b.zone).path ? -1 : 1)),
  );
}
