import { type ConduitRef, compareElements, conduitOf, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { holds, identityOf } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys, type StatedNetworks } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { bucketsOf, type IpAddress, isWithin, readAddress, readAddressIn } from '../model/address.ts';
import type { Text } from '../model/reference.ts';

/** A zone that shares its networks with more than this many others has one fault, not one with each. */
const MOST_REPORTED = 10;

export interface Network {
  readonly text: Text;
  readonly ip: IpAddress;
}

/** What states networks. */
export type Holder = Handle<'zone'> | Handle<'conduit'>;

/** Two networks of which one lies inside the other, or which are the same. */
export interface Overlap {
  readonly network: Network;
  readonly other: Holder;
  readonly otherNetwork: Network;
}

/** A unit never changes, so the networks of its zones are read once: each is compared with those of many others. */
const read = new WeakMap<readonly Text[], readonly Network[]>();

function networksOf(texts: readonly Text[]): readonly Network[] {
  const known = read.get(texts);
  if (known) return known;
  const networks = texts.flatMap((text) => {
    const ip = readAddressIn(text);
    return ip.kind === 'ip' ? [{ text, ip }] : [];
  });
  read.set(texts, networks);
  return networks;
}

type Networked = ElementAnswer<'zone' | 'conduit', StatedNetworks>;

const inOrder = createCommonMemo<string, readonly Networked[]>();

/**
 * The overlaps to report at a zone or conduit: one with each zone before it, in the order of the files and of their texts,
 * and at a conduit with each conduit before it and all zones. What
 * may overlap is found by buckets: a network around its own lies in one of its buckets, one inside it in its own.
 */
export function overlapsOf(query: Query, ref: ZoneRef | ConduitRef): Overlap[] {
  const seen = new Set<object>();
  return keysAround(
    ref.entry.system,
    networksOf(statedBy(ref)).map(({ ip }) => ip),
  )
    .flatMap((key) => overlapsUnder(query, ref, key, seen))
    .sort((a, b) => compareHolders(a.other, b.other))
    .slice(0, MOST_REPORTED);
}

const statedBy = (ref: ZoneRef | ConduitRef): readonly Text[] =>
  ref.sort === 'zone' ? zoneOf(ref).networks : conduitOf(ref).networks;

/** Zones before conduits, each in the order of the files. */
const compareHolders = (a: Holder, b: Holder): number =>
  Number(a.sort === 'conduit') - Number(b.sort === 'conduit') || compareElements(a, b);

/** The first overlaps with what offers a network under a key and that nobody has looked at. */
function overlapsUnder(query: Query, ref: ZoneRef | ConduitRef, key: Key<Networked>, seen: Set<object>): Overlap[] {
  const found: Overlap[] = [];
  for (const other of inOrder(query, key, (common) => [...common.all(key)].sort(compareHolders))) {
    if (found.length === MOST_REPORTED || compareHolders(other, ref) >= 0) break;
    if (seen.has(identityOf(other))) continue;
    seen.add(identityOf(other));
    const overlap = areTogether(query, ref, other) ? undefined : overlapBetween(ref, other);
    if (overlap) found.push(overlap);
  }
  return found;
}

/**
 * True for a zone in another, for one that a conduit joins, or that is in or around one that it joins, and for conduits that
 * join the same zone: their networks are meant to overlap. Where an end is not known, nobody can tell.
 */
function areTogether(query: Query, a: Holder, b: Holder): boolean {
  const [zones, others] = [a, b].map((each) => (each.sort === 'zone' ? [each] : endsOf(query, each)));
  return zones!.some((zone) => !zone || others!.some((other) => !other || holds(zone, other) || holds(other, zone)));
}

/** The first two networks of something and another that differ in size and overlap, or else two that are the same. */
function overlapBetween(ref: ZoneRef | ConduitRef, other: Networked): Overlap | undefined {
  let same: Overlap | undefined;
  for (const network of networksOf(statedBy(ref))) {
    for (const otherNetwork of networksOf(other.value.networks)) {
      if (!isWithin(network.ip, otherNetwork.ip) && !isWithin(otherNetwork.ip, network.ip)) continue;
      if (network.ip.prefix !== otherNetwork.ip.prefix) return { network, other, otherNetwork };
      same ??= { network, other, otherNetwork };
    }
  }
  return same;
}

/** The keys under which what overlaps some networks offers its own. */
function keysAround(system: string, networks: readonly IpAddress[]): Key<Networked>[] {
  const asked = networks.flatMap((ip) => {
    const buckets = bucketsOf(ip);
    return [...buckets.map((bucket) => keys.networks(system, bucket)), keys.networksInside(system, buckets[0]!)];
  });
  return [...new Set(asked)];
}

/** A network of a zone, and the first zone with one that overlaps it, though neither is around the other. */
export interface OverlapWithZone {
  readonly network: string;
  readonly other: Handle<'zone'>;
  readonly otherNetwork: Text;
}

/** Whether some other zone lies in a network of this one. */
export function overlapWithZone(query: Query, zone: Handle<'zone'>): OverlapWithZone | undefined {
  const networks = query.fact(zone, 'networks').flatMap((text) => {
    const ip = readAddress(text);
    return ip.kind === 'ip' ? [{ text, ip }] : [];
  });
  const asked = keysAround(
    zone.entry.system,
    networks.map(({ ip }) => ip),
  );
  for (const key of asked) {
    for (const other of inOrder(query, key, (common) => [...common.all(key)].sort(compareHolders))) {
      if (other.sort === 'conduit') break;
      if (areTogether(query, zone, other)) continue;
      for (const { text, ip } of networksOf(other.value.networks)) {
        const mine = networks.find((each) => isWithin(each.ip, ip) || isWithin(ip, each.ip));
        if (mine) return { network: mine.text, other: other as Handle<'zone'>, otherNetwork: text };
      }
    }
  }
  return undefined;
}
