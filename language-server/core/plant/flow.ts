import type { Handle } from '../engine/entry.ts';
import { type FlowRef, flowOf } from '../engine/entry.ts';
import { resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Flow } from '../model/conduit.ts';
import type { Reference } from '../model/reference.ts';
import { ResolvedObject } from './element.ts';
import { elementIn } from './members.ts';
import type { Plant, PlantConduit, PlantEnd, PlantFlow, PlantSide, PlantZone } from './plant.ts';

class ResolvedFlow extends ResolvedObject<FlowRef, Flow> implements PlantFlow {
  #source: PlantSide | undefined;
  #target: PlantSide | undefined;

  get conduit(): PlantConduit | undefined {
    return elementIn(this.plant, this.entry, 'conduit', this.declared.conduit);
  }
  get parent(): PlantZone | undefined {
    return elementIn(this.plant, this.entry, 'zone', this.declared.zone);
  }
  get source(): PlantSide {
    this.#source ??= sideOf(this, this.plant, this.declared.source);
    return this.#source;
  }
  get target(): PlantSide {
    this.#target ??= sideOf(this, this.plant, this.declared.target);
    return this.#target;
  }
}

function sideOf({ entry, conduit }: PlantFlow, plant: Plant, reference: Reference): PlantSide {
  const found = resolveElement(plant.query, entry, reference);
  if (found.kind !== 'one') return { reference };
  const element = plant.element(reveal(found.target as Handle<'asset' | 'zone'>));
  const zone = element.sort === 'asset' ? element.home : element;
  return { reference, element, zone, end: conduit && endAt(conduit.ends, zone) };
}

/** The end that a zone lies at, of nested ones the innermost; undefined at none. */
function endAt(ends: readonly PlantEnd[], zone: PlantZone): number | undefined {
  let found: number | undefined;
  let depth = 0;
  ends.forEach(({ zone: end }, index) => {
    if (!end || !holds(end, zone) || end.path.length < depth) return;
    found = index;
    depth = end.path.length;
  });
  return found;
}

/** True where one zone is the other, or around it. */
function holds(outer: PlantZone, inner: PlantZone): boolean {
  if (outer.entry.system !== inner.entry.system) return false;
  return inner.path === outer.path || inner.path.startsWith(`${outer.path}.`);
}

export const resolveFlow = (plant: Plant, ref: FlowRef): PlantFlow => new ResolvedFlow(plant, ref, flowOf(ref));
