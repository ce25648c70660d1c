import { homeKinds, traitsOf } from '../analysis/asset-traits.ts';
import { type Capability, type ComponentDemand, demandOf, requirementsFor, slCOf } from '../analysis/sl-c.ts';
import { statusesOf } from '../analysis/status.ts';
import { type AssetRef, assetOf, type Handle } from '../engine/element.ts';
import { homeOf } from '../engine/handle.ts';
import { reveal, withPlaces } from '../engine/reveal.ts';
import type { Asset } from '../model/asset.ts';
import type { Criticality } from '../model/characteristics.ts';
import type { ComponentClass } from '../model/control.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import { ResolvedNamed } from './element.ts';
import { givenHere } from './given.ts';
import { controlNamed, type PlantType, typeNamed } from './library.ts';
import type { Given, Plant, PlantAsset, PlantConduit, PlantZone, Stated } from './plant.ts';
import { createStated } from './stated.ts';

class ResolvedAsset extends ResolvedNamed<AssetRef, Asset> implements PlantAsset {
  readonly sort = 'asset';

  get path(): string {
    return this.declared.path;
  }
  get home(): PlantZone | PlantConduit {
    return this.plant.element(reveal<Handle<'zone' | 'conduit'>>(homeOf(this.ref)));
  }
  get type(): PlantType | undefined {
    const { type } = this.declared;
    return type && typeNamed(this.plant.query, type.text);
  }
  get homeKinds(): readonly ZoneKind[] {
    const { query } = this.plant;
    const traits = traitsOf(query, this.ref);
    return traits ? homeKinds(query, this.entry.system, traits).map(withPlaces<ZoneKind>) : [];
  }
  get slC(): Capability | undefined {
    return slCOf(this.plant.query, this.ref);
  }
  get criticality(): Given<Criticality> | undefined {
    const { home, declared } = this;
    const around = home.criticality;
    return givenHere(declared.criticality?.value) ?? (around && { by: home, ...around, where: 'around' });
  }
  get required(): PlantAsset['required'] {
    const { query } = this.plant;
    const componentClass = this.class;
    const { slT } = this.home;
    if (!componentClass || !slT) return undefined;
    return requirementsFor(query, componentClass)
      .filter((control) => demandOf(control, componentClass, slT) === 'required')
      .map(({ id, group }) => ({ id, group, status: this.stated.statusOf(id) }));
  }
  demandOf(id: string): ComponentDemand | undefined {
    const { query } = this.plant;
    const control = controlNamed(query, id);
    const componentClass = this.class;
    const { slT } = this.home;
    return control && componentClass && slT && demandOf(control, componentClass, slT);
  }
  get class(): ComponentClass | undefined {
    return traitsOf(this.plant.query, this.ref)?.class;
  }
  get stated(): Stated {
    const { entry, declared, plant } = this;
    return createStated(statusesOf(plant.query, [{ entry, statements: declared.statements }]));
  }
}

/** An asset that asks the store for what it is asked. */
export const resolveAsset = (plant: Plant, ref: AssetRef): PlantAsset => new ResolvedAsset(plant, ref, assetOf(ref));
