import { compareElements, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { holds, identityOf, pathOf } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys, type ZoneNetworks } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { bucketsOf, type IpAddress, isWithin, readAddress } from '../model/address.ts';
import type { Text } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

/** A zone that shares its networks with more than this many others has one fault, not one with each. */
const MOST_REPORTED = 10;

export const overlappingNetworks = defineRule({
  code: 'overlapping-networks',
  title: 'Networks of two zones that overlap',
  group: 'addresses',
  severity: 'warning',
  basis: 'requirement',
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
        const values = { zone: zoneOf(ref).path, other: pathOf(other), network: network.text.value };
        const details = {
          at: network.text.at,
          subject: { sort: 'zone', index: ref.index },
          related: [{ entry: other.entry, at: otherNetwork.text.at, message: `Network of '${pathOf(other)}'` }],
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
  readonly other: Handle<'zone'>;
  readonly otherNetwork: Network;
}

/** A unit never changes, so the networks of its zones are read once: each is compared with those of many others. */
const read = new WeakMap<readonly Text[], readonly Network[]>();

function networksOf(texts: readonly Text[]): readonly Network[] {
  const known = read.get(texts);
  if (known) return known;
  const networks = texts.flatMap((text) => {
    const ip = readAddress(text.value);
    return ip.kind === 'ip' ? [{ text, ip }] : [];
  });
  read.set(texts, networks);
  return networks;
}

type Networked = ElementAnswer<'zone', ZoneNetworks>;

const inOrder = createCommonMemo<string, readonly Networked[]>();

/**
 * The overlaps to report at a zone: one with each zone before it, in the order of the files and of their texts. What
 * may overlap is found by buckets: a network around its own lies in one of its buckets, one inside it in its own.
 */
function overlapsOf(query: Query, zone: ZoneRef): Overlap[] {
  const { system } = zone.entry;
  const asked = networksOf(zoneOf(zone).networks).flatMap(({ ip }) => {
    const buckets = bucketsOf(ip);
    return [...buckets.map((bucket) => keys.networks(system, bucket)), keys.networksInside(system, buckets[0]!)];
  });
  const seen = new Set<object>();
  return [...new Set(asked)]
    .flatMap((key) => overlapsUnder(query, zone, key, seen))
    .sort((a, b) => compareElements(a.other, b.other))
    .slice(0, MOST_REPORTED);
}

/** The first overlaps with zones that offer a network under a key and that nobody has looked at. */
function overlapsUnder(query: Query, zone: ZoneRef, key: Key<Networked>, seen: Set<object>): Overlap[] {
  const found: Overlap[] = [];
  for (const other of inOrder(query, key, (common) => [...common.all(key)].sort(compareElements))) {
    if (found.length === MOST_REPORTED || compareElements(other, zone) >= 0) break;
    if (seen.has(identityOf(other))) continue;
    seen.add(identityOf(other));
    const overlap = holds(zone, other) || holds(other, zone) ? undefined : overlapBetween(zone, other);
    if (overlap) found.push(overlap);
  }
  return found;
}

/** The first two networks of a zone and another that differ in size and overlap, or else two that are the same. */
function overlapBetween(zone: ZoneRef, other: Networked): Overlap | undefined {
  let same: Overlap | undefined;
  for (const network of networksOf(zoneOf(zone).networks)) {
    for (const otherNetwork of networksOf(other.value.networks)) {
      if (!isWithin(network.ip, otherNetwork.ip) && !isWithin(otherNetwork.ip, network.ip)) continue;
      if (network.ip.prefix !== otherNetwork.ip.prefix) return { network, other, otherNetwork };
      same ??= { network, other, otherNetwork };
    }
  }
  return same;
}
