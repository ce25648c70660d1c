import { traitsOf } from '../analysis/asset-traits.ts';
import { assetOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { chainOf } from '../engine/zone-chain.ts';
import { bringInside } from '../fixes/address-networks.ts';
import { type AddressReading, type IpAddress, isWithin, readAddress } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { Zone } from '../model/zone.ts';
import { abridge } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

/** At most this many networks are listed. */
const MOST_LISTED = 3;

export const addressOutsideNetwork = defineRule({
  code: 'address-outside-network',
  title: 'Address outside the networks of its zone',
  group: 'addresses',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-3 SR 5.1'],
  messages: {
    asset:
      "Address {address} of asset '{name}' lies outside the networks of its zone '{zone}' ({networks}), so it is in a network that the zone does not list as its own: correct the address, move the asset, or add the network that is missing.",
  },
  checks: {
    asset(ref, { query }, report) {
      const asset = assetOf(ref);
      const { name, zone: index } = asset;
      const addresses = allAddresses(asset);
      if (addresses.length === 0) return;
      const zone: ZoneRef = { ...ref, sort: 'zone', index };
      const around = networksAround(query, zone);
      if (around.length === 0) return;
      const places = addresses.map((address) => placeOf(readAddress(address.value), around));
      if (!places.includes('outside')) return;
      // The other ports of a firewall are in the networks of the zones that it separates.
      if (places.includes('inside') && traitsOf(query, ref)?.flags.has('boundary')) return;
      addresses.forEach((address, i) => {
        if (places[i] !== 'outside') return;
        const networks = around.filter(({ version }) => version === versionOf(address.value));
        report(
          'asset',
          {
            address: address.value,
            name: name.value,
            zone: zoneOf(zone).path,
            networks: abridge(
              networks.map(({ written }) => written),
              MOST_LISTED,
            ),
          },
          {
            at: address.at,
            subject: { sort: 'asset', index: ref.index },
            fixes: () => bringInside(query, ref, address.value),
          },
        );
      });
    },
  },
});

const versionOf = (written: string): number | undefined => {
  const read = readAddress(written);
  return read.kind === 'ip' ? read.version : undefined;
};

/** Where an address lies, seen from some networks; undefined where none is of its version. */
function placeOf(address: AddressReading, around: readonly Network[]): 'inside' | 'outside' | undefined {
  if (address.kind !== 'ip') return undefined;
  let place: 'outside' | undefined;
  for (const network of around) {
    if (isWithin(address, network)) return 'inside';
    if (network.version === address.version) place = 'outside';
  }
  return place;
}

interface Network extends IpAddress {
  readonly written: string;
}

const networks = createMemo<Zone, readonly Network[]>();

/** The networks of a zone and of those around it, the nearest first; none where one cannot be read: it may hold anything. */
function networksAround(query: Query, zone: ZoneRef): readonly Network[] {
  return networks(query, zoneOf(zone), () => {
    const written = chainOf(zone).flatMap((each) => each.networks.map(({ value }) => value));
    const read = written.map((value) => ({ ...readAddress(value), written: value }));
    return read.some(({ kind }) => kind === 'fault') ? [] : read.filter((each) => each.kind === 'ip');
  });
}
