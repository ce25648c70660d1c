import { type ConduitRef, conduitOf, type ZoneRef } from '../engine/element.ts';
import { type Demand, keys } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import { demandOf } from '../engine/offers.ts';
import type { Query } from '../engine/query.ts';
import { FRS, MAX_LEVEL, type SlVector } from '../model/levels.ts';
import { applicableTo, requiredAt } from './baseline.ts';
import { kindNamed } from './kinds.ts';
import { controlsNamed } from './profiles.ts';
import { systemBaseline, systemModel } from './settings.ts';

const HIGHEST: SlVector = FRS.map(() => MAX_LEVEL);

/**
 * The controls that may be required of a zone or conduit: those of its SL-T and those of its focus topics. Of a zone
 * whose SL-T is not known yet any may come to be required.
 */
export function requiredOf(query: Query, ref: ZoneRef | ConduitRef): ReadonlySet<string> {
  const demand: Demand =
    ref.sort === 'zone' ? demandOf(ref) : { scope: 'conduit', focused: false, slT: conduitOf(ref).slT?.vector };
  return requiredBy(query, ref.entry.system, demand);
}

const demands = createCommonMemo<string, ReadonlySet<string>>();

function requiredBy(query: Query, system: string, demand: Demand): ReadonlySet<string> {
  const { scope, kind: name, focused } = demand;
  const slT = demand.slT ?? (scope === 'zone' ? HIGHEST : undefined);
  return demands(query, `${system} ${scope} ${name} ${focused} ${slT}`, (query) => {
    const { model } = systemModel(query, system);
    const kind = name !== undefined && model ? kindNamed(model, name) : undefined;
    if (kind?.flags.includes('external') || !slT) return new Set();
    const applicable = applicableTo(systemBaseline(query, system), scope, name);
    const topics = focused ? (kind?.focus ?? []) : [];
    return new Set([
      ...requiredAt(applicable, slT).map(({ control }) => control.id),
      ...topics.flatMap(({ controls }) => controls.flatMap(({ text }) => controlsNamed(query, text))),
    ]);
  });
}

const inSystem = createCommonMemo<string, ReadonlySet<string>>();

/** The controls that may be required of anything in a system; undefined where it has neither zones nor conduits yet. */
export function requiredInSystem(query: Query, system: string): ReadonlySet<string> | undefined {
  const requiring = query.all(keys.requiring(system));
  if (requiring.length === 0) return undefined;
  return inSystem(query, system, (query) => {
    const distinct = new Map(
      requiring.map(({ value }) => [`${value.scope} ${value.kind} ${value.focused} ${value.slT}`, value]),
    );
    return new Set([...distinct.values()].flatMap((demand) => [...requiredBy(query, system, demand)]));
  });
}
