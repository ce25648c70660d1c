import { currentRevision, latestApproval, outdatedBy } from '../analysis/approval.ts';
import { kindsOf } from '../analysis/kinds.ts';
import { modelHash } from '../analysis/model-hash.ts';
import { riskScales } from '../analysis/risk.ts';
import { systemBaseline, systemModel } from '../analysis/settings.ts';
import { systemBlock } from '../analysis/statements.ts';
import { statusesOf } from '../analysis/status.ts';
import { type Answer, type Key, keys } from '../engine/keys.ts';
import { reveal, withPlaces } from '../engine/reveal.ts';
import type { RecordSort } from '../model/record.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { SystemHeader } from '../model/system.ts';
import { controlNamed } from './library.ts';
import type { Plant, PlantRecord, PlantSystem, PlantUnit, Stated } from './plant.ts';
import { recordAt, recordsIn } from './record.ts';
import { createStated } from './stated.ts';

class ResolvedSystem implements PlantSystem {
  readonly name: string;
  readonly #plant: Plant;

  constructor(plant: Plant, name: string) {
    this.#plant = plant;
    this.name = name;
  }

  get title(): string {
    return this.#titled?.declared.title?.value || this.name;
  }
  get isTitled(): boolean {
    return this.#titled !== undefined;
  }
  get settings(): PlantSystem['settings'] {
    return this.#header(keys.systemHeader(this.name), ({ settings }) => settings);
  }

  get units(): readonly PlantUnit[] {
    return this.#plant.units().get(this.name) ?? [];
  }
  get zones() {
    return this.units.flatMap(({ zones }) => zones);
  }
  get topZones() {
    return this.units.flatMap(({ topZones }) => topZones);
  }
  get assets() {
    return this.units.flatMap(({ assets }) => assets);
  }
  get conduits() {
    return this.units.flatMap(({ conduits }) => conduits);
  }
  get flows() {
    return this.units.flatMap(({ flows }) => flows);
  }
  get risks() {
    return this.units.flatMap(({ risks }) => risks);
  }
  get hash() {
    return modelHash(this.#plant.query, this.name);
  }
  get revision() {
    return this.settings && currentRevision(this.settings.declared);
  }
  get approval(): PlantSystem['approval'] {
    const declared = this.settings && latestApproval(this.settings.declared);
    return (
      declared && { declared, outdated: outdatedBy(this.#plant.query, this.name, this.settings!.declared, declared) }
    );
  }
  get record() {
    return recordsIn(
      this.#plant,
      this.units.map(({ entry }) => entry),
    );
  }
  get size(): PlantSystem['size'] {
    const entries = this.units.map(({ entry }) => entry);
    const sum = (sort: 'zones' | 'assets' | 'conduits') =>
      entries.reduce((total, { unit }) => total + unit[sort].length, 0);
    const files = new Set(entries.map(({ file }) => file)).size;
    return { files, zones: sum('zones'), assets: sum('assets'), conduits: sum('conduits') };
  }

  get modelName() {
    return systemModel(this.#plant.query, this.name).name;
  }
  get model() {
    const { model } = systemModel(this.#plant.query, this.name);
    return model && withPlaces<ReferenceModel>(model);
  }
  get kinds() {
    return this.model ? kindsOf(this.model).map(withPlaces<ZoneKind>) : [];
  }
  get baseline() {
    return systemBaseline(this.#plant.query, this.name);
  }
  get rules() {
    return this.settings?.declared.rules ?? [];
  }
  get scales() {
    return riskScales(this.#plant.query, this.name);
  }
  get stated(): Stated {
    const { query } = this.#plant;
    const block = systemBlock(query, this.name);
    return createStated(statusesOf(query, block ? [block] : []));
  }

  controlNamed(id: string) {
    return controlNamed(this.#plant.query, id);
  }

  recordNamed<S extends RecordSort>(sort: S, name: string): PlantRecord<S> | undefined {
    const found = this.#plant.query.first(keys.recorded(sort, this.name, name));
    return found && recordAt(this.#plant, reveal(found).entry, sort, found.index);
  }

  get #titled(): PlantSystem['settings'] {
    return this.#header(keys.system(this.name), ({ title }) => title !== undefined);
  }
  /** The first header under a key that is wanted, in the order of the files. */
  #header(key: Key<Answer<unknown>>, isWanted: (header: SystemHeader) => boolean): PlantSystem['settings'] {
    for (const answer of this.#plant.query.all(key)) {
      const { entry } = reveal(answer);
      const { system } = entry.unit;
      if (system && isWanted(system)) return { entry, declared: system };
    }
    return undefined;
  }
}

/** A system that asks the store for what it is asked; one of a name that no file has is empty. */
export const resolveSystem = (plant: Plant, name: string): PlantSystem => new ResolvedSystem(plant, name);
