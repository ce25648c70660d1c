import type { Handle } from '../engine/element.ts';
import { zonesAround } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { type AddressReading, type IpAddress, isWithin, readAddress } from '../model/address.ts';

/**
 * True for an asset that has a port at each of some zones: an address of its own in the networks of each. A firewall
 * between them may stand in a third zone, such as a central one.
 */
export function hasPortAtEach(query: Query, asset: Handle<'asset'>, zones: readonly Handle<'zone'>[]): boolean {
  const ports = query.fact(asset, 'ports').map(readAddress).filter(isIp);
  return ports.length > 1 && zones.every((zone) => networksAt(query, zone).some(containsOne(ports)));
}

/** The networks of a zone, or of the nearest around it that states some. */
function networksAt(query: Query, zone: Handle<'zone'>): readonly IpAddress[] {
  for (const each of zonesAround(zone)) {
    const networks = query.fact(each, 'networks').map(readAddress).filter(isIp);
    if (networks.length > 0) return networks;
  }
  return [];
}

const isIp = (reading: AddressReading): reading is IpAddress => reading.kind === 'ip';

const containsOne =
  (addresses: readonly IpAddress[]) =>
  (network: IpAddress): boolean =>
    addresses.some((address) => isWithin(address, network));
