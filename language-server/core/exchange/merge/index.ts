import type { PlantSystem } from '../../plant/plant.ts';
import type { Home, ImportPlan } from '../plan.ts';
import type { FlowRecord, ImportRecord } from '../records.ts';
import type { TypeRecogniser } from '../types/recognise-type.ts';
import { createAssets } from './assets.ts';
import { createConduits, isZone } from './conduits.ts';
import { createLedger } from './fill.ts';
import { type Protocols, placeFlows } from './flows.ts';
import { createNamer } from './names.ts';
import { createZones } from './zones.ts';

/** Puts what is read together with a system, record by record. */
export interface Merge {
  add(record: ImportRecord): void;
  /** What the import would do; to be called once, when all is read. */
  finish(): ImportPlan;
}

export interface MergeInput {
  readonly plant: PlantSystem;
  readonly types: TypeRecogniser;
  readonly protocols: Protocols;
}

export function createMerge({ plant, types, protocols }: MergeInput): Merge {
  const ledger = createLedger();
  const namer = createNamer();
  const zones = createZones(plant, ledger, namer);
  const conduits = createConduits(plant, zones, ledger, namer);
  const homesNamed = (called: string): readonly Home[] => {
    const conduit = conduitAlone(called);
    return conduit ? [conduit] : zones.find(called);
  };
  const homes = {
    find: homesNamed,
    named: (called: string, level?: number): Home => conduitAlone(called) ?? zones.named(called, level),
    around: zones.around,
    toBePlaced: zones.toBePlaced,
    continued: (home: Home): Home => (isZone(home) ? zones.continued(home) : home),
  };
  const conduitAlone = (called: string) =>
    zones.at(called)
      ? undefined
      : (conduits.at(called) ?? (zones.find(called).length > 0 ? undefined : conduits.find(called)));
  const assets = createAssets(plant, homes, types, ledger, namer);
  const flows: FlowRecord[] = [];

  return {
    add(record) {
      switch (record.sort) {
        case 'asset':
          return assets.add(record);
        case 'zone':
          return zones.add(record);
        case 'conduit':
          return conduits.add(record);
        case 'flow':
          flows.push(record);
      }
    },
    finish() {
      const added = assets.finish();
      const placed = placeFlows(flows, plant, { assets, zones, conduits }, protocols);
      const newZones = zones.finish();
      const touched = [...assets.touched, ...zones.touched, ...conduits.touched];
      return {
        system: plant.name,
        zones: newZones,
        assets: added,
        conduits: conduits.made,
        flows: placed.made,
        fills: ledger.fills,
        conflicts: ledger.conflicts,
        unchanged: touched.filter(({ isChanged }) => !isChanged).length + placed.unchanged,
        unplaced: placed.unplaced,
        unknownTypes: assets.unknownTypes,
        levelsLeft: assets.levelsLeft(),
      };
    },
  };
}
