import { holds } from '../analysis/sides.ts';
import { keys } from '../engine/contributions.ts';
import { compareElements, type ZoneRef, zoneOf } from '../engine/entry.ts';
import type { View } from '../engine/view.ts';
import { bucketsOf, type IpAddress, isWithin, readAddress } from '../model/address.ts';
import type { Text } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import { defineRule } from './rule.ts';

/** A zone that shares its networks with more than this many others has one fault, not one with each. */
const MOST_REPORTED = 10;

export const overlappingNetworks = defineRule({
  code: 'overlapping-networks',
  title: 'Networks of two zones that overlap',
  group: 'addresses',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 5.1', 'IEC 62443-3-2 ZCR 6.4'],
  messages: {
    same: "Zones '{zone}' and '{other}' both have network {network}, though neither is inside the other, so nothing separates them: give each a network of its own.",
    inside:
      "Network {network} of zone '{zone}' lies inside {otherNetwork} of zone '{other}', though the zone does not lie inside '{other}', so nothing separates them: correct one of the networks, or nest the zone.",
  },
  checks: {
    zone(ref, { view }, report) {
      const found = overlapsOf(view, ref).sort((a, b) => compareElements(a.other, b.other));
      for (const { network, other, otherNetwork, isInside } of found.slice(0, MOST_REPORTED)) {
        const values = { zone: zoneOf(ref).path, other: zoneOf(other).path, network: network.text.value };
        const details = {
          at: network.text.at,
          subject: { sort: 'zone', index: ref.index },
          related: [{ entry: other.entry, at: otherNetwork.text.at, message: `Network of '${zoneOf(other).path}'` }],
        } as const;
        if (isInside) report('inside', { ...values, otherNetwork: otherNetwork.text.value }, details);
        else report('same', values, details);
      }
    },
  },
});

interface Network {
  readonly text: Text;
  readonly ip: IpAddress;
}

/** Networks of two zones, one inside the other or both the same. */
interface Overlap {
  readonly network: Network;
  readonly other: ZoneRef;
  readonly otherNetwork: Network;
  /** True where the network is a part of the other, false where they are the same. */
  readonly isInside: boolean;
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

/** The overlaps to report at a zone: one for each other zone. */
function overlapsOf(view: View, zone: ZoneRef): Overlap[] {
  const { system } = zone.entry;
  const seen = new Set<Zone>();
  const found: Overlap[] = [];
  const buckets = new Set(networksOf(zone).flatMap(({ ip }) => bucketsOf(ip)));
  for (const bucket of buckets) {
    for (const { entry, index } of view.all(keys.networks(system, bucket))) {
      const other: ZoneRef = { entry, sort: 'zone', index };
      if (seen.has(zoneOf(other))) continue;
      seen.add(zoneOf(other));
      const overlap = holds(zone, other) || holds(other, zone) ? undefined : overlapBetween(zone, other);
      if (overlap && isReportedAt(zone, overlap)) found.push(overlap);
    }
  }
  return found;
}

/** How the networks of a zone lie in those of another: inside one of them, or else the same. */
function overlapBetween(zone: ZoneRef, other: ZoneRef): Overlap | undefined {
  let same: Overlap | undefined;
  for (const network of networksOf(zone)) {
    for (const otherNetwork of networksOf(other)) {
      if (!isWithin(network.ip, otherNetwork.ip) || network.ip.prefix < otherNetwork.ip.prefix) continue;
      const isInside = network.ip.prefix > otherNetwork.ip.prefix;
      if (isInside) return { network, other, otherNetwork, isInside };
      same ??= { network, other, otherNetwork, isInside };
    }
  }
  return same;
}

/** A pair is reported once: where the smaller network is, or at the second of two that are the same. */
function isReportedAt(zone: ZoneRef, { other, isInside }: Overlap): boolean {
  const isOtherInside = overlapBetween(other, zone)?.isInside ?? false;
  if (isInside !== isOtherInside) return isInside;
  return isInside ? zoneOf(zone).path > zoneOf(other).path : compareElements(zone, other) > 0;
}
