import { type ConduitRef, conduitOf, type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { FRS, type Fr, type SlVector } from '../model/levels.ts';
import { joinedBy, passageOf, type Side, sidesOf } from './sides.ts';
import { isExternal } from './zone-facts.ts';

/** Who asks for security on the way: a zone within the SuC, or a conduit, with the SL-T that it is to reach. */
export interface Asker {
  readonly element: Handle<'zone'> | Handle<'conduit'>;
  readonly levels: SlVector;
}

/** What is asked in one FR, and who asks for it. */
export interface Asked {
  readonly element: Handle<'zone'> | Handle<'conduit'>;
  readonly level: number;
}

/** Who asks of all that passes a conduit: itself, and those of its ends that lie within the SuC. */
export function askersOfConduit(query: Query, ref: ConduitRef): Asker[] {
  return [...itself(ref), ...(joinedBy(query, ref) ?? []).flatMap((zone) => zoneAsking(query, zone))];
}

/**
 * Who asks of a flow of a conduit: the conduit, and the zone that it leads to; of one both ways the zone of either end,
 * of one that leads outside that which it comes from. None of a flow that does not pass its conduit, as far as is known.
 */
export function askersOfFlow(query: Query, ref: FlowRef): Asker[] {
  const sides = sidesPassing(query, ref);
  if (!sides) return [];
  const [from, to] = sides.map((side) => sideAsking(query, ref, side)) as [Asker[], Asker[]];
  const isBoth = flowOf(ref).both || (to.length === 0 && isOutside(query, sides[1]));
  return [...itself(conduitAround(ref)), ...to, ...(isBoth ? from : [])];
}

/** Where a flow is received, for which it has to be sound: an end that asks for security, by its zone or its conduit. */
export interface Receiver extends Asker {
  readonly isSource: boolean;
}

/** The ends that receive what a flow of a conduit sends: its target, or of one both ways either, the target first. */
export function receiversOf(query: Query, ref: FlowRef): Receiver[] {
  const sides = sidesPassing(query, ref);
  if (!sides) return [];
  const [from, to] = sides;
  return (flowOf(ref).both ? [to, from] : [to]).flatMap((side) =>
    sideAsking(query, ref, side).map((asker) => ({ ...asker, isSource: side === from })),
  );
}

/** The highest that some ask for in an FR; of equals, what the first asks for. */
export function askedIn(askers: readonly Asker[], fr: Fr): Asked | undefined {
  let most: Asked | undefined;
  for (const { element, levels } of askers) {
    const level = levels[FRS.indexOf(fr)]!;
    if (!most || level > most.level) most = { element, level };
  }
  return most;
}

const conduitAround = ({ entry, index }: FlowRef): ConduitRef => ({
  entry,
  sort: 'conduit',
  index: entry.unit.flows[index]!.conduit,
});

/** Where the ends of a flow lie that passes its conduit. */
function sidesPassing(query: Query, ref: FlowRef): readonly [Side, Side] | undefined {
  if (flowOf(ref).conduit < 0) return undefined;
  const ends = joinedBy(query, conduitAround(ref));
  return ends && passageOf(query, ref, ends) ? sidesOf(query, ref) : undefined;
}

const isOutside = (query: Query, { home }: Side): boolean =>
  home.sort === 'zone' && isExternal(query, home as Handle<'zone'>);

/** An end in a zone asks by that, one of the conduit's own equipment by the conduit: passing it, a flow names no other's. */
const sideAsking = (query: Query, ref: FlowRef, { home }: Side): Asker[] =>
  home.sort === 'conduit' ? itself(conduitAround(ref)) : zoneAsking(query, home as Handle<'zone'>);

function itself(ref: ConduitRef): Asker[] {
  const { slT } = conduitOf(ref);
  return slT ? [{ element: ref, levels: slT.vector }] : [];
}

function zoneAsking(query: Query, zone: Handle<'zone'>): Asker[] {
  const levels = isExternal(query, zone) ? undefined : query.fact(zone, 'slT');
  return levels ? [{ element: zone, levels }] : [];
}
