import { holds } from '../analysis/sides.ts';
import { compareElements, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { keys, type Offer } from '../engine/facts.ts';
import { compareOffers } from '../engine/offer-index.ts';
import { createCommonMemo, type Query } from '../engine/query.ts';
import { bucketsOf, type IpAddress, isWithin, readAddress } from '../model/address.ts';
import type { Text } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import { defineRule } from './frame/rule.ts';

/** A zone that shares its networks with more than this many others has one fault, not one with each. */
const MOST_REPORTED = 10;

export const overlappingNetworks = defineRule({
  code: 'overlapping-networks',
  title: 'Networks of two zones that overlap',
  group: 'addresses',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 5.1'],
  messages: {
    same: "Zones '{zone}' and '{other}' both have network {network}, though neither is inside the other, so by this model nothing separates them: give each a network of its own, or allow it if they stand behind address translation.",
    inside:
      "Network {network} of zone '{zone}' lies inside {otherNetwork} of zone '{other}', though the zone does not lie inside '{other}', so by this model nothing separates them: correct one of the networks, or nest the zone.",
    around:
      "Network {network} of zone '{zone}' takes in {otherNetwork} of zone '{other}', though '{other}' does not lie inside the zone, so by this model nothing separates them: correct one of the networks, or nest '{other}'.",
  },
  checks: {
    zone(ref, { query }, report) {
      for (const { network, other, otherNetwork } of overlapsOf(query, ref)) {
        const values = { zone: zoneOf(ref).path, other: zoneOf(other).path, network: network.text.value };
        const details = {
          at: network.text.at,
          subject: { sort: 'zone', index: ref.index },
          related: [{ entry: other.entry, at: otherNetwork.text.at, message: `Network of '${zoneOf(other).path}'` }],
        } as const;
        const size = network.ip.prefix - otherNetwork.ip.prefix;
        if (size === 0) report('same', values, details);
        else report(size > 0 ? 'inside' : 'around', { ...values, otherNetwork: otherNetwork.text.value }, details);
      }
    },
  },
});

interface Network {
  readonly text: Text;
  readonly ip: IpAddress;
}

/** Two networks of which one lies inside the other, or which are the same. */
interface Overlap {
  readonly network: Network;
  readonly other: ZoneRef;
  readonly otherNetwork: Network;
}

/** Zones never change, so their networks are read once: each is compared with those of many others. */
const read = new WeakMap<Zone, readonly Network[]>();

function networksOf(ref: ZoneRef): readonly Network[] {
  const zone = zoneOf(ref);
  const known = read.get(zone);
  if (known) return known;
  const networks = zone.networks.flatMap((text) => {
    const ip = readAddress(text.value);
    return ip.kind === 'ip' ? [{ text, ip }] : [];
  });
  read.set(zone, networks);
  return networks;
}

const inOrder = createCommonMemo<string, readonly Offer[]>();

/**
 * The overlaps to report at a zone: one with each zone before it, in the order of the files and of their texts. What
 * may overlap is found by buckets: a network around its own lies in one of its buckets, one inside it in its own.
 */
function overlapsOf(query: Query, zone: ZoneRef): Overlap[] {
  const { system } = zone.entry;
  const asked = networksOf(zone).flatMap(({ ip }) => {
    const buckets = bucketsOf(ip);
    return [...buckets.map((bucket) => keys.networks(system, bucket)), keys.networksInside(system, buckets[0]!)];
  });
  const seen = new Set<Zone>();
  return [...new Set(asked)]
    .flatMap((key) => overlapsUnder(query, zone, key, seen))
    .sort((a, b) => compareElements(a.other, b.other))
    .slice(0, MOST_REPORTED);
}

/** The first overlaps with zones that offer a network under a key and that nobody has looked at. */
function overlapsUnder(query: Query, zone: ZoneRef, key: string, seen: Set<Zone>): Overlap[] {
  const found: Overlap[] = [];
  for (const { entry, index } of inOrder(query, key, (common) => [...common.all(key)].sort(compareOffers))) {
    const other: ZoneRef = { entry, sort: 'zone', index };
    if (found.length === MOST_REPORTED || compareElements(other, zone) >= 0) break;
    if (seen.has(zoneOf(other))) continue;
    seen.add(zoneOf(other));
    const overlap = holds(zone, other) || holds(other, zone) ? undefined : overlapBetween(zone, other);
    if (overlap) found.push(overlap);
  }
  return found;
}

/** The first two networks of a zone and another that differ in size and overlap, or else two that are the same. */
function overlapBetween(zone: ZoneRef, other: ZoneRef): Overlap | undefined {
  let same: Overlap | undefined;
  for (const network of networksOf(zone)) {
    for (const otherNetwork of networksOf(other)) {
      if (!isWithin(network.ip, otherNetwork.ip) && !isWithin(otherNetwork.ip, network.ip)) continue;
      if (network.ip.prefix !== otherNetwork.ip.prefix) return { network, other, otherNetwork };
      same ??= { network, other, otherNetwork };
    }
  }
  return same;
}
