import { furtherNetworks, isInNested, networksOfHome, placeOf } from '../analysis/address-homes.ts';
import { traitsOf } from '../analysis/asset-traits.ts';
import { assetOf } from '../engine/element.ts';
import { addNetworkFor } from '../fixes/address-networks.ts';
import { readAddress, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
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
  // Where the address is at home is known then.
  yieldsTo: ['dual-homed', 'misplaced-address'],
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
      const places = addresses.map((address) => placeOf(readAddressIn(address), around));
      if (!places.includes('outside')) return;
      // The other ports of a firewall are in the networks of the zones that it separates.
      const hasHome = places.includes('inside');
      if (hasHome && traitsOf(query, ref)?.flags.has('boundary')) return;
      const further = furtherNetworks(query, ref);
      addresses.forEach((address, i) => {
        if (places[i] !== 'outside' || !further) return;
        const ip = readAddressIn(address);
        if (placeOf(ip, further) === 'inside' || (hasHome && isInNested(query, ref, ip))) return;
        const networks = around.filter(({ version }) => version === versionOf(address.value));
        const written = networks.map((network) => network.written);
        const values = { address: address.value, name: name.value, networks: abridge(written, MOST_LISTED) };
        const details = { at: address.at, subject: { sort: 'asset', index: ref.index } } as const;
        const equipped = entry.unit.conduits[conduit];
        if (equipped) report('equipment', { ...values, conduit: equipped.name.value }, details);
        else {
          const fixes = () => addNetworkFor(query, ref, address.value);
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
