import { compareEntries, type ElementRef, type ElementSort, elementOf, flowOf } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { resolveAsset } from './asset.ts';
import { resolveConduit } from './conduit.ts';
import { resolveFlow } from './flow.ts';
import type { Plant, PlantElements, PlantUnit } from './plant.ts';
import { resolveRisk } from './risk.ts';
import { resolveSystem } from './system.ts';
import { resolveUnit } from './unit.ts';
import { resolveZone } from './zone.ts';

const RESOLVERS: { readonly [S in ElementSort]: (plant: Plant, ref: ElementRef<S>) => PlantElements[S] } = {
  zone: resolveZone,
  asset: resolveAsset,
  conduit: resolveConduit,
  risk: resolveRisk,
};

/** The plant that a query sees: each object is made when it is first asked for, and once. */
export function createPlant(query: Query): Plant {
  const objects = new Map<object | string, unknown>();
  const once = <T>(key: object | string, make: () => T): T => {
    let object = objects.get(key);
    if (object === undefined) {
      object = make();
      objects.set(key, object);
    }
    return object as T;
  };
  const plant: Plant = {
    query,
    units: () => once('units', () => unitsBySystem(plant)),
    system: (name) => once(`system ${name}`, () => resolveSystem(plant, name)),
    unit: (entry) => once(entry, () => resolveUnit(plant, entry)),
    element: (ref) => once(elementOf(ref), () => RESOLVERS[ref.sort](plant, ref)),
    flow: (ref) => once(flowOf(ref), () => resolveFlow(plant, ref)),
  };
  return plant;
}

function unitsBySystem({ query, unit }: Plant): Map<string, PlantUnit[]> {
  const systems = new Map<string, PlantUnit[]>();
  const own = [...(query.overview?.entries() ?? [])].filter(({ library }) => !library);
  for (const entry of own.sort(compareEntries)) {
    const present = systems.get(entry.system);
    if (present) present.push(unit(entry));
    else systems.set(entry.system, [unit(entry)]);
  }
  return systems;
}
