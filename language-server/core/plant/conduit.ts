import { type Posture, postureOfConduit, statusesOfConduit } from '../analysis/posture.ts';
import { isUntrusted } from '../analysis/zone-facts.ts';
import { type AssetRef, type ConduitRef, conduitOf, type Handle } from '../engine/element.ts';
import { isSameElement } from '../engine/handle.ts';
import { endsOf, ownAssetsOf, viaOf } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Criticality } from '../model/characteristics.ts';
import type { Conduit } from '../model/conduit.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import { accessPointsOf, accessToConduit } from './access-point.ts';
import { assumptionsOf, givenHere, ownerOfSystem, policiesOf } from './given.ts';
import { ResolvedJudged } from './judged.ts';
import { elementIn, elementsIn, flowsIn } from './members.ts';
import type {
  Given,
  Plant,
  PlantAccess,
  PlantAccessPoint,
  PlantAsset,
  PlantConduit,
  PlantEnd,
  PlantFlow,
  PlantPolicy,
  PlantZone,
  Stated,
} from './plant.ts';
import { createStated } from './stated.ts';

class ResolvedConduit extends ResolvedJudged<ConduitRef, Conduit> implements PlantConduit {
  readonly sort = 'conduit';
  #ends: readonly PlantEnd[] | undefined;

  get path(): string {
    return this.declared.path;
  }
  get parent(): PlantZone | undefined {
    return elementIn(this.plant, this.entry, 'zone', this.declared.zone);
  }
  get ends(): readonly PlantEnd[] {
    this.#ends ??= endsOf(this.plant.query, this.ref).map((ref, i) =>
      this.#end(i, ref && this.plant.element(reveal(ref))),
    );
    return this.#ends;
  }
  get via(): readonly PlantAsset[] {
    return viaOf(this.plant.query, this.ref).map((asset) => this.plant.element(reveal(asset)));
  }
  get assets(): readonly PlantAsset[] {
    return elementsIn(this.plant, this.entry, 'asset', this.declared.assets);
  }
  get accessPoints(): readonly PlantAccessPoint[] {
    return accessPointsOf(this.plant, this.entry, this.ref);
  }
  get access(): readonly PlantAccess[] {
    return accessToConduit(this);
  }
  get owner(): Given<string> | undefined {
    return givenHere(this.declared.owner?.value) ?? ownerOfSystem(this);
  }
  get designation(): Given<boolean> | undefined {
    return givenHere(this.declared.safety?.value);
  }
  get criticality(): Given<Criticality> | undefined {
    return givenHere(this.declared.criticality?.value);
  }
  get policies(): Given<readonly PlantPolicy[]> | undefined {
    return givenHere(policiesOf(this));
  }
  get assumptions(): Given<readonly string[]> | undefined {
    return givenHere(assumptionsOf(this.declared));
  }
  get untrusted(): boolean {
    return isUntrusted(this.plant.query, this.ref);
  }
  get flows(): readonly PlantFlow[] {
    return flowsIn(this.plant, this.entry, this.declared.flows);
  }
  get stated(): Stated {
    return createStated(statusesOfConduit(this.plant.query, this.ref));
  }

  /** Without a target nobody has looked. */
  override get slA(): Achievement | undefined {
    return this.slT && super.slA;
  }
  override get slAEvidenced(): Achievement | undefined {
    return this.slT && super.slAEvidenced;
  }

  #end(index: number, zone: PlantZone | undefined): PlantEnd {
    const reference = this.declared.ends?.[index];
    if (!zone) return { reference, name: reference?.text ?? '' };
    const { system } = zone.entry;
    return { reference, zone, name: system === this.entry.system ? zone.path : `${system}.${zone.path}` };
  }

  protected isInSuC(): boolean {
    return true;
  }
  protected target(): SlVector | undefined {
    return this.declared.slT?.vector;
  }
  protected judge(): Posture {
    return postureOfConduit(this.plant.query, this.ref);
  }
  protected carriers(): readonly AssetRef[] {
    const { query } = this.plant;
    const carriers = [...viaOf(query, this.ref), ...ownAssetsOf(query, this.ref)];
    return carriers
      .filter((asset, i) => carriers.findIndex((other) => isSameElement(asset, other)) === i)
      .map(reveal<Handle<'asset'>>);
  }
}

/** A conduit that asks the store for what it is asked. */
export const resolveConduit = (plant: Plant, ref: ConduitRef): PlantConduit =>
  new ResolvedConduit(plant, ref, conduitOf(ref));
