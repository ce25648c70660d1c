import { traitsOf } from '../analysis/asset-traits.ts';
import { type AssetRef, assetOf } from '../engine/element.ts';
import { homeOf, pathOf, zonesAround } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
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
    equipment:
      "Address {address} of asset '{name}' lies outside the network of conduit '{conduit}', whose equipment it is ({networks}): correct the address, or add the network that is missing.",
  },
  checks: {
    asset(ref, { entry, query }, report) {
      const asset = assetOf(ref);
      const { name, conduit, zone } = asset;
      const addresses = allAddresses(asset);
      const around = addresses.length > 0 ? networksOfHome(query, ref) : [];
      if (around.length === 0) return;
      const places = addresses.map((address) => placeOf(readAddress(address.value), around));
      if (!places.includes('outside')) return;
      // The other ports of a firewall are in the networks of the zones that it separates.
      if (places.includes('inside') && traitsOf(query, ref)?.flags.has('boundary')) return;
      const shared = sharedNetworks(query, ref);
      addresses.forEach((address, i) => {
        if (places[i] !== 'outside' || !shared) return;
        if (placeOf(readAddress(address.value), shared) === 'inside') return;
        const networks = around.filter(({ version }) => version === versionOf(address.value));
        const written = networks.map((network) => network.written);
        const values = { address: address.value, name: name.value, networks: abridge(written, MOST_LISTED) };
        const details = { at: address.at, subject: { sort: 'asset', index: ref.index } } as const;
        const equipped = entry.unit.conduits[conduit];
        if (equipped) report('equipment', { ...values, conduit: equipped.name.value }, details);
        else {
          const fixes = () => bringInside(query, ref, address.value);
          report('asset', { ...values, zone: entry.unit.zones[zone]!.path }, { ...details, fixes });
        }
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

/** The networks of the zones around an asset, the nearest first, or of the conduit whose equipment it is. */
function networksOfHome(query: Query, ref: AssetRef): readonly Network[] {
  const { entry } = ref;
  const { zone, conduit } = assetOf(ref);
  if (conduit >= 0) return readAll(entry.unit.conduits[conduit]!.networks.map(({ value }) => value)) ?? [];
  return networks(query, entry.unit.zones[zone]!, () => {
    const around = chainOf({ entry, sort: 'zone', index: zone });
    return readAll(around.flatMap((each) => each.networks.map(({ value }) => value))) ?? [];
  });
}

/**
 * The networks in which an address is at home, too: of a shared segment that its zone, or one around it, is on; of a
 * conduit's own boundary asset those of the zones that it joins. Undefined where one cannot be read.
 */
function sharedNetworks(query: Query, ref: AssetRef): readonly Network[] | undefined {
  const home = homeOf(ref);
  if (home.sort === 'conduit') {
    const ends = traitsOf(query, ref)?.flags.has('boundary') ? endsOf(query, home) : [];
    const zones = ends.flatMap((end) => (end ? zonesAround(end) : []));
    return readAll(zones.flatMap((each) => query.fact(each, 'networks')));
  }
  const conduits = zonesAround(home).flatMap((each) => query.all(keys.ends(each.entry.system, pathOf(each))));
  return readAll(conduits.flatMap((conduit) => query.fact(conduit, 'networks')));
}

/** Networks as they are written, those that are addresses; undefined where one cannot be read: it may hold anything. */
function readAll(written: readonly string[]): readonly Network[] | undefined {
  const read = written.map((value) => ({ ...readAddress(value), written: value }));
  return read.some(({ kind }) => kind === 'fault') ? undefined : read.filter((each) => each.kind === 'ip');
}
