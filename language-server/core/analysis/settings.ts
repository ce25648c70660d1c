import type { Source } from '../engine/entry.ts';
import { keys } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ReferenceModel } from '../model/reference-model.ts';
import type { SeveritySetting } from '../model/system.ts';
import { type BaselineControl, baselineOf, catalogOf } from './catalogs.ts';
import { modelOf } from './kinds.ts';

const DEFAULT_MODEL = 'five-zones';
const DEFAULT_BASELINE = 'iec62443-3-3';

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

/** Tells the severity of a rule from that which is the rule's own. */
export type SeverityOf = (code: string, standard: SeveritySetting) => SeveritySetting;

/**
 * The severities of rules in a system: what the system sets, the last line about it counting, else what the user sets.
 * Mostly neither does. Each is asked for by itself, so that a line about one rule has no other asked again.
 */
export function severitiesIn(query: Query, system: string): SeverityOf {
  const keyOf = ruleKeysOf(system);
  return (code, standard) => {
    const set = query.all(keyOf(code));
    const counting = set.length > 0 ? settingsOf(query, system) : undefined;
    const stated = set.find(({ entry }) => entry === counting)?.value;
    return stated ?? query.severities.get(code) ?? standard;
  };
}

type RuleKey = ReturnType<typeof keys.systemRule>;

/** Of the system that was asked about last: a key spelt anew for each rule and unit costs more than what it finds. */
let ruleKeys: { readonly system: string; readonly byCode: Map<string, RuleKey> } | undefined;

function ruleKeysOf(system: string): (code: string) => RuleKey {
  if (ruleKeys?.system !== system) ruleKeys = { system, byCode: new Map() };
  const { byCode } = ruleKeys;
  return (code) => {
    const key = byCode.get(code) ?? keys.systemRule(system, code);
    byCode.set(code, key);
    return key;
  };
}

/** True for a system that names the document of its record: somebody is writing it. */
export const isOnRecord = (query: Query, system: string): boolean =>
  query.first(keys.systemDocument(system))?.value ?? false;

/** Whom a system names as accountable for all that names nobody itself. */
export function systemOwner(query: Query, system: string): string | undefined {
  return query.first(keys.systemOwner(system))?.value;
}

/** One list of several; a list that stands alone is answered as it is, so that what is known of it stays known. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}
