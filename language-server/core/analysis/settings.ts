import type { Source } from '../engine/entry.ts';
import { keys } from '../engine/keys.ts';
import { createCommonMemo, type Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import { type Catalog, type Control, parentOf } from '../model/control.ts';
import { FRS } from '../model/levels.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { SeveritySetting } from '../model/system.ts';

const DEFAULT_MODEL = 'five-zones';
const DEFAULT_BASELINE = 'iec62443-3-3';

/** A control of the baseline; `fr` is the index of its FR, -1 for a control of a group that is no FR or without levels. */
export interface BaselineControl {
  readonly control: Said<Control>;
  /** The requirement that it enhances. */
  readonly parent?: string;
  readonly fr: number;
  /** Lowest SL-T that requires it; a control without levels is required at every SL-T above 0. */
  readonly level: number;
}

const systemBaselines = createCommonMemo<string, readonly BaselineControl[]>();

/** The controls that a system asks of its zones and conduits; those of the default where it names no catalogue. */
export function systemBaseline(query: Query, system: string): readonly BaselineControl[] {
  return systemBaselines(query, system, (query) => {
    const header = query.all(keys.system(system)).find(({ value }) => value.settings);
    const names = new Set(header?.value.baseline.map(({ text }) => text));
    return joined(
      [...(names.size > 0 ? names : [DEFAULT_BASELINE])].flatMap((name) => {
        const catalog = catalogOf(query, name);
        return catalog ? [baselineOf(catalog)] : [];
      }),
    );
  });
}

/** Where the settings block of a system stands that counts, the first in the order of the files. */
function settingsOf(query: Query, system: string): Source | undefined {
  return query.first(keys.systemHeader(system))?.entry;
}

/** The reference model of a system, undefined when it names one that does not exist. */
export function systemModel(query: Query, system: string): { name: string; model: Said<ReferenceModel> | undefined } {
  return models(query, system, (query) => {
    const name = query.first(keys.systemModel(system))?.value ?? DEFAULT_MODEL;
    return { name, model: modelOf(query, name) };
  });
}

const models = createCommonMemo<string, { name: string; model: Said<ReferenceModel> | undefined }>();

/** The severity that a system sets for a rule, the last line about it counting. Mostly it sets none. */
export function severityIn(query: Query, system: string, code: string): SeveritySetting | undefined {
  const set = query.all(keys.systemRule(system, code));
  if (set.length === 0) return undefined;
  const counting = settingsOf(query, system);
  return set.find(({ entry }) => entry === counting)?.value;
}

/** Whom a system names as accountable for all that names nobody itself. */
export function systemOwner(query: Query, system: string): string | undefined {
  return query.first(keys.systemOwner(system))?.value;
}

export function catalogOf(query: Query, name: string): Said<Catalog> | undefined {
  return query.shared('catalog', name)?.value;
}

export function modelOf(query: Query, name: string): Said<ReferenceModel> | undefined {
  return query.shared('reference-model', name)?.value;
}

export function controlOf(query: Query, id: string): Said<Control> | undefined {
  return query.shared('control', id)?.value;
}

/** One list of several; a list that stands alone is answered as it is, so that what is known of it stays known. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Catalogues never change; the list of each is made once. */
const baselines = new WeakMap<Said<Catalog>, readonly BaselineControl[]>();

function baselineOf(catalog: Said<Catalog>): readonly BaselineControl[] {
  let controls = baselines.get(catalog);
  if (!controls) {
    controls = catalog.controls.map((control) => ({
      control,
      parent: parentOf(control.id),
      fr: control.level === undefined ? -1 : (FRS as readonly string[]).indexOf(control.group),
      level: control.level ?? 1,
    }));
    baselines.set(catalog, controls);
  }
  return controls;
}

/** The kind `external` that every model has, for a user's model that does not declare it. */
const IMPLIED_EXTERNAL: Omit<Said<ZoneKind>, 'model' | 'rank'> = {
  name: 'external',
  title: 'External',
  levels: [5],
  flags: ['external'],
  focus: [],
};

/** The kinds of a model, the implied `external` among them. */
export function kindsOf(model: Said<ReferenceModel>): readonly Said<ZoneKind>[] {
  if (model.kinds.some(({ name }) => name === 'external')) return model.kinds;
  const rank = Math.max(0, ...model.kinds.map((kind) => kind.rank)) + 1;
  return [...model.kinds, { ...IMPLIED_EXTERNAL, model: model.name.value, rank }];
}

export function kindNamed(model: Said<ReferenceModel>, name: string): Said<ZoneKind> | undefined {
  return model.kinds.find((kind) => kind.name === name) ?? kindsOf(model).find((kind) => kind.name === name);
}
