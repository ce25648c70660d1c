import type { Handle } from '../engine/element.ts';
import { zonesAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { type IpAddress, isIp, isWithin, readAddress } from '../model/address.ts';

/**
 * True for an asset that has an address of its own in the networks of two of some zones, as one with a port at each. A firewall
 * between them may stand in a third zone, such as a central one.
 */
export function hasAddressInTwo(query: Query, asset: Handle<'asset'>, zones: readonly Handle<'zone'>[]): boolean {
  const addresses = query.fact(asset, 'addresses').map(readAddress).filter(isIp);
  if (addresses.length < 2) return false;
  return zones.filter((zone) => networksAt(query, zone).some(containsOne(addresses))).length > 1;
}

/** The networks of a zone, or of the nearest around it that states some. */
function networksAt(query: Query, zone: Handle<'zone'>): readonly IpAddress[] {
  for (const each of zonesAround(zone)) {
    const networks = query.fact(each, 'networks').map(readAddress).filter(isIp);
    if (networks.length > 0) return networks;
  }
  return [];
}

const containsOne =
  (addresses: readonly IpAddress[]) =>
  (network: IpAddress): boolean =>
    addresses.some((address) => isWithin(address, network));
