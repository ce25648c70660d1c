import type { Handle } from '../engine/element.ts';
import { holds } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { KindFlag, ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import { kindsOf } from './kinds.ts';
import { systemModel } from './settings.ts';
import type { Ends } from './sides.ts';
import { kindOf } from './zone-facts.ts';

/** Kinds that their reference model does not join directly. */
export interface Bypass {
  readonly kinds: readonly [Said<ZoneKind>, Said<ZoneKind>];
  readonly model: Said<ReferenceModel>;
  /** The kinds on the shortest way between them; empty where the model has no way. */
  readonly between: readonly Said<ZoneKind>[];
}

/** What a conduit between two zones would pass over; undefined where they may be joined, or where that is not known. */
export function bypassOf(query: Query, [left, right]: Ends): Bypass | undefined {
  if (holds(left, right) || holds(right, left)) return undefined;
  const kinds = [left, right].map((end) => kindOf(query, end));
  const models = [left, right].map((end: Handle<'zone'>) => systemModel(query, end.entry.system).model);
  const [[a, b], [model, other]] = [kinds, models];
  if (!a || !b || !model || model !== other || areAdjacent(model, a, b)) return undefined;
  return { kinds: [a, b], model, between: wayBetween(model, a, b) };
}

const OUTSIDE_MEETS: readonly KindFlag[] = ['entry', 'business'];

/** Whether a model joins two kinds. The `external` that it does not declare itself is next to where outside connections end. */
function areAdjacent(model: Said<ReferenceModel>, a: Said<ZoneKind>, b: Said<ZoneKind>): boolean {
  if (a.name === b.name) return true;
  if (model.adjacent.some((pair) => pair.includes(a.name) && pair.includes(b.name))) return true;
  return [
    [a, b],
    [b, a],
  ].some(
    ([outside, inside]) =>
      !model.kinds.includes(outside!) && OUTSIDE_MEETS.some((flag) => inside!.flags.includes(flag)),
  );
}

/** The kinds on the shortest way from one to another, which does not lead outside. */
function wayBetween(model: Said<ReferenceModel>, from: Said<ZoneKind>, to: Said<ZoneKind>): Said<ZoneKind>[] {
  const all = kindsOf(model);
  const cameFrom = new Map<Said<ZoneKind>, Said<ZoneKind> | undefined>([[from, undefined]]);
  for (const kind of cameFrom.keys()) {
    if (kind !== from && kind.flags.includes('external')) continue;
    for (const next of all) if (!cameFrom.has(next) && areAdjacent(model, kind, next)) cameFrom.set(next, kind);
  }
  const way: Said<ZoneKind>[] = [];
  for (let kind = cameFrom.get(to); kind && kind !== from; kind = cameFrom.get(kind)) way.unshift(kind);
  return way;
}
