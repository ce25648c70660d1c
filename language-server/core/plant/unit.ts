import type { Entry } from '../engine/entry.ts';
import type { SystemHeader } from '../model/system.ts';
import { accessPointsOf } from './access-point.ts';
import { elementsIn, flowsIn } from './members.ts';
import type {
  Plant,
  PlantAccessPoint,
  PlantAsset,
  PlantConduit,
  PlantFlow,
  PlantRisk,
  PlantUnit,
  PlantZone,
} from './plant.ts';
import { recordsIn } from './record.ts';

class ResolvedUnit implements PlantUnit {
  readonly entry: Entry;
  readonly #plant: Plant;

  constructor(plant: Plant, entry: Entry) {
    this.#plant = plant;
    this.entry = entry;
  }

  get header(): SystemHeader | undefined {
    return this.entry.unit.system;
  }
  get zones(): readonly PlantZone[] {
    return elementsIn(this.#plant, this.entry, 'zone', all(this.entry.unit.zones));
  }
  get topZones(): readonly PlantZone[] {
    const { entry } = this;
    return elementsIn(
      this.#plant,
      entry,
      'zone',
      outermost(entry.unit.zones, ({ parent }) => parent),
    );
  }
  get assets(): readonly PlantAsset[] {
    return elementsIn(this.#plant, this.entry, 'asset', all(this.entry.unit.assets));
  }
  get conduits(): readonly PlantConduit[] {
    return elementsIn(this.#plant, this.entry, 'conduit', all(this.entry.unit.conduits));
  }
  get topConduits(): readonly PlantConduit[] {
    const { entry } = this;
    return elementsIn(
      this.#plant,
      entry,
      'conduit',
      outermost(entry.unit.conduits, ({ zone }) => zone),
    );
  }
  get flows(): readonly PlantFlow[] {
    return flowsIn(this.#plant, this.entry, all(this.entry.unit.flows));
  }
  get risks(): readonly PlantRisk[] {
    return elementsIn(this.#plant, this.entry, 'risk', all(this.entry.unit.risks));
  }
  get accessPoints(): readonly PlantAccessPoint[] {
    return accessPointsOf(this.#plant, this.entry);
  }
  get matrices() {
    return this.entry.unit.matrices;
  }
  get record() {
    return recordsIn(this.#plant, [this.entry]);
  }
  get shared(): PlantUnit['shared'] {
    return this.entry.unit;
  }
  get broken(): boolean {
    return this.entry.unit.broken;
  }
}

const all = (items: readonly unknown[]): number[] => items.map((_, index) => index);

/** The indexes of those that stand in nothing. */
function outermost<T>(items: readonly T[], around: (item: T) => number): number[] {
  return items.flatMap((item, index) => (around(item) < 0 ? [index] : []));
}

/** A top-level declaration that asks the store for what it is asked. */
export const resolveUnit = (plant: Plant, entry: Entry): PlantUnit => new ResolvedUnit(plant, entry);
