import { type ConduitRef, conduitOf, type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { homeOf, identityOf, idOf, isSameElement, pathOf } from '../engine/handle.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, ownAssetsOf, resolveElement, viaOf } from '../engine/resolve.ts';
import type { Reference } from '../model/reference.ts';
import { traitsOf } from './asset-traits.ts';

/** Where an end of a flow lies: what it names, and what holds that, the innermost zone or the conduit whose equipment it is. */
export interface Side {
  readonly element: Handle;
  readonly home: Handle<'zone'> | Handle<'conduit'>;
}

/** Where one end of a flow lies; undefined unless it names one element. */
export function sideOf(query: Query, entry: Entry, reference: Reference): Side | undefined {
  const found = resolveElement(query, entry, reference);
  if (found.kind !== 'one') return undefined;
  const element = found.target;
  return { element, home: element.sort === 'asset' ? homeOf(element as Handle<'asset'>) : (element as Handle<'zone'>) };
}

/** Where the source and the target of a flow lie; undefined unless both are known. */
export function sidesOf(query: Query, ref: FlowRef): readonly [Side, Side] | undefined {
  const { source, target } = flowOf(ref);
  const from = sideOf(query, ref.entry, source);
  const to = from && sideOf(query, ref.entry, target);
  return to && [from, to];
}

/** A flow whose ends are known, for programs: by the paths of its ends. */
export function flowPaths(query: Query, ref: FlowRef): string {
  const [from, to] = sidesOf(query, ref)!.map(({ element }) => pathOf(element));
  return `${from} ${flowOf(ref).both ? '<->' : '->'} ${to}`;
}

/** The different zones that a conduit joins, two or more. */
export type Ends = readonly [Handle<'zone'>, Handle<'zone'>, ...Handle<'zone'>[]];

/** The zones that a conduit joins, each once; undefined where an end is not known, or all are one. */
export function joinedBy(query: Query, conduit: Handle<'conduit'>): Ends | undefined {
  return joined(query, identityOf(conduit), () => ({ ends: differentOf(endsOf(query, conduit)) })).ends;
}

const joined = createMemo<object, { readonly ends: Ends | undefined }>();

function differentOf(ends: ReturnType<typeof endsOf>): Ends | undefined {
  const known = new Map<string, Handle<'zone'>>();
  for (const end of ends) {
    if (!end) return undefined;
    if (!known.has(idOf(end))) known.set(idOf(end), end);
  }
  const [first, second, ...others] = known.values();
  return first && second && [first, second, ...others];
}

/** The equipment of a conduit as one of its sides, beside those of its ends. */
export const OWN_SIDE = -1;

/**
 * The side of a conduit that something lies at: the index of one of its ends that are known, the innermost where it lies
 * in several, or `OWN_SIDE` for its own equipment; undefined at none.
 */
export function endAt(
  conduit: Handle<'conduit'>,
  ends: readonly (Handle<'zone'> | undefined)[],
  { home }: Pick<Side, 'home'>,
): number | undefined {
  if (home.sort === 'conduit') return isSameElement(home, conduit) ? OWN_SIDE : undefined;
  const indexes = indexesOf(ends);
  const { system } = home.entry;
  let path = pathOf(home);
  while (true) {
    const index = indexes.get(`${system}/${path}`);
    if (index !== undefined) return index;
    const dot = path.lastIndexOf('.');
    if (dot < 0) return undefined;
    path = path.slice(0, dot);
  }
}

/** Where each zone stands among some ends, by its system and path: a conduit may have thousands, and as many flows ask. */
function indexesOf(ends: readonly (Handle<'zone'> | undefined)[]): ReadonlyMap<string, number> {
  let indexes = knownIndexes.get(ends);
  if (!indexes) {
    indexes = new Map(ends.flatMap((end, i) => (end ? [[`${end.entry.system}/${pathOf(end)}`, i] as const] : [])));
    knownIndexes.set(ends, indexes);
  }
  return indexes;
}

const knownIndexes = new WeakMap<readonly (Handle<'zone'> | undefined)[], ReadonlyMap<string, number>>();

/** What stands at the boundary that a conduit crosses: the assets that it passes, and the boundary assets of its own. */
export function passedBy(query: Query, conduit: Handle<'conduit'>): Handle<'asset'>[] {
  const passed = viaOf(query, conduit);
  const own = ownAssetsOf(query, conduit).filter((asset) => traitsOf(query, asset)?.flags.has('boundary'));
  return [...passed, ...own.filter((asset) => !passed.some((other) => isSameElement(asset, other)))];
}

/** The asset that a conduit passes and that lets data through one way only. */
export function diodeOf(query: Query, conduit: Handle<'conduit'>): Handle<'asset'> | undefined {
  return passedBy(query, conduit).find((asset) => traitsOf(query, asset)?.flags.has('one-way'));
}

/** Flows that cannot pass one diode: the later one, and the one that it runs against (itself, where it runs both ways). */
export interface CounterFlow<Flow extends FlowRef = FlowRef> {
  readonly first: Flow;
  readonly later: Flow;
}

/** The sides of its conduit that a flow leads from and to; undefined where it does not pass the conduit, as far as is known. */
export function passageOf(query: Query, flow: FlowRef, ends: Ends): readonly [number, number] | undefined {
  const conduit = { entry: flow.entry, sort: 'conduit', index: flowOf(flow).conduit } as const;
  const [from, to] = sidesOf(query, flow)?.map((side) => endAt(conduit, ends, side)) ?? [];
  return from === undefined || to === undefined || from === to ? undefined : [from, to];
}

/**
 * The first of some flows that one diode could not pass together with those before it, between the same ends. Flows of
 * the conduit's own equipment end there and pass nothing.
 */
export function counterFlow(query: Query, ends: Ends, flows: readonly FlowRef[]): CounterFlow | undefined {
  const first = new Map<string, FlowRef>();
  for (const flow of flows) {
    const passage = passageOf(query, flow, ends);
    if (passage?.includes(OWN_SIDE)) continue;
    if (flowOf(flow).both) return { first: flow, later: flow };
    if (!passage) continue;
    const [from, to] = passage;
    const against = first.get(`${to} ${from}`);
    if (against) return { first: against, later: flow };
    if (!first.has(`${from} ${to}`)) first.set(`${from} ${to}`, flow);
  }
  return undefined;
}

/** The flows that are written in a conduit. */
export const flowsOf = (ref: ConduitRef): FlowRef[] =>
  conduitOf(ref).flows.map((index) => ({ entry: ref.entry, index }));
