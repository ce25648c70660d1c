import { type FocusState, focusOf } from '../analysis/focus.ts';
import { type Posture, postureOfZone, statusesOfZone } from '../analysis/posture.ts';
import { isExternal, kindOf } from '../analysis/zone-facts.ts';
import { type AssetRef, type ConduitRef, compareElements, type ZoneRef, zoneOf } from '../engine/element.ts';
import { keys } from '../engine/keys.ts';
import { reveal, withPlaces } from '../engine/reveal.ts';
import { inherited, levelsOf } from '../engine/zone-chain.ts';
import type { Criticality } from '../model/characteristics.ts';
import type { SlVector } from '../model/levels.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import type { Zone } from '../model/zone.ts';
import { accessPointsOf, accessToZone } from './access-point.ts';
import { assumptionsOf, givenAround, ownerOfSystem, policiesOf } from './given.ts';
import { ResolvedJudged } from './judged.ts';
import { elementIn, elementsIn, flowsIn, zonesNamed } from './members.ts';
import type {
  Given,
  Plant,
  PlantAccess,
  PlantAccessPoint,
  PlantAsset,
  PlantConduit,
  PlantFlow,
  PlantPolicy,
  PlantZone,
  Stated,
} from './plant.ts';
import { createStated } from './stated.ts';

class ResolvedZone extends ResolvedJudged<ZoneRef, Zone> implements PlantZone {
  readonly sort = 'zone';

  get path(): string {
    return this.declared.path;
  }
  get parent(): PlantZone | undefined {
    return elementIn(this.plant, this.entry, 'zone', this.declared.parent);
  }
  get zones(): readonly PlantZone[] {
    return elementsIn(this.plant, this.entry, 'zone', this.declared.zones);
  }
  get assets(): readonly PlantAsset[] {
    return elementsIn(this.plant, this.entry, 'asset', this.declared.assets);
  }
  get conduits(): readonly PlantConduit[] {
    return elementsIn(this.plant, this.entry, 'conduit', this.declared.conduits);
  }
  get flows(): readonly PlantFlow[] {
    return flowsIn(this.plant, this.entry, this.declared.flows);
  }
  get joinedBy(): readonly PlantConduit[] {
    const { plant, entry, path } = this;
    const ending = plant.query.all(keys.ends(entry.system, path)).map((conduit): ConduitRef => reveal(conduit));
    // A conduit from a zone to itself ends at it twice.
    return [...new Set(ending.sort(compareElements).map((ref) => plant.element(ref)))];
  }

  get kind(): ZoneKind | undefined {
    const kind = kindOf(this.plant.query, this.ref);
    return kind && withPlaces<ZoneKind>(kind);
  }
  get level(): number | undefined {
    return this.levels.at(-1);
  }
  get levels(): readonly number[] {
    return levelsOf(this.ref);
  }
  get accessPoints(): readonly PlantAccessPoint[] {
    return accessPointsOf(this.plant, this.entry, this.ref);
  }
  get separatedFrom(): readonly PlantZone[] {
    return zonesNamed(this.plant, this.entry, this.declared.separatedFrom);
  }
  get external(): boolean {
    return isExternal(this.plant.query, this.ref);
  }
  get owner(): Given<string> | undefined {
    return givenAround(this, ({ owner }) => owner?.value) ?? (this.external ? undefined : ownerOfSystem(this));
  }
  get designation(): Given<boolean> | undefined {
    const given = givenAround(this, ({ safety }) => safety?.value);
    const isOfKind = given?.where !== 'here' && this.kind?.flags.includes('safety');
    return isOfKind ? { value: true, where: 'kind' } : given;
  }
  get criticality(): Given<Criticality> | undefined {
    return givenAround(this, ({ criticality }) => criticality?.value);
  }
  get policies(): Given<readonly PlantPolicy[]> | undefined {
    return givenAround(this, (_, zone) => policiesOf(zone));
  }
  get assumptions(): Given<readonly string[]> | undefined {
    return givenAround(this, assumptionsOf);
  }
  get access(): readonly PlantAccess[] {
    return accessToZone(this);
  }
  get focus(): readonly FocusState[] {
    return focusOf(this.plant.query, this.ref);
  }
  get stated(): Stated {
    return createStated(statusesOfZone(this.plant.query, this.ref), () => around(this));
  }

  protected isInSuC(): boolean {
    return !this.external;
  }
  protected target(): SlVector | undefined {
    return inherited(this.ref, ({ slT }) => slT)?.vector;
  }
  protected judge(): Posture {
    return postureOfZone(this.plant.query, this.ref);
  }
  protected carriers(): readonly AssetRef[] {
    return this.declared.assets.map((index) => ({ entry: this.entry, sort: 'asset', index }));
  }
}

/** The zones around a zone, the nearest first. */
function around({ parent }: PlantZone): PlantZone[] {
  return parent ? [parent, ...around(parent)] : [];
}

/** A zone that asks the store for what it is asked. */
export const resolveZone = (plant: Plant, ref: ZoneRef): PlantZone => new ResolvedZone(plant, ref, zoneOf(ref));
