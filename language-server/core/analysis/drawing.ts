import { compareElements, type Handle } from '../engine/element.ts';
import type { Source } from '../engine/entry.ts';
import { homeOf, identityOf, idOf, pathOf, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf, flowsIn, type KnownFlow } from '../engine/resolve.ts';
import type { Place } from '../model/reference.ts';

/** What is drawn at some zones, or is a conduit: where a statement can be seen to hold or not. */
export interface Drawn {
  readonly zones: readonly Handle<'zone'>[];
  /** Those that end at one of the zones, by their paths. */
  readonly conduits: readonly Handle<'conduit'>[];
}

/** A flow, and what it is written in. */
export interface DrawnFlow {
  readonly flow: KnownFlow;
  readonly holder: Handle<'zone'> | Handle<'conduit'>;
}

/** Something in the drawing, to be named and pointed to. */
export interface Cause {
  readonly name: string;
  readonly entry: Source;
  readonly at: Place;
}

/** Some zones with the conduits that end there. */
export function drawnAt(query: Query, zones: readonly Handle<'zone'>[]): Drawn {
  const conduits = new Map<string, Handle<'conduit'>>();
  for (const zone of zones) for (const conduit of conduitsAt(query, zone)) conduits.set(idOf(conduit), conduit);
  return { zones, conduits: [...conduits.values()] };
}

/** The conduits that end at a zone, by their paths: they come in no order. */
export function conduitsAt(query: Query, zone: Handle<'zone'>): readonly Handle<'conduit'>[] {
  return conduits(query, identityOf(zone), () =>
    [...query.all(keys.ends(zone.entry.system, pathOf(zone)))].sort(
      (a, b) => Number(pathOf(a) > pathOf(b)) - Number(pathOf(a) < pathOf(b)) || compareElements(a, b),
    ),
  );
}

const conduits = createMemo<object, readonly Handle<'conduit'>[]>();

/**
 * The flows of some sort that lead from or to one of the zones or something in it; of a conduit alone, all of its own.
 * They are looked for one after the other, as most who ask need the first alone.
 * @param isMeant asked before what the ends of a flow mean, which costs more
 */
export function* flowsAt(
  query: Query,
  { zones, conduits }: Drawn,
  isMeant: (drawn: DrawnFlow) => boolean,
): Iterable<KnownFlow> {
  const ids = new Set(zones.map(idOf));
  for (const holder of [...zones, ...conduits]) {
    for (const flow of flowsIn(query, holder)) {
      if (!isMeant({ flow, holder })) continue;
      if (ids.size === 0 || flow.ends.some((end) => end && isWithin(ids, end))) yield flow;
    }
  }
}

/** Those of conduits among them. */
export const flowsAcross: typeof flowsAt = (query, drawn, isMeant) =>
  flowsAt(query, drawn, (each) => each.holder.sort === 'conduit' && isMeant(each));

/** True for what stands in one of some zones, or in one nested there, and for these zones. */
function isWithin(zones: ReadonlySet<string>, element: Handle): boolean {
  const home = element.sort === 'asset' ? homeOf(element as Handle<'asset'>) : element;
  return home.sort === 'zone' && zonesAround(home as Handle<'zone'>).some((zone) => zones.has(idOf(zone)));
}

/** A flow by its ends, `scada-1 -> line.plc-1`. */
export function flowName({ ends, said }: KnownFlow): string {
  const [from, to] = ends.map((end, i) => (end ? pathOf(end) : said.ends[i]!));
  return `${from} ${said.both ? '<->' : '->'} ${to}`;
}

/** The zones that a conduit joins and that are known. */
export const zonesJoined = (query: Query, conduit: Handle<'conduit'>): Handle<'zone'>[] =>
  endsOf(query, conduit).flatMap((end) => end ?? []);
