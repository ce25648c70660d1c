import type { Entry } from '../engine/entry.ts';
import { accessPointsIn } from '../model/access-point.ts';
import type { Plant, PlantAccessPoint } from './plant.ts';

/** The access points of an element, by its place in its unit; without one those of the whole unit. */
export function accessPointsOf(
  plant: Plant,
  entry: Entry,
  of?: { readonly sort: PlantAccessPoint['home']['sort']; readonly index: number },
): readonly PlantAccessPoint[] {
  return accessPointsIn(entry.unit)
    .filter(({ sort, index }) => !of || (sort === of.sort && index === of.index))
    .map(({ sort, index, path, point }) => ({
      entry,
      path,
      declared: point,
      get home() {
        return plant.element({ entry, sort, index });
      },
    }));
}
