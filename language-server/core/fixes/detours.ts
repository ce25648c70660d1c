import { type Ends, flowsOf, joinedBy, passageOf } from '../analysis/sides.ts';
import { kindOf } from '../analysis/zone-facts.ts';
import {
  type ConduitRef,
  conduitOf,
  type FlowRef,
  flowOf,
  type Handle,
  type ZoneRef,
  zoneOf,
} from '../engine/element.ts';
import { holds, homeOf, isSameElement, isSameZone, nameOf, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { resolveBetween, resolveElement, viaOf } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Said } from '../engine/said.ts';
import type { Flow } from '../model/conduit.ts';
import type { Reference } from '../model/reference.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import { listAnd } from '../text/words.ts';
import { saysMoreThanFlows } from './conduit-into-flows.ts';
import type { Edit, Fix } from './fix.ts';
import { quote } from './placeholder.ts';
import { freeName } from './relocate.ts';
import { nearestZones } from './zones-of-kinds.ts';

/** At most this many zones are offered to lead a conduit through. */
const MOST_OFFERED = 3;

/** A zone on the way: what a conduit calls it, and its kind where it is still to be declared. */
interface Stop {
  readonly name: string;
  readonly text: string;
  readonly zone?: Handle<'zone'>;
  readonly declared?: Said<ZoneKind>;
}

/**
 * A conduit that passes over zones, led through one of each kind in between: it ends in the first of them, and further
 * conduits go on from there, with the flows from zone to zone. Zones that are not there yet are declared. Not of a
 * conduit with more ends or equipment of its own: nobody can tell what of it goes which way.
 * @param between the kinds on the way from the left end to the right one
 */
export function detours(query: Query, ref: ConduitRef, ends: Ends, between: readonly Said<ZoneKind>[]): Fix[] {
  const { ends: named, assets } = conduitOf(ref);
  if (named?.length !== 2 || assets.length > 0) return [];
  const choices = between.map((kind) => stopsOf(query, ref, ends, kind));
  // Of several kinds in between there would be too many ways.
  const ways = choices.length === 1 ? choices[0]!.map((stop) => [stop]) : [choices.map(([first]) => first!)];
  return ways.flatMap((way) => detour(query, ref, ends, way));
}

/** The zones of a kind that a conduit can name, or one to declare. */
function stopsOf(query: Query, ref: ConduitRef, ends: Ends, kind: Said<ZoneKind>): Stop[] {
  const { entry } = ref;
  const candidates = [...neighbours(query, ends, kind), ...nearestZones(query, entry, [kind])];
  const stops: Stop[] = [];
  for (const zone of new Map(candidates.map((each) => [pathOf(each), each])).values()) {
    if (stops.length === MOST_OFFERED) break;
    if (!isMeant(query, ref, ends, zone)) continue;
    stops.push({ name: zoneOf(zone).name.value, text: zoneOf(zone).path, zone });
  }
  if (stops.length > 0) return stops;
  const name = freeName(query, entry.system, kind.name);
  return [{ name, text: name, declared: kind }];
}

/** The zones of a kind that conduits join to the ends, those at both first: traffic goes that way already. */
function neighbours(query: Query, ends: Ends, kind: Said<ZoneKind>): ZoneRef[] {
  const joined = ends.flatMap((end) => {
    const conduits = query.all(keys.ends(end.entry.system, pathOf(end)));
    const others = conduits.flatMap((conduit) => joinedBy(query, conduit) ?? []).map(reveal<Handle<'zone'>>);
    return [...new Map(others.map((zone) => [pathOf(zone), zone])).values()];
  });
  const times = new Map<string, number>();
  const fitting = new Map<string, ZoneRef>();
  for (const zone of joined) {
    const path = pathOf(zone);
    times.set(path, (times.get(path) ?? 0) + 1);
    if (zone.entry.system === ends[0].entry.system && kindOf(query, zone)?.name === kind.name) fitting.set(path, zone);
  }
  return [...fitting].sort(([a], [b]) => times.get(b)! - times.get(a)! || (a < b ? -1 : 1)).map(([, zone]) => zone);
}

/** True where a zone's path means it, as an end of a conduit and as that of a flow in it. */
function isMeant(query: Query, { entry, index }: ConduitRef, ends: Ends, zone: ZoneRef): boolean {
  const { zone: around } = entry.unit.conduits[index]!;
  const text = zoneOf(zone).path;
  const reference = { text, at: 0, zone: around, conduit: -1 };
  const found = [
    resolveElement(query, entry, { ...reference, sort: 'zone' }),
    ...ends.map((end) => resolveBetween(query, entry, { ...reference, sort: 'side' }, [end, zone])),
  ];
  return found.every((each) => each.kind === 'one' && isSameElement(each.target, zone));
}

function detour(query: Query, ref: ConduitRef, ends: Ends, way: readonly Stop[]): Fix[] {
  const { ends: written } = conduitOf(ref);
  // The conduit keeps the end at which its boundary stands, and with it all that is said of it; it lets go of the other.
  const far = standsAtRight(query, ref, ends) ? 0 : 1;
  const stops = far === 1 ? way : [...way].reverse();
  const flows = flowsOf(ref).map((flow) => crossing(query, flow, ends, far));
  if (!written || !flows.every((flow) => flow !== undefined)) return [];
  const [first] = stops as [Stop];
  const left = written[far]!;
  const last: Stop = { name: nameOf(ends[far]!), text: left.text, zone: ends[far]! };
  const edits: Edit[] = [
    { kind: 'replace', at: left.at, text: first.text },
    ...flows.map(({ outer }): Edit => ({ kind: 'replace', at: outer.at, text: first.text })),
    ...stops.flatMap((from, i) => {
      const to = stops[i + 1] ?? last;
      const outerOf = (outer: Reference) => (to === last ? outer.text : to.text);
      const members = flows.map(({ flow, outer, isForth }) => flowText(flow, from.text, outerOf(outer), isForth));
      return goingOn(query, ref, from, to, members);
    }),
    ...stops.flatMap(({ name, declared }): Edit[] =>
      declared ? [{ kind: 'declare', head: `zone ${name} : ${declared.name}`, members: [] }] : [],
    ),
  ];
  const names = way.map(({ text, declared }) => (declared ? `a new zone '${text}'` : `zone '${text}'`));
  return [{ title: `Lead it through ${listAnd(names)}`, edits }];
}

/** True where what a conduit passes stands at its second end, and nothing at the first. */
function standsAtRight(query: Query, ref: ConduitRef, [left, right]: Ends): boolean {
  const homes = viaOf(query, ref).map(homeOf);
  const isAt = (end: Handle<'zone'>) =>
    homes.some((home) => home.sort === 'zone' && (holds(end, home) || holds(home as Handle<'zone'>, end)));
  return isAt(right) && !isAt(left);
}

/** The flows between two stops, in the conduit that joins them already or in a further one. */
function goingOn(query: Query, ref: ConduitRef, from: Stop, to: Stop, flows: readonly string[]): Edit[] {
  const present = conduitBetween(query, from, to);
  // In a zone, names might mean something else.
  if (present && [present, ref].every((conduit) => conduitOf(conduit).zone < 0)) {
    return flows.length > 0 ? [{ kind: 'add-member', element: present, text: flows.join('\n') }] : [];
  }
  const name = freeName(query, ref.entry.system, `${from.name}-to-${to.name}`);
  return [{ kind: 'declare', head: `conduit ${name} between ${from.text} and ${to.text}`, members: flows, after: ref }];
}

function conduitBetween(query: Query, { zone: from }: Stop, { zone: to }: Stop): ConduitRef | undefined {
  if (!from || !to) return undefined;
  const found = query.all(keys.ends(from.entry.system, pathOf(from))).find((conduit) => {
    const ends = joinedBy(query, conduit);
    return ends?.length === 2 && ends.some((end) => isSameZone(end, to));
  });
  return found && reveal<Handle<'conduit'>>(found);
}

/** A flow that crosses a conduit: its end at the far side, and whether it goes there. Undefined for one that does not. */
function crossing(query: Query, ref: FlowRef, ends: Ends, far: number) {
  const [, to] = passageOf(query, ref, ends) ?? [];
  if (to === undefined) return undefined;
  const flow = flowOf(ref);
  return { flow, outer: to === far ? flow.target : flow.source, isForth: to === far };
}

/** A flow as it goes on from one zone of a way to the next, or from there to it: all that it says, but for what excuses it. */
function flowText(
  { both, protocol, carrier, protections, ports, title, when, data, access }: Flow,
  near: string,
  far: string,
  isForth: boolean,
): string {
  const arrow = both ? '<->' : '->';
  const members = [
    ...(when ? [`when ${quote(when.value)}`] : []),
    ...(data ? [`data ${quote(data.value)}`] : []),
    ...(access ? [`access ${access.value}`] : []),
  ];
  return [
    `flow ${isForth ? `${near} ${arrow} ${far}` : `${far} ${arrow} ${near}`}`,
    ...(protocol ? [`: ${protocol.text}`] : []),
    ...(carrier ? [`over ${carrier.text}`] : []),
    ...(protections.length > 0 ? [`with ${protections.map(({ value }) => value).join(', ')}`] : []),
    ...ports.map(({ transport, port }) => `port ${transport ? `${transport} ` : ''}${port}`),
    ...(title ? [quote(title.value)] : []),
    ...(members.length > 0 ? [`{ ${members.join('  ')} }`] : []),
  ].join(' ');
}

/**
 * A conduit that must not be goes, with its flows. Not where more is said of it or of one of them, or a risk is on it,
 * which would be lost without a word.
 */
export function removeConduit(query: Query, ref: ConduitRef): Fix[] {
  const { name, at } = conduitOf(ref);
  const flows = flowsOf(ref).map(flowOf);
  const saysMore = ({ allows, when, data, access }: Flow) => allows.length > 0 || when || data || access;
  if (saysMoreThanFlows(query, ref) || flows.some(saysMore)) return [];
  return [{ title: removalTitle(name.value, flows.length), edits: [{ kind: 'remove', at }] }];
}

function removalTitle(name: string, flows: number): string {
  if (flows === 0) return `Remove conduit '${name}'`;
  return flows === 1 ? `Remove conduit '${name}' and its flow` : `Remove conduit '${name}' and its ${flows} flows`;
}
