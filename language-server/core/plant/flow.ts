import { offersOf } from '../analysis/protocols.ts';
import { endAt, sideOf } from '../analysis/sides.ts';
import { type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import { endsOf } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import { FLOW_PROTECTIONS, type Flow } from '../model/conduit.ts';
import type { Reference } from '../model/reference.ts';
import { ResolvedObject } from './element.ts';
import { givenList, protocolChain, protocolNamed } from './library.ts';
import { elementIn } from './members.ts';
import type { Plant, PlantConduit, PlantFlow, PlantSide, PlantZone } from './plant.ts';

const portText = ({ transport, port }: { readonly transport?: string; readonly port: number }): string =>
  transport ? `${transport} ${port}` : String(port);

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
    this.#source ??= this.#side(this.declared.source);
    return this.#source;
  }
  get target(): PlantSide {
    this.#target ??= this.#side(this.declared.target);
    return this.#target;
  }

  get ports(): readonly string[] {
    const { ports, protocol } = this.declared;
    if (ports.length > 0) return ports.map(portText);
    const own = protocol && protocolNamed(this.plant.query, protocol.text);
    return own ? givenList(protocolChain(this.plant.query, own), (each) => each.ports).map(portText) : [];
  }
  get protections(): PlantFlow['protections'] {
    const { protocol, carrier, protections } = this.declared;
    const names = [protocol, carrier].flatMap((each) => each?.text ?? []);
    const entries = FLOW_PROTECTIONS.map((protection) => {
      const offer = offersOf(this.plant.query, names, protection);
      const isUsed = offer === 'optional' && protections.some(({ value }) => value === protection);
      return [protection, isUsed ? 'used' : offer] as const;
    });
    return Object.fromEntries(entries);
  }

  #side(reference: Reference): PlantSide {
    const { entry, declared, plant } = this;
    const side = sideOf(plant.query, entry, reference);
    if (!side) return { reference };
    const home = plant.element(reveal<Handle<'zone' | 'conduit'>>(side.home));
    const element = plant.element(reveal(side.element as Handle<'asset' | 'zone'>));
    if (declared.conduit < 0) return { reference, element, home };
    const conduit = { entry, sort: 'conduit', index: declared.conduit } as const;
    return { reference, element, home, end: endAt(conduit, endsOf(plant.query, conduit), side) };
  }
}

/** A flow that asks the store for what it is asked. */
export const resolveFlow = (plant: Plant, ref: FlowRef): PlantFlow => new ResolvedFlow(plant, ref, flowOf(ref));
