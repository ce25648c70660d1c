import { furtherNetworks, isInNested, networksOfHome, placeOf, zonesByAddress } from '../analysis/address-homes.ts';
import { traitsOf } from '../analysis/asset-traits.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { assetOf } from '../engine/element.ts';
import { holds, homeOf, pathFrom } from '../engine/handle.ts';
import { moveToNetwork } from '../fixes/address-networks.ts';
import { isIp, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import { defineRule } from './frame/rule.ts';

export const misplacedAddress = defineRule({
  code: 'misplaced-address',
  title: 'Address in the network of another zone',
  group: 'addresses',
  severity: 'warning',
  basis: 'convention',
  // Its addresses lie in two zones: that is what has to be mended first.
  yieldsTo: ['dual-homed'],
  clauses: ['IEC 62443-3-3 SR 5.1'],
  messages: {
    asset:
      "Address {address} of asset '{name}' lies in network {network} of zone '{other}', while the asset is drawn in zone '{zone}', so it stands behind another boundary than the model shows: move it to '{other}', or correct the address.",
  },
  checks: {
    asset(ref, { query }, report) {
      const asset = assetOf(ref);
      const addresses = allAddresses(asset);
      const home = addresses.length > 0 ? homeOf(ref) : undefined;
      if (home?.sort !== 'zone' || isExternal(query, home)) return;
      const around = networksOfHome(query, ref);
      if (around.length === 0) return;
      const isHome = (zone: Parameters<typeof holds>[0]) => holds(zone, home);
      const located = addresses.map((address) => {
        const { value, at } = address;
        const ip = readAddressIn(address);
        const found = isIp(ip) && placeOf(ip, around) ? zonesByAddress(query, ref.entry.system, ip) : undefined;
        return { value, at, ip, found, isHome: found?.zones.some(({ zone }) => isHome(zone)) ?? false };
      });
      if (located.every(({ found, isHome }) => !found || isHome)) return;
      const hasHome = located.some(({ isHome }) => isHome);
      // The other ports of a firewall are in the networks of the zones that it separates.
      if (hasHome && traitsOf(query, ref)?.flags.has('boundary')) return;
      const further = furtherNetworks(query, ref);
      for (const { value, at, ip, found, isHome } of located) {
        if (!found || isHome || !further || placeOf(ip, further) === 'inside') continue;
        const { zone: other, ...network } = found.zones[0]!;
        if (hasHome && isInNested(query, ref, ip)) continue;
        report(
          'asset',
          {
            address: value,
            name: asset.name.value,
            network: found.network.written,
            other: pathFrom(ref, other),
            zone: pathFrom(ref, home),
          },
          {
            at,
            subject: { sort: 'asset', index: ref.index },
            related: [{ ...network, message: `Network of '${pathFrom(ref, other)}'` }],
            fixes: () => moveToNetwork(query, ref, other),
          },
        );
      }
    },
  },
});
