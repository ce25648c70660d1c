import { systems } from '../core/plant/index.ts';
import type { PlantSystem } from '../core/plant/plant.ts';
import { closest } from '../core/text/closest.ts';
import { listAnd } from '../core/text/words.ts';
import { Failure } from './failure.ts';
import type { Model } from './models.ts';

/** A system that a command is about, and where its model is. */
export interface ChosenSystem {
  readonly model: Model;
  readonly plant: PlantSystem;
}

/**
 * The named system, or all that the files belong to, by name.
 * @throws Failure where there is none of that name
 */
export function chooseSystems(models: readonly Model[], wanted: string | undefined): ChosenSystem[] {
  const all = models.flatMap((model): ChosenSystem[] => {
    const named = new Set(model.files.map(({ file }) => file.system));
    return systems(model.workspace.store.query()).flatMap((plant) => (named.has(plant.name) ? [{ model, plant }] : []));
  });
  const found = wanted === undefined ? all : all.filter(({ plant }) => plant.name === wanted);
  if (wanted === undefined || found.length > 0) return found;
  const names = [...new Set(all.map(({ plant }) => plant.name))];
  if (names.length === 0) throw new Failure(`There is no system '${wanted}', and no other one.`);
  const near = closest(wanted, names);
  throw new Failure(
    near
      ? `There is no system '${wanted}'; did you mean '${near}'? The models have ${listAnd(names)}.`
      : `There is no system '${wanted}'. The models have ${listAnd(names)}.`,
  );
}
