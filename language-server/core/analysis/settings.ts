import type { Entry } from '../engine/entry.ts';
import { keys } from '../engine/facts.ts';
import { createCommonMemo, type Query } from '../engine/query.ts';
import { type Catalog, type Control, parentOf } from '../model/control.ts';
import { FRS } from '../model/levels.ts';
import type { Text } from '../model/reference.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { Statement } from '../model/statement.ts';
import type { RuleSetting, SeveritySetting, SystemHeader } from '../model/system.ts';

export const DEFAULT_MODEL = 'five-zones';
export const DEFAULT_BASELINE = 'iec62443-3-3';

/** A control of the baseline; `fr` is the index of its FR, -1 for a control of a group that is no FR or without levels. */
export interface BaselineControl {
  readonly control: Control;
  /** The requirement that it enhances. */
  readonly parent?: string;
  readonly fr: number;
  /** Lowest SL-T that requires it; a control without levels is required at every SL-T above 0. */
  readonly level: number;
}

/** The header whose settings block counts, the first in the order of the files, read under one of its keys. */
function headerUnder(query: Query, key: string): { entry: Entry; header: SystemHeader } | undefined {
  for (const { entry } of query.all(key)) {
    if (entry.unit.system?.settings) return { entry, header: entry.unit.system };
  }
  return undefined;
}

const systemBaselines = createCommonMemo<string, readonly BaselineControl[]>();

/** The controls that a system asks of its zones and conduits; those of the default where it names no catalogue. */
export function systemBaseline(query: Query, system: string): readonly BaselineControl[] {
  return systemBaselines(query, system, (query) => {
    const names = new Set(headerUnder(query, keys.system(system))?.header.baseline.map(({ text }) => text));
    return joined(
      [...(names.size > 0 ? names : [DEFAULT_BASELINE])].flatMap((name) => {
        const catalog = catalogOf(query, name);
        return catalog ? [baselineOf(catalog)] : [];
      }),
    );
  });
}

/** The statements that reach all of a system, with the entry that makes them. */
export function systemStatements(
  query: Query,
  system: string,
): { entry: Entry; statements: readonly Statement[] } | undefined {
  const found = headerUnder(query, keys.systemHeader(system));
  return found && { entry: found.entry, statements: found.header.statements };
}

/** The reference model of a system, undefined when it names one that does not exist. */
export function systemModel(query: Query, system: string): { name: string; model: ReferenceModel | undefined } {
  return models(query, system, (query) => {
    const name = headerUnder(query, keys.systemModel(system))?.header.model?.text ?? DEFAULT_MODEL;
    return { name, model: modelOf(query, name) };
  });
}

const models = createCommonMemo<string, { name: string; model: ReferenceModel | undefined }>();

/** The severity that a system sets for a rule, the last line about it counting. Mostly it sets none. */
export function severityIn(query: Query, system: string, code: string): SeveritySetting | undefined {
  if (!query.first(keys.systemRule(system, code))) return undefined;
  return systemRules(query, system).findLast(({ rule }) => rule.text === code)?.severity;
}

/** What a system says of the severities of rules. */
export function systemRules(query: Query, system: string): readonly RuleSetting[] {
  return headerUnder(query, keys.systemHeader(system))?.header.rules ?? [];
}

/** Whom a system names as accountable for all that names nobody itself. */
export function systemOwner(query: Query, system: string): Text | undefined {
  return headerUnder(query, keys.systemOwner(system))?.header.owner;
}

export function catalogOf(query: Query, name: string): Catalog | undefined {
  const offer = query.shared('catalog', name);
  return offer?.entry.unit.catalogs[offer.index];
}

export function modelOf(query: Query, name: string): ReferenceModel | undefined {
  const offer = query.shared('reference-model', name);
  return offer?.entry.unit.models[offer.index];
}

export function controlOf(query: Query, id: string): Control | undefined {
  const offer = query.shared('control', id);
  return offer?.entry.unit.catalogs[offer.index]?.controls[offer.inner];
}

/** One list of several; a list that stands alone is answered as it is, so that what is known of it stays known. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Catalogues never change; the list of each is made once. */
const baselines = new WeakMap<Catalog, readonly BaselineControl[]>();

function baselineOf(catalog: Catalog): readonly BaselineControl[] {
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
const IMPLIED_EXTERNAL: Omit<ZoneKind, 'model' | 'rank'> = {
  name: 'external',
  title: 'External',
  at: 0,
  nameAt: 0,
  levels: [5],
  flags: ['external'],
  focus: [],
};

/** The kinds of a model, the implied `external` among them. */
export function kindsOf(model: ReferenceModel): readonly ZoneKind[] {
  if (model.kinds.some(({ name }) => name === 'external')) return model.kinds;
  const rank = Math.max(0, ...model.kinds.map((kind) => kind.rank)) + 1;
  return [...model.kinds, { ...IMPLIED_EXTERNAL, model: model.name.value, rank }];
}

export function kindNamed(model: ReferenceModel, name: string): ZoneKind | undefined {
  return model.kinds.find((kind) => kind.name === name) ?? kindsOf(model).find((kind) => kind.name === name);
}
