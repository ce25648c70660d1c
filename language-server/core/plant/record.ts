import { hasPassed } from '../analysis/in-force.ts';
import type { Entry } from '../engine/entry.ts';
import { resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import { RECORD_SORTS, type RecordDeclarations, type RecordSort, recordedIn } from '../model/record.ts';
import type { Reference } from '../model/reference.ts';
import type { Plant, PlantZone } from './plant.ts';

/** A declaration of the record with what it names. */
export interface PlantRecord<S extends RecordSort = RecordSort> {
  readonly sort: S;
  readonly entry: Entry;
  readonly declared: RecordDeclarations[S];
  /** The zones that it speaks of, those that are known: of an essential function those it rests on. */
  readonly zones: readonly PlantZone[];
  /** False for a countermeasure whose day has passed. */
  readonly isInPlace: boolean;
}

/** The record of a system: what its files declare of each sort, in the order of the files. */
export type PlantRecords = { readonly [S in RecordSort]: readonly PlantRecord<S>[] };

/** The declarations of the record in some units. */
export function recordsIn(plant: Plant, entries: readonly Entry[]): PlantRecords {
  const lists = RECORD_SORTS.map((sort) => [
    sort,
    entries.flatMap((entry) => recordedIn(entry.unit, sort).map((declared) => recordOf(plant, entry, sort, declared))),
  ]);
  return Object.fromEntries(lists) as PlantRecords;
}

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
    get isInPlace() {
      return !('until' in declared && hasPassed(declared.until, plant.query.today));
    },
  };
}

/** The zones that some references mean, those that are known. */
export function zonesNamed(plant: Plant, entry: Entry, references: readonly Reference[]): PlantZone[] {
  return references.flatMap((reference) => {
    const found = resolveElement(plant.query, entry, reference);
    return found.kind === 'one' && found.target.sort === 'zone'
      ? [plant.element(reveal(found.target)) as PlantZone]
      : [];
  });
}
