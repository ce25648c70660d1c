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
  return requiredBy(query, ref.entry.system, demandAt(ref));
}

/** The controls that are asked of a zone or conduit as it stands: without an SL-T, those of its focus topics alone. */
export function askedOf(query: Query, ref: ZoneRef | ConduitRef): ReadonlySet<string> {
  return requiredBy(query, ref.entry.system, asStated(demandAt(ref)));
}

const demandAt = (ref: ZoneRef | ConduitRef): Demand =>
  ref.sort === 'zone' ? demandOf(ref) : { scope: 'conduit', focused: false, slT: conduitOf(ref).slT?.vector };

const NONE: SlVector = FRS.map(() => 0);

const asStated = (demand: Demand): Demand => ({ ...demand, slT: demand.slT ?? NONE });

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
  return inSystem(query, system, (query) =>
    requiredByAll(
      query,
      system,
      requiring.map(({ value }) => value),
    ),
  );
}

const askedFor = createCommonMemo<string, ReadonlySet<string>>();

/** The controls that are asked of anything in a system as it stands (see `askedOf`). */
export function askedInSystem(query: Query, system: string): ReadonlySet<string> {
  const requiring = query.all(keys.requiring(system));
  return askedFor(query, system, (query) =>
    requiredByAll(
      query,
      system,
      requiring.map(({ value }) => asStated(value)),
    ),
  );
}

function requiredByAll(query: Query, system: string, demands: readonly Demand[]): ReadonlySet<string> {
  const distinct = new Map(
    demands.map((demand) => [`${demand.scope} ${demand.kind} ${demand.focused} ${demand.slT}`, demand]),
  );
  return new Set([...distinct.values()].flatMap((demand) => [...requiredBy(query, system, demand)]));
}
