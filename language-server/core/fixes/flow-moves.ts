import { bypassOf } from '../analysis/adjacency.ts';
import { isAllowed } from '../analysis/allows.ts';
import { counterFlow, diodeOf, type Ends, endAt, flowsOf, joinedBy, type Side, sidesOf } from '../analysis/sides.ts';
import type { Handle } from '../engine/element.ts';
import { type ConduitRef, conduitOf, type FlowRef, flowOf } from '../engine/element.ts';
import { isSameHome, nameOf, pathFrom, pathOf, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { type Resolution, resolveBetween, resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Reference } from '../model/reference.ts';
import type { Fix } from './fix.ts';
import { freeName, outermost } from './relocate.ts';

/** True where both names of a flow mean elsewhere what they mean where it is written. */
function staysTrue(query: Query, ref: FlowRef, resolve: (reference: Reference) => Resolution<Handle>): boolean {
  const sides = sidesOf(query, ref);
  const { source, target } = flowOf(ref);
  return [source, target].every((reference, i) => {
    const found = resolve(reference);
    const element = sides?.[i]?.element;
    return found.kind === 'one' && found.target.entry === element?.entry && found.target.index === element.index;
  });
}

/** True where both names of a flow mean in a zone's block what they mean where it is written. */
export const staysTrueIn = (query: Query, ref: FlowRef, zone: Handle<'zone'>): boolean =>
  staysTrue(query, ref, (reference) =>
    resolveElement(query, reveal(zone).entry, { ...reference, zone: zone.index, conduit: -1 }),
  );

/** The fix that moves a flow into a zone; none where its names would mean something else there. */
export function moveToZone(query: Query, ref: FlowRef, zone: Handle<'zone'>): Fix[] {
  if (!staysTrueIn(query, ref, zone)) return [];
  const edit = { kind: 'move', at: [flowOf(ref).at], to: zone } as const;
  return [{ title: `Move the flow to zone '${pathFrom(ref, zone)}'`, edits: [edit], preferred: true }];
}

/** Where a flow leads from and to. */
type Sides = readonly [Side, Side];

/** At most this many conduits are offered. */
const MOST_OFFERED = 3;

/** The fixes that move a flow, and those like it in its unit, into a conduit between its zones, or into a new one. */
export function moveToConduit(query: Query, ref: FlowRef, sides: Sides, rule: string): Fix[] {
  const flows = [ref, ...flowsLike(query, ref, sides, rule)];
  const present = conduitsBetween(query, sides);
  const moves = present.slice(0, MOST_OFFERED).flatMap((conduit): Fix[] => {
    const moving = flowsThatFit(query, conduit, flows);
    if (!moving.includes(ref)) return [];
    const edit = { kind: 'move', at: placesOf(moving), to: conduit } as const;
    return [{ title: `${titleOf(moving)} to conduit '${conduitOf(conduit).path}'`, edits: [edit] }];
  });
  const zones = sides.map(({ home }) => home).filter((home) => home.sort === 'zone');
  const [left, right] = zones;
  const fixes = moves.length > 0 || !left || !right ? moves : newConduit(query, ref, [left, right], flows);
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
}

const placesOf = (flows: readonly FlowRef[]) => flows.map((flow) => flowOf(flow).at);
const titleOf = ({ length }: readonly FlowRef[]): string =>
  length === 1 ? 'Move the flow' : `Move the ${length} flows between these zones`;

/** The other flows of a unit that are written in a zone but lead from one to the other of two zones. */
function flowsLike(query: Query, ref: FlowRef, [{ home: a }, { home: b }]: Sides, rule: string): FlowRef[] {
  const { entry, index } = ref;
  return entry.unit.flows.flatMap((flow, i) => {
    if (i === index || flow.conduit >= 0 || isAllowed(flow.allows, rule, query.today)) return [];
    const sides = sidesOf(query, { entry, index: i });
    if (!sides) return [];
    const [from, to] = [sides[0].home, sides[1].home];
    const isLike = (isSameHome(from, a) && isSameHome(to, b)) || (isSameHome(from, b) && isSameHome(to, a));
    return isLike ? [{ entry, index: i }] : [];
  });
}

/** The conduits that a flow from one side to the other passes: those that join them, then those of the zones around them. */
function conduitsBetween(query: Query, [a, b]: Sides): ConduitRef[] {
  const { home } = a;
  const found =
    home.sort === 'conduit'
      ? [home]
      : zonesAround(home).flatMap((zone) => query.all(keys.ends(home.entry.system, pathOf(zone))));
  return found.map(reveal<Handle<'conduit'>>).filter((conduit) => {
    const ends = joinedBy(query, conduit);
    const [from, to] = ends ? [endAt(conduit, ends, a), endAt(conduit, ends, b)] : [];
    return from !== undefined && to !== undefined && from !== to;
  });
}

/** The flows that keep their meaning in a conduit, and that its diode lets through. */
function flowsThatFit(query: Query, conduit: ConduitRef, flows: readonly FlowRef[]): FlowRef[] {
  const { entry, index } = conduit;
  const { zone } = conduitOf(conduit);
  const ends = joinedBy(query, conduit)!;
  const fitting = flows.filter((flow) =>
    staysTrue(query, flow, (reference) => resolveElement(query, entry, { ...reference, zone, conduit: index })),
  );
  const isStopped = diodeOf(query, conduit) && counterFlow(query, ends, [...flowsOf(conduit), ...fitting]);
  return isStopped ? [] : fitting;
}

/** A conduit of its own for some flows, unless their zones must not be joined. */
function newConduit(query: Query, ref: FlowRef, ends: Ends, flows: readonly FlowRef[]): Fix[] {
  const { entry } = ref;
  const moving = flows.filter((flow) =>
    staysTrue(query, flow, (reference) => resolveBetween(query, entry, { ...reference, zone: -1, conduit: -1 }, ends)),
  );
  if (!moving.includes(ref) || bypassOf(query, ends)) return [];
  const [from, to] = ends.map(nameOf);
  const name = freeName(query, entry.system, `${from}-to-${to}`);
  const [left, right] = ends.map((end) => pathFrom({ entry }, end));
  return [
    {
      title: `${titleOf(moving)} to a new conduit '${name}'`,
      edits: [
        {
          kind: 'declare',
          head: `conduit ${name} between ${left} and ${right}`,
          members: placesOf(moving),
          after: outermost({ entry, sort: 'zone', index: flowOf(ref).zone }),
        },
      ],
    },
  ];
}
