import type { Entry } from '../engine/entry.ts';
import type { Place, Text } from '../model/reference.ts';
import type { Plant, PlantSystem } from './plant.ts';

/** What everything that is declared has in common. */
export abstract class PlantObject<Declared extends { readonly at: Place }> {
  readonly entry: Entry;
  readonly declared: Declared;
  protected readonly plant: Plant;

  constructor(plant: Plant, entry: Entry, declared: Declared) {
    this.plant = plant;
    this.entry = entry;
    this.declared = declared;
  }

  get at(): Place {
    return this.declared.at;
  }
  get system(): PlantSystem {
    return this.plant.system(this.entry.system);
  }
}

/** What everything with a name has in common. */
export abstract class NamedObject<
  Declared extends { readonly name: Text; readonly title?: Text; readonly at: Place },
> extends PlantObject<Declared> {
  get name(): string {
    return this.declared.name.value;
  }
  get title(): string {
    return this.declared.title?.value || this.name;
  }
}
