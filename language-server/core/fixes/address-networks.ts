import { zonesByAddress } from '../analysis/address-homes.ts';
import { type AssetRef, assetOf, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { reveal } from '../engine/reveal.ts';
import { chainOf } from '../engine/zone-chain.ts';
import { type IpAddress, isIp, isWithin, networkAround, readAddress } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { Text } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import type { Fix } from './fix.ts';
import { quote } from './placeholder.ts';
import { intoZone } from './relocate.ts';

/**
 * The network that the zone of an asset seems to lack for an address, as long as the one that it has; none where the
 * address is in the network of a zone.
 */
export function addNetworkFor(query: Query, ref: AssetRef, address: string): Fix[] {
  const read = readAddress(address);
  return isIp(read) && !zonesByAddress(query, ref.entry.system, read) ? withNetwork(ref, read) : [];
}

/** The move of an asset to a zone in whose network it has an address; none where another of its addresses would lie outside there. */
export function moveToNetwork(query: Query, ref: AssetRef, to: Handle<'zone'>): Fix[] {
  const zone = reveal(to);
  const { name } = assetOf(ref);
  const moved = areInside(zone, allAddresses(assetOf(ref))) ? intoZone(query, ref, zone) : undefined;
  return moved ? [{ title: `Move '${name.value}' to zone '${moved.zone}'`, edits: moved.edits }] : [];
}

/** The networks of a zone and of those around it, the nearest first. */
const networksAround = (zone: ZoneRef): IpAddress[] => chainOf(zone).flatMap(networksIn);

const networksIn = ({ networks }: Zone): IpAddress[] => networks.map(({ value }) => readAddress(value)).filter(isIp);

/** True where no address lies outside the networks that there would be around it. */
function areInside(zone: ZoneRef, addresses: readonly Text[]): boolean {
  const networks = networksAround(zone);
  return addresses
    .map(({ value }) => readAddress(value))
    .filter(isIp)
    .every((ip) => {
      const alike = networks.filter(({ version }) => version === ip.version);
      return alike.length === 0 || alike.some((network) => isWithin(ip, network));
    });
}

/** The network of an address as one of the zone that its asset stands in, as long as the nearest around it. */
function withNetwork(ref: AssetRef, address: IpAddress): Fix[] {
  const zone: ZoneRef = { ...ref, sort: 'zone', index: assetOf(ref).zone };
  const nearest = networksAround(zone).find(({ version }) => version === address.version);
  if (!nearest) return [];
  const { path, networks } = zoneOf(zone);
  const network = networkAround(address, nearest.prefix);
  const last = networks.at(-1);
  return [
    {
      title: `Add network ${network} to zone '${path}'`,
      edits: [
        last
          ? { kind: 'replace', at: last.at, text: `${quote(last.value)}, ${quote(network)}` }
          : { kind: 'add-member', element: zone, text: `network ${quote(network)}`, first: true },
      ],
    },
  ];
}
