import type { ElementRef, ElementSort } from '../engine/element.ts';
import { compareSources, type Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { resolveAsset } from './asset.ts';
import { resolveConduit } from './conduit.ts';
import { resolveFlow } from './flow.ts';
import type { Plant, PlantElements, PlantFlow, PlantSystem, PlantUnit } from './plant.ts';
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

/** The objects of one unit, each by its index there. */
interface Objects {
  readonly unit: PlantUnit;
  readonly elements: { readonly [S in ElementSort]: PlantElements[S][] };
  readonly flows: PlantFlow[];
}

/** The plant that a query sees: each object is made when it is first asked for, and once. */
export function createPlant(query: Query): Plant {
  const objects = new Map<Entry, Objects>();
  const systems = new Map<string, PlantSystem>();
  let units: ReadonlyMap<string, readonly PlantUnit[]> | undefined;

  function objectsOf(entry: Entry): Objects {
    let found = objects.get(entry);
    if (!found) {
      const elements = { zone: [], asset: [], conduit: [], risk: [] };
      found = { unit: resolveUnit(plant, entry), elements, flows: [] };
      objects.set(entry, found);
    }
    return found;
  }

  const plant: Plant = {
    query,
    units() {
      units ??= unitsBySystem(plant);
      return units;
    },
    system(name) {
      const system = systems.get(name) ?? resolveSystem(plant, name);
      systems.set(name, system);
      return system;
    },
    unit: (entry) => objectsOf(entry).unit,
    element<S extends ElementSort>(ref: ElementRef<S>): PlantElements[S] {
      const known: PlantElements[S][] = objectsOf(ref.entry).elements[ref.sort];
      const element = known[ref.index] ?? RESOLVERS[ref.sort](plant, ref);
      known[ref.index] = element;
      return element;
    },
    flow(ref) {
      const known = objectsOf(ref.entry).flows;
      const flow = known[ref.index] ?? resolveFlow(plant, ref);
      known[ref.index] = flow;
      return flow;
    },
  };
  return plant;
}

function unitsBySystem({ query, unit }: Plant): Map<string, PlantUnit[]> {
  const systems = new Map<string, PlantUnit[]>();
  const own = [...(query.overview?.entries() ?? [])].filter(({ library }) => !library);
  for (const entry of own.sort(compareSources)) {
    const present = systems.get(entry.system);
    if (present) present.push(unit(entry));
    else systems.set(entry.system, [unit(entry)]);
  }
  return systems;
}
