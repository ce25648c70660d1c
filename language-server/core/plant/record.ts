import { hasPassed } from '../analysis/in-force.ts';
import type { Entry } from '../engine/entry.ts';
import { RECORD_SORTS, type RecordDeclarations, type RecordSort, recordedIn } from '../model/record.ts';
import { controlsMeant } from './library.ts';
import { zonesNamed } from './members.ts';
import type { Plant, PlantRecord, PlantRecords } from './plant.ts';

/** The declarations of the record in some units. */
export function recordsIn(plant: Plant, entries: readonly Entry[]): PlantRecords {
  const lists = RECORD_SORTS.map((sort) => [
    sort,
    entries.flatMap((entry) => recordedIn(entry.unit, sort).map((declared) => recordOf(plant, entry, sort, declared))),
  ]);
  return Object.fromEntries(lists) as PlantRecords;
}

/** One of them by its unit and its place there. */
export const recordAt = <S extends RecordSort>(plant: Plant, entry: Entry, sort: S, index: number): PlantRecord<S> =>
  recordOf(plant, entry, sort, recordedIn(entry.unit, sort)[index]!);

function recordOf<S extends RecordSort>(
  plant: Plant,
  entry: Entry,
  sort: S,
  declared: RecordDeclarations[S],
): PlantRecord<S> {
  return {
    sort,
    entry,
    declared,
    get zones() {
      return 'on' in declared ? zonesNamed(plant, entry, declared.on) : [];
    },
    get demands() {
      if (!('requires' in declared)) return [];
      return declared.requires.map(({ controls, on }) => ({
        controls: controls.flatMap(({ text }) => controlsMeant(plant.query, text)),
        zones: zonesNamed(plant, entry, on),
      }));
    },
    get isInPlace() {
      return !('until' in declared && hasPassed(declared.until, plant.query.today));
    },
  };
}
