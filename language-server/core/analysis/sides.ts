import {
  type AssetRef,
  assetOf,
  type ConduitRef,
  conduitOf,
  type ElementRef,
  type Entry,
  type FlowRef,
  flowOf,
  type ZoneRef,
  zoneOf,
} from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, resolveElement } from '../engine/resolve.ts';
import type { Reference } from '../model/reference.ts';
import { traitsOf } from './asset-traits.ts';
import { viaAssets } from './focus.ts';

/** Where an end of a flow lies: what it names, and the innermost zone that holds that. */
export interface Side {
  readonly element: ElementRef;
  readonly zone: ZoneRef;
}

/** The zone that an asset stands in: for its path alone, which follows from the asset's. */
export const zoneAround = (asset: AssetRef): ZoneRef => ({
  entry: asset.entry,
  sort: 'zone',
  index: assetOf(asset).zone,
});

export function sideOf(query: Query, entry: Entry, reference: Reference): Side | undefined {
  const found = resolveElement(query, entry, reference);
  if (found.kind !== 'one') return undefined;
  const element = found.target;
  return { element, zone: element.sort === 'asset' ? zoneAround(element as AssetRef) : (element as ZoneRef) };
}

/** Where the source and the target of a flow lie; undefined unless both are known. */
export function sidesOf(query: Query, ref: FlowRef): readonly [Side, Side] | undefined {
  const { source, target } = flowOf(ref);
  const from = sideOf(query, ref.entry, source);
  const to = from && sideOf(query, ref.entry, target);
  return to && [from, to];
}

export const isSameZone = (a: ZoneRef, b: ZoneRef): boolean =>
  a.entry.system === b.entry.system && zoneOf(a).path === zoneOf(b).path;

/** True where one zone is the other, or around it. */
export const holds = (outer: ZoneRef, inner: ZoneRef): boolean =>
  isSameZone(outer, inner) ||
  (outer.entry.system === inner.entry.system && zoneOf(inner).path.startsWith(`${zoneOf(outer).path}.`));

/** Two different zones that a conduit joins. */
export type Ends = readonly [ZoneRef, ZoneRef];

/** The zones that a conduit joins; undefined where an end is not known, or both are one. */
export function joinedBy(query: Query, ref: ConduitRef): Ends | undefined {
  const [left, right] = endsOf(query, ref);
  return left && right && !isSameZone(left, right) ? [left, right] : undefined;
}

/** The end of a conduit that a zone lies at, the inner one where it lies in both; undefined at neither. */
export function endAt(ends: Ends, zone: ZoneRef): 0 | 1 | undefined {
  const [left, right] = ends.map((end) => (holds(end, zone) ? zoneOf(end).path.length : 0));
  if (!left && !right) return undefined;
  return left! > right! ? 0 : 1;
}

/** The asset in a conduit's `via` that lets data pass one way only. */
export function diodeOf(query: Query, ref: ConduitRef): AssetRef | undefined {
  return viaAssets(query, ref).find((asset) => traitsOf(query, asset)?.flags.has('one-way'));
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

export const flowsOf = (ref: ConduitRef): FlowRef[] =>
  conduitOf(ref).flows.map((index) => ({ entry: ref.entry, index }));
