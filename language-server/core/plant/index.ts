import type { ElementRef, ElementSort, Handle } from '../engine/element.ts';
import { compareSources, type Entry, type Source } from '../engine/entry.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { elementAtPath } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import { createPlant } from './create-plant.ts';
import type { Plant, PlantElements, PlantSystem, PlantUnit } from './plant.ts';

/** The systems of a workspace, by name. The query must be one from outside of an evaluation. */
export function systems(query: Query): readonly PlantSystem[] {
  const plant = plantOf(query);
  return [...plant.units().keys()].sort().map(plant.system);
}

/** The system of a name; one that nothing belongs to is empty. */
export const systemNamed = (query: Query, name: string): PlantSystem => plantOf(query).system(name);

/** A declaration, of a system or of the library. */
export const unitAt = (query: Query, source: Source): PlantUnit => plantOf(query).unit(reveal({ entry: source }).entry);

/** Declarations in the order of the files, the library first. */
export function unitsAt(query: Query, entries: Iterable<Entry>): readonly PlantUnit[] {
  return [...entries].sort(compareSources).map((entry) => unitAt(query, entry));
}

/** What a reference to an element stands for. */
export function elementAt<S extends ElementSort>(query: Query, ref: ElementRef<S>): PlantElements[S] {
  return plantOf(query).element(ref);
}

/** The element of a sort at a path of a system: of several the one that counts. */
export function elementNamed<S extends ElementSort>(
  query: Query,
  system: string,
  path: string,
  sort: S,
): PlantElements[S] | undefined {
  const found = elementAtPath(query, system, path, [sort]) as Handle<S> | undefined;
  return found && elementAt(query, reveal(found));
}

const plants = createMemo<'plant', Plant>();

/** One plant for a query, as long as that lives. */
const plantOf = (query: Query): Plant => plants(query, 'plant', () => createPlant(query));
