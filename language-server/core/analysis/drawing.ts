import { compareElements, type Handle } from '../engine/element.ts';
import type { Source } from '../engine/entry.ts';
import { holds, homeOf, identityOf, idOf, pathOf } from '../engine/handle.ts';
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
export interface DrawnFlow extends KnownFlow {
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

/** The flows that lead from or to one of the zones or something in it; of a conduit alone, all of its own. */
export function flowsAt(query: Query, { zones, conduits }: Drawn): DrawnFlow[] {
  const all = [...zones, ...conduits].flatMap((holder) => flowsIn(query, holder).map((flow) => ({ ...flow, holder })));
  if (zones.length === 0) return all;
  return all.filter(({ ends }) => ends.some((end) => end && zones.some((zone) => isWithin(zone, end))));
}

/** The flows of conduits among them. */
export const flowsAcross = (query: Query, drawn: Drawn): DrawnFlow[] =>
  flowsAt(query, drawn).filter(({ holder }) => holder.sort === 'conduit');

/** True for what stands in a zone, or in one nested there, and for these zones. */
function isWithin(zone: Handle<'zone'>, element: Handle): boolean {
  const home = element.sort === 'asset' ? homeOf(element as Handle<'asset'>) : element;
  return home.sort === 'zone' && holds(zone, home as Handle<'zone'>);
}

/** A flow by its ends, `scada-1 -> line.plc-1`. */
export function flowName({ ends, said }: KnownFlow): string {
  const [from, to] = ends.map((end, i) => (end ? pathOf(end) : said.ends[i]!));
  return `${from} ${said.both ? '<->' : '->'} ${to}`;
}

/** The zones that a conduit joins and that are known. */
export const zonesJoined = (query: Query, conduit: Handle<'conduit'>): Handle<'zone'>[] =>
  endsOf(query, conduit).flatMap((end) => end ?? []);
