import type { ElementSort } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Reference } from '../model/reference.ts';
import type { Plant, PlantElements, PlantFlow, PlantZone } from './plant.ts';

/** The element at an index of a unit; undefined for -1, which stands for none. */
export function elementIn<S extends ElementSort>(
  plant: Plant,
  entry: Entry,
  sort: S,
  index: number,
): PlantElements[S] | undefined {
  return index < 0 ? undefined : plant.element({ entry, sort, index });
}

/** The elements at some indexes of a unit. */
export function elementsIn<S extends ElementSort>(
  plant: Plant,
  entry: Entry,
  sort: S,
  indexes: readonly number[],
): readonly PlantElements[S][] {
  return indexes.map((index) => plant.element({ entry, sort, index }));
}

/** The flows of a unit by their indexes there. */
export function flowsIn(plant: Plant, entry: Entry, indexes: readonly number[]): readonly PlantFlow[] {
  return indexes.map((index) => plant.flow({ entry, index }));
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
