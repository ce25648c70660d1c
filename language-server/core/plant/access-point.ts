import type { Entry } from '../engine/entry.ts';
import { accessPointsIn } from '../model/access-point.ts';
import type { Plant, PlantAccess, PlantAccessPoint, PlantConduit, PlantFlow, PlantZone } from './plant.ts';

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

/** All ways into a zone: its conduits in the order of the files, then the access points that it declares. */
export function accessToZone(zone: PlantZone): PlantAccess[] {
  const meetings = zone.joinedBy.map((conduit) => meeting(conduit, flowsAt(conduit, zone)));
  return [...meetings, ...zone.accessPoints.map(declaredAccess)];
}

/** All ways into a conduit: the zones that it joins, each once, then the access points that it declares. */
export function accessToConduit(conduit: PlantConduit): PlantAccess[] {
  const zones = new Set(conduit.ends.flatMap(({ zone }) => zone ?? []));
  const meetings = [...zones].map((zone) => meeting(zone, flowsAt(conduit, zone)));
  return [...meetings, ...conduit.accessPoints.map(declaredAccess)];
}

const meeting = (beyond: PlantZone | PlantConduit, flows: readonly PlantFlow[]): PlantAccess => ({
  side: 'logical',
  beyond,
  flows,
});

const declaredAccess = (point: PlantAccessPoint): PlantAccess => ({
  side: point.declared.side?.value,
  point,
  flows: [],
});

/** The flows of a conduit that lead into a zone that it joins, or out of it. */
const flowsAt = ({ ends, flows }: PlantConduit, zone: PlantZone): PlantFlow[] =>
  flows.filter(({ source, target }) => [source, target].some(({ end }) => ends[end ?? -1]?.zone === zone));
