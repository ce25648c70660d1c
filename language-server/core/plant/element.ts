import type { FlowRef } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import type { Place, Text } from '../model/reference.ts';
import type { Plant, PlantSystem } from './plant.ts';

/*
 * Classes, as a getter of a class costs nothing until it is asked: an object with getters of its own takes longer to
 * make than most are ever asked for, and a plant has thousands.
 */

/** What everything that is declared has in common. */
export abstract class ResolvedObject<Ref extends FlowRef, Declared extends { readonly at: Place }> {
  protected readonly plant: Plant;
  protected readonly ref: Ref;
  readonly declared: Declared;

  constructor(plant: Plant, ref: Ref, declared: Declared) {
    this.plant = plant;
    this.ref = ref;
    this.declared = declared;
  }

  get entry(): Entry {
    return this.ref.entry;
  }
  get at(): Place {
    return this.declared.at;
  }
  get system(): PlantSystem {
    return this.plant.system(this.entry.system);
  }
}

/** What the declaration of something with a name has. */
export interface Named {
  readonly name: Text;
  readonly title?: Text;
  readonly at: Place;
}

/** What everything with a name has in common. */
export abstract class ResolvedNamed<Ref extends FlowRef, Declared extends Named> extends ResolvedObject<Ref, Declared> {
  get name(): string {
    return this.declared.name.value;
  }
  get title(): string {
    return this.declared.title?.value || this.name;
  }
}
