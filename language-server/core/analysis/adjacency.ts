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
  /** The zones of these kinds. */
  readonly ends: Ends;
  readonly kinds: readonly [Said<ZoneKind>, Said<ZoneKind>];
  readonly model: Said<ReferenceModel>;
  /** The kinds on the shortest way between them; empty where the model has no way. */
  readonly between: readonly Said<ZoneKind>[];
}

/**
 * What a conduit between some zones would pass over: the first two that are not to be joined, in their order; undefined
 * where all may be joined, or where that is not known. Zones of one kind and model are looked at together.
 */
export function bypassOf(query: Query, ends: Ends): Bypass | undefined {
  const alike = new Map<string, Joined>();
  for (const zone of ends) {
    const kind = kindOf(query, zone);
    const { model } = systemModel(query, zone.entry.system);
    if (!kind || !model) continue;
    const key = `${model.name} ${kind.name}`;
    const present = alike.get(key);
    if (present) present.zones.push(zone);
    else alike.set(key, { kind, model, zones: [zone] });
  }
  const groups = [...alike.values()];
  for (const [i, right] of groups.entries()) {
    for (const left of groups.slice(0, i)) {
      if (left.model !== right.model || areAdjacent(left.model, left.kind, right.kind)) continue;
      const pair = apartOf(left.zones, right.zones);
      if (!pair) continue;
      const { model } = left;
      return { ends: pair, kinds: [left.kind, right.kind], model, between: wayBetween(model, left.kind, right.kind) };
    }
  }
  return undefined;
}

/** The ends of a conduit that are of one kind. */
interface Joined {
  readonly kind: Said<ZoneKind>;
  readonly model: Said<ReferenceModel>;
  readonly zones: Handle<'zone'>[];
}

/** The first two zones of two lists of which neither lies in the other. */
function apartOf(lefts: readonly Handle<'zone'>[], rights: readonly Handle<'zone'>[]): Ends | undefined {
  for (const right of rights) {
    const left = lefts.find((each) => !holds(each, right) && !holds(right, each));
    if (left) return [left, right];
  }
  return undefined;
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
