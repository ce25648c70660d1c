import { kindOf } from '../analysis/zone-facts.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ZoneKind } from '../model/reference-model.ts';

/** At most this many zones are answered. */
const MOST_ANSWERED = 4;

const nearest = createMemo<string, readonly ZoneRef[]>();

/** The first zones of some kinds, those in the file of an entry before the others; a few are enough to choose from. */
export function nearestZones(
  query: Query,
  { system, file }: Entry,
  kinds: readonly Said<ZoneKind>[],
): readonly ZoneRef[] {
  const names = kinds.map(({ name }) => name);
  return nearest(query, `${system} ${names} ${file}`, () => {
    const fitting = zonesOfKinds(query, system).filter(({ kind }) => names.includes(kind));
    const [here, elsewhere] = [true, false].map((isHere) =>
      fitting.filter(({ zone }) => (zone.entry.file === file) === isHere),
    );
    return [...here!, ...elsewhere!].slice(0, MOST_ANSWERED).map(({ zone }) => zone);
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
