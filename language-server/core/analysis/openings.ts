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
  /** The ends in each zone, itself included, by its identity, and by end of those that are zones. */
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
  const inside = new Map<string, number[]>();
  const around = ends.map((end, number) =>
    placesOf(end).flatMap((zone) => {
      putIn(inside, zone, number);
      const other = numbers.get(zone);
      return other === undefined || other === number ? [] : [other];
    }),
  );
  const ids = [...numbers.keys()];
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
    contents: around.map((_, number) => {
      const all = inside.get(ids[number]!) ?? [];
      return all.length > 1 ? all : NONE;
    }),
  };
}

const NONE: readonly number[] = [];

/** The identity of an end; the equipment of a conduit has that of no zone. */
const textOf = ({ system, path, isEquipment }: OpeningEnd): string =>
  `${isEquipment ? 'own ' : ''}${idOfPath(system, path)}`;

const idOfPath = (system: string, path: string): string => `${system}/${path}`;

/** An end and the zones around it. */
function placesOf({ system, path, isEquipment }: OpeningEnd): string[] {
  return isEquipment ? [] : [path, ...pathsAround(path)].map((zone) => idOfPath(system, zone));
}

function* pathsAround(path: string): Iterable<string> {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) yield path.slice(0, dot);
}

function byEnd(ends: readonly number[], count: number): number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  ends.forEach((end, step) => void lists[end]!.push(step));
  return lists;
}

function putIn(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Which way chains are followed: along the flows, or against them. */
const WAYS = ['forth', 'back'] as const;

type Way = (typeof WAYS)[number];

/** What stands for an end that chains have not come to, and for one that they start at. */
const [UNSEEN, START] = [-2, -1];

/** How each end is come to from a zone: the step, and the end that it was taken from. */
interface Trail {
  readonly by: Int32Array;
  readonly after: Int32Array;
}

/**
 * Where chains come to from a zone, each end on a shortest way. Where that is a zone, they come to everything in it.
 * @param isThere where to look no further
 */
function follow(
  { ids, around, inside, contents, ...network }: Network,
  zone: ZoneId,
  way: Way,
  isThere?: (end: number) => boolean,
): Trail {
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
  for (const end of inside.get(zone.id) ?? []) come(end, START, START);
  for (const outer of endsAround(network.numbers, zone)) leave(outer, START);
  // The list grows as it is gone through.
  for (const end of waiting) {
    if (isThere?.(end)) break;
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

/** The ends at which a chain has come to a zone: those in it, and the zones around it, which stand for all in them. */
const endsAt = ({ inside, numbers }: Network, zone: ZoneId): number[] => [
  ...(inside.get(zone.id) ?? []),
  ...endsAround(numbers, zone),
];

const reached = createCommonMemo<string, Uint8Array>();

/** Whether chains come to each end from a zone: one byte an end, as in a large plant many may be asked about. */
const reachedFrom = (query: Query, zone: ZoneId, way: Way): Uint8Array =>
  reached(query, `${way} ${zone.id}`, (common) =>
    Uint8Array.from(follow(networkOf(common), zone, way).by, (step) => (step === UNSEEN ? 0 : 1)),
  );

/** Flows of which each begins where the one before it ends. */
export interface Chain {
  readonly steps: readonly Step[];
  /** True where it ends in the zone that was asked about, false where it begins there. */
  readonly leadsIn: boolean;
}

/**
 * A shortest chain of flows between anything in a zone and anything in another; undefined where none leads from one to
 * the other. Neither may lie in the other.
 * @param common the one that others are asked about with, too: what chains come to from it is worked out once
 */
export function chainBetween(query: Query, zone: Handle<'zone'>, common: Handle<'zone'>): Chain | undefined {
  const [asking, other] = [zoneId(zone), zoneId(common)];
  const network = networkOf(query);
  const ends = endsAt(network, asking);
  for (const way of WAYS) {
    const known = reachedFrom(query, other, way);
    if (!ends.some((end) => known[end])) continue;
    const wanted = new Set(ends);
    const trail = follow(network, other, way, (end) => wanted.has(end));
    return { steps: chainIn(network, trail, ends, way), leadsIn: way === 'forth' };
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
