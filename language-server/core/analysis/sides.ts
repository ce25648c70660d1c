import { type ConduitRef, conduitOf, type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { holds, isSameZone, pathOf, zoneAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, resolveElement, viaOf } from '../engine/resolve.ts';
import type { Reference } from '../model/reference.ts';
import { traitsOf } from './asset-traits.ts';

/** Where an end of a flow lies: what it names, and the innermost zone that holds that. */
export interface Side {
  readonly element: Handle;
  readonly zone: Handle<'zone'>;
}

/** Where one end of a flow lies; undefined unless it names one element. */
export function sideOf(query: Query, entry: Entry, reference: Reference): Side | undefined {
  const found = resolveElement(query, entry, reference);
  if (found.kind !== 'one') return undefined;
  const element = found.target;
  const zone = element.sort === 'asset' ? zoneAround(element as Handle<'asset'>) : (element as Handle<'zone'>);
  return { element, zone };
}

/** Where the source and the target of a flow lie; undefined unless both are known. */
export function sidesOf(query: Query, ref: FlowRef): readonly [Side, Side] | undefined {
  const { source, target } = flowOf(ref);
  const from = sideOf(query, ref.entry, source);
  const to = from && sideOf(query, ref.entry, target);
  return to && [from, to];
}

/** Two different zones that a conduit joins. */
export type Ends = readonly [Handle<'zone'>, Handle<'zone'>];

/** The zones that a conduit joins; undefined where an end is not known, or both are one. */
export function joinedBy(query: Query, conduit: Handle<'conduit'>): Ends | undefined {
  const [left, right] = endsOf(query, conduit);
  return left && right && !isSameZone(left, right) ? [left, right] : undefined;
}

/** The end of a conduit, of those that are known, that a zone lies at: the inner one where it lies in both; undefined at neither. */
export function endAt(ends: ReturnType<typeof endsOf>, zone: Handle<'zone'>): 0 | 1 | undefined {
  const [left, right] = ends.map((end) => (end && holds(end, zone) ? pathOf(end).length : 0));
  if (!left && !right) return undefined;
  return left! > right! ? 0 : 1;
}

/** The asset in a conduit's `via` that lets data pass one way only. */
export function diodeOf(query: Query, conduit: Handle<'conduit'>): Handle<'asset'> | undefined {
  return viaOf(query, conduit).find((asset) => traitsOf(query, asset)?.flags.has('one-way'));
}

/** Flows that cannot pass one diode: the later one, and the one that it runs against (itself, where it runs both ways). */
export interface CounterFlow<Flow extends FlowRef = FlowRef> {
  readonly first: Flow;
  readonly later: Flow;
}

/** The first of some flows that one diode could not pass together with those before it. */
export function counterFlow(query: Query, ends: Ends, flows: readonly FlowRef[]): CounterFlow | undefined {
  let first: { flow: FlowRef; end: 0 | 1 } | undefined;
  for (const flow of flows) {
    if (flowOf(flow).both) return { first: flow, later: flow };
    const sides = sidesOf(query, flow);
    const [from, to] = sides?.map(({ zone }) => endAt(ends, zone)) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    first ??= { flow, end: from };
    if (first.end !== from) return { first: first.flow, later: flow };
  }
  return undefined;
}

/** The flows that are written in a conduit. */
export const flowsOf = (ref: ConduitRef): FlowRef[] =>
  conduitOf(ref).flows.map((index) => ({ entry: ref.entry, index }));
