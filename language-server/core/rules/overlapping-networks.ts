import { type ConduitRef, compareElements, conduitOf, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import { holds, identityOf, pathOf } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys, type StatedNetworks } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
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
    segment:
      "Network {network} of '{name}' overlaps {otherNetwork} of '{other}', though no conduit makes the one a segment of the other, so by this model nothing separates them: correct one of the networks, or join the zone by the conduit that shares the segment.",
  },
  checks: {
    zone(ref, { query }, report) {
      for (const { network, other, otherNetwork } of overlapsOf(query, ref)) {
        const values = { zone: zoneOf(ref).path, other: pathOf(other), network: network.text.value };
        const details = {
          ...pointing(other, otherNetwork),
          at: network.text.at,
          subject: { sort: 'zone', index: ref.index },
        } as const;
        const size = network.ip.prefix - otherNetwork.ip.prefix;
        if (size === 0) report('same', values, details);
        else report(size > 0 ? 'inside' : 'around', { ...values, otherNetwork: otherNetwork.text.value }, details);
      }
    },
    conduit(ref, { query }, report) {
      for (const { network, other, otherNetwork } of overlapsOf(query, ref)) {
        report(
          'segment',
          {
            name: conduitOf(ref).path,
            other: pathOf(other),
            network: network.text.value,
            otherNetwork: otherNetwork.text.value,
          },
          { ...pointing(other, otherNetwork), at: network.text.at, subject: { sort: 'conduit', index: ref.index } },
        );
      }
    },
  },
});

const pointing = (other: Holder, { text }: Network) => ({
  related: [{ entry: other.entry, at: text.at, message: `Network of '${pathOf(other)}'` }],
});

interface Network {
  readonly text: Text;
  readonly ip: IpAddress;
}

/** What states networks. */
type Holder = Handle<'zone'> | Handle<'conduit'>;

/** Two networks of which one lies inside the other, or which are the same. */
interface Overlap {
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
    const ip = readAddress(text.value);
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
function overlapsOf(query: Query, ref: ZoneRef | ConduitRef): Overlap[] {
  const { system } = ref.entry;
  const asked = networksOf(statedBy(ref)).flatMap(({ ip }) => {
    const buckets = bucketsOf(ip);
    return [...buckets.map((bucket) => keys.networks(system, bucket)), keys.networksInside(system, buckets[0]!)];
  });
  const seen = new Set<object>();
  return [...new Set(asked)]
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
