import {
  furtherNetworks,
  type NetworkedZones,
  networksOfHome,
  placeOf,
  zonesByAddress,
} from '../analysis/address-homes.ts';
import { traitsOf } from '../analysis/asset-traits.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type AssetRef, assetOf } from '../engine/element.ts';
import { holds, homeOf, pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { isIp, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { Place } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

export const dualHomed = defineRule({
  code: 'dual-homed',
  title: 'Asset in the networks of two zones',
  group: 'addresses',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.1', 'IEC 62443-3-3 SR 5.2'],
  messages: {
    asset:
      "Asset '{name}' has addresses in the networks of zones '{first}' and '{second}', so it joins them beside every conduit, and whoever holds it is in both: leave it one of them, or put a boundary asset between the two. If it is one, give it such a type.",
  },
  checks: {
    asset(ref, { query }, report) {
      const pair = apartOf(homesOfAddresses(query, ref));
      if (!pair) return;
      const [first, second] = pair;
      const { name } = assetOf(ref);
      const values = { name: name.value, first: nameOf(ref, first), second: nameOf(ref, second) };
      report('asset', values, {
        at: second.at,
        subject: { sort: 'asset', index: ref.index },
        related: [first, second].map(({ found }) => {
          const { entry, at, zone } = found.zones[0]!;
          return { entry, at, message: `Network of '${pathFrom(ref, zone)}'` };
        }),
      });
    },
  },
});

interface Homed {
  readonly at: Place;
  readonly found: NetworkedZones;
}

const nameOf = (ref: AssetRef, { found }: Homed): string => pathFrom(ref, found.zones[0]!.zone);

/** In whose networks the addresses of one device lie that joins zones by mistake; none for what is there to join them. */
function homesOfAddresses(query: Query, ref: AssetRef): Homed[] {
  const asset = assetOf(ref);
  const addresses = allAddresses(asset);
  // Several devices that are drawn as one may have an address each.
  if (addresses.length < 2 || (asset.count?.value ?? 1) > 1) return [];
  if (traitsOf(query, ref)?.flags.has('boundary')) return [];
  const home = homeOf(ref);
  if (home.sort === 'zone' && isExternal(query, home)) return [];
  const segments = home.sort === 'conduit' ? networksOfHome(query, ref) : furtherNetworks(query, ref);
  return addresses.flatMap((address) => {
    const ip = readAddressIn(address);
    // A segment that zones share is at home in each of them.
    if (!isIp(ip) || !segments || placeOf(ip, segments) === 'inside') return [];
    const found = zonesByAddress(query, ref.entry.system, ip);
    return found ? [{ at: address.at, found }] : [];
  });
}

/** The first two of which neither zone lies in the other. */
function apartOf(homes: readonly Homed[]): [Homed, Homed] | undefined {
  for (const [i, second] of homes.entries()) {
    const first = homes.slice(0, i).find((other) => areApart(other.found, second.found));
    if (first) return [first, second];
  }
  return undefined;
}

const areApart = (a: NetworkedZones, b: NetworkedZones): boolean =>
  a !== b &&
  a.zones.every(({ zone }) => b.zones.every((other) => !holds(zone, other.zone) && !holds(other.zone, zone)));
