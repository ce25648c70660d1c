import type { Handle } from '../engine/element.ts';
import { compareSources, type Source } from '../engine/entry.ts';
import { pathOf } from '../engine/handle.ts';
import { keys, type Opening, type OpeningEnd } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';

/** A flow as one step of a chain: from what opens it to what it leads to. */
export interface Step {
  readonly from: OpeningEnd;
  readonly to: OpeningEnd;
  readonly entry: Source;
  readonly at: number;
}

/** The steps between the ends of flows, as numbers: chains of tens of thousands of flows are followed. */
interface Network {
  readonly steps: readonly Step[];
  /** By end, and back: what tells it from others. */
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By step. */
  readonly froms: readonly number[];
  readonly tos: readonly number[];
  /** The steps that leave each end, and those that reach it. */
  readonly leaving: readonly (readonly number[])[];
  readonly reaching: readonly (readonly number[])[];
  /** The ends that are zones around each: a flow of a zone is one of everything in it. */
  readonly around: readonly (readonly number[])[];
  /** The ends in each zone, without itself, by its identity, and by end of those that are zones. */
  readonly inside: ReadonlyMap<string, readonly number[]>;
  readonly contents: readonly (readonly number[])[];
}

const networks = createCommonMemo<'all', Network>();

/** The network of all flows, in the order of the files. Only in a workspace where a zone is separated from another. */
const networkOf = (query: Query): Network =>
  networks(query, 'all', (common) => {
    const openings = [...common.all(keys.openings())].sort((a, b) => compareSources(a.entry, b.entry));
    return createNetwork(openings.flatMap(({ entry, value }) => value.flatMap((each) => stepsOf(entry, each))));
  });

function stepsOf(entry: Source, { from, to, both, at }: Opening): Step[] {
  const step = { from, to, entry, at };
  return both ? [step, { ...step, from: to, to: from }] : [step];
}

function createNetwork(steps: readonly Step[]): Network {
  const numbers = new Map<string, number>();
  const ends: OpeningEnd[] = [];
  const numberOf = (end: OpeningEnd): number => {
    const id = textOf(end);
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ends.length);
    return ends.push(end) - 1;
  };
  const froms = steps.map(({ from }) => numberOf(from));
  const tos = steps.map(({ to }) => numberOf(to));
  const ids = [...numbers.keys()];
  const inside = new Map<string, number[]>();
  const homes = new Map<string, Home>();
  const around = ends.map((end, number) => {
    const home = end.isEquipment ? NOWHERE : homeAt(end.system, end.path);
    for (const list of home.inside) list.push(number);
    return home.around;
  });
  const contents = new Array<readonly number[]>(ends.length).fill(NONE);
  for (const [zone, list] of inside) {
    const number = numbers.get(zone);
    if (number !== undefined) contents[number] = list;
  }
  return {
    steps,
    ids,
    numbers,
    froms,
    tos,
    leaving: byEnd(froms, ends.length),
    reaching: byEnd(tos, ends.length),
    around,
    inside,
    contents,
  };

  /** Where what has a path stands: most have the same home as others. */
  function homeAt(system: string, path: string): Home {
    const dot = path.lastIndexOf('.');
    if (dot <= 0) return NOWHERE;
    const outer = path.slice(0, dot);
    const id = idOfPath(system, outer);
    const known = homes.get(id);
    if (known) return known;
    const beyond = homeAt(system, outer);
    const own: number[] = [];
    inside.set(id, own);
    const number = numbers.get(id);
    const home = {
      inside: [own, ...beyond.inside],
      around: number === undefined ? beyond.around : [number, ...beyond.around],
    };
    homes.set(id, home);
    return home;
  }
}

/** The zones around an end: what is known to be in each, and those of them that are ends. */
interface Home {
  readonly inside: readonly number[][];
  readonly around: readonly number[];
}

const NOWHERE: Home = { inside: [], around: [] };

const NONE: readonly number[] = [];

/** The identity of an end; the equipment of a conduit has that of no zone. */
const textOf = ({ system, path, isEquipment }: OpeningEnd): string =>
  `${isEquipment ? 'own ' : ''}${idOfPath(system, path)}`;

const idOfPath = (system: string, path: string): string => `${system}/${path}`;

function* pathsAround(path: string): Iterable<string> {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) yield path.slice(0, dot);
}

function byEnd(ends: readonly number[], count: number): number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  ends.forEach((end, step) => void lists[end]!.push(step));
  return lists;
}

/** Which way chains are followed: along the flows, or against them. */
type Way = 'forth' | 'back';

/** What stands for an end that chains have not come to, and for one that they start at. */
const [UNSEEN, START] = [-2, -1];

/** How each end is come to from a zone: the step, and the end that it was taken from. */
interface Trail {
  readonly by: Int32Array;
  readonly after: Int32Array;
}

/** Where chains come to from a zone, each end on a shortest way. Where that is a zone, they come to everything in it. */
function follow({ ids, around, inside, contents, ...network }: Network, zone: ZoneId, way: Way): Trail {
  const by = new Int32Array(ids.length).fill(UNSEEN);
  const after = new Int32Array(ids.length).fill(START);
  const left = new Uint8Array(ids.length);
  const [next, target] = way === 'forth' ? [network.leaving, network.tos] : [network.reaching, network.froms];
  const waiting: number[] = [];
  const come = (end: number, step: number, before: number): void => {
    if (by[end] !== UNSEEN) return;
    by[end] = step;
    after[end] = before;
    waiting.push(end);
  };
  const leave = (opener: number, end: number): void => {
    if (left[opener]) return;
    left[opener] = 1;
    for (const step of next[opener]!) {
      const reached = target[step]!;
      come(reached, step, end);
      for (const inner of contents[reached]!) come(inner, step, end);
    }
  };
  for (const end of endsIn({ numbers: network.numbers, inside }, zone)) come(end, START, START);
  for (const outer of endsAround(network.numbers, zone)) leave(outer, START);
  // The list grows as it is gone through.
  for (const end of waiting) {
    leave(end, end);
    for (const outer of around[end]!) leave(outer, end);
  }
  return { by, after };
}

interface ZoneId {
  readonly id: string;
  readonly system: string;
  readonly path: string;
}

const zoneId = (zone: Handle<'zone'>): ZoneId => ({
  id: idOfPath(zone.entry.system, pathOf(zone)),
  system: zone.entry.system,
  path: pathOf(zone),
});

/** The ends that are zones around a zone. */
const endsAround = (numbers: ReadonlyMap<string, number>, { system, path }: ZoneId): number[] =>
  [...pathsAround(path)].flatMap((outer) => numbers.get(idOfPath(system, outer)) ?? []);

/** A zone, where it is an end, and those in it. */
function endsIn({ numbers, inside }: Pick<Network, 'numbers' | 'inside'>, { id }: ZoneId): number[] {
  const itself = numbers.get(id);
  return [...(itself === undefined ? [] : [itself]), ...(inside.get(id) ?? [])];
}

/** The ends at which a chain has come to a zone: those in it, and the zones around it, which stand for all in them. */
const endsAt = (network: Network, zone: ZoneId): number[] => [
  ...endsIn(network, zone),
  ...endsAround(network.numbers, zone),
];

const reached = createCommonMemo<string, Uint8Array>();

/** The trail that was followed last: who asks whether there is a chain mostly asks for it next. */
const lastTrails = createCommonMemo<'last', { of?: string; trail?: Trail }>();

const keyOf = (zone: ZoneId, way: Way): string => `${way} ${zone.id}`;

function trailFrom(query: Query, zone: ZoneId, way: Way): Trail {
  const last = lastTrails(query, 'last', () => ({}));
  const key = keyOf(zone, way);
  if (last.of !== key || !last.trail) {
    last.of = key;
    last.trail = follow(networkOf(query), zone, way);
  }
  return last.trail;
}

/** Whether chains come to each end from a zone: one byte an end, as in a large plant many may be asked about. */
const reachedFrom = (query: Query, zone: ZoneId, way: Way): Uint8Array =>
  reached(query, keyOf(zone, way), (common) => {
    const { by } = trailFrom(common, zone, way);
    const known = new Uint8Array(by.length);
    for (let end = 0; end < by.length; end++) if (by[end] !== UNSEEN) known[end] = 1;
    return known;
  });

/** Flows of which each begins where the one before it ends. */
export interface Chain {
  readonly steps: readonly Step[];
  /** True where it ends in the zone that was asked about, false where it begins there. */
  readonly leadsIn: boolean;
}

/**
 * A shortest chain of flows between anything in a zone and anything in another, one that leads into the first if there
 * is any; undefined where none leads from one to the other. Neither may lie in the other.
 * @param isHub true where the first is asked about with others, too, false where the second is: what chains come to from
 * that one is worked out once
 */
export function chainBetween(
  query: Query,
  zone: Handle<'zone'>,
  other: Handle<'zone'>,
  isHub: boolean,
): Chain | undefined {
  const [from, to] = isHub ? [zoneId(zone), zoneId(other)] : [zoneId(other), zoneId(zone)];
  const network = networkOf(query);
  const ends = endsAt(network, to);
  for (const leadsIn of [true, false]) {
    const way = leadsIn === isHub ? 'back' : 'forth';
    const known = reachedFrom(query, from, way);
    if (!ends.some((end) => known[end])) continue;
    return { steps: chainIn(network, trailFrom(query, from, way), ends, way), leadsIn };
  }
  return undefined;
}

/** The chain to the first of some ends that one comes to, in the direction of its flows. */
function chainIn({ steps }: Network, { by, after }: Trail, ends: readonly number[], way: Way): readonly Step[] {
  const chains = ends.filter((end) => by[end] !== UNSEEN).map(chainTo);
  const shortest = chains.reduce((a, b) => (b.length < a.length ? b : a));
  const chain = shortest.map((step) => steps[step]!);
  return way === 'forth' ? chain.reverse() : chain;

  function chainTo(end: number): number[] {
    const chain: number[] = [];
    for (let at = end; at !== START && by[at]! >= 0; at = after[at]!) chain.push(by[at]!);
    return chain;
  }
}
