import { assetOf, conduitOf, zoneOf } from '../engine/element.ts';
import type { Fix } from '../fixes/fix.ts';
import { type AddressFault, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { Text } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

const REASONS: Readonly<Record<AddressFault, string>> = {
  number: 'each of its four numbers is 255 or less',
  'leading-zero': 'some devices take a number with a leading zero for octal, so leave the zero out',
  prefix: "after '/' stands the length of the prefix, up to 32 for IPv4 and 128 for IPv6",
  netmask: "a netmask is written as the length of the prefix, as in '10.0.0.0/24'",
  range: 'a range is none, so list its addresses or give the network that holds them',
  port: 'a port belongs in the flow that uses it',
  groups: "IPv6 has eight hexadecimal groups (with '::' once for those that are 0), a MAC address six pairs",
  remark: 'put nothing but the address here, and remarks in the description',
};

const MAC_AS_NETWORK = 'a MAC address names one device and no network';

export const invalidAddress = defineRule({
  code: 'invalid-address',
  title: 'Invalid address',
  group: 'addresses',
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.4', 'IEC 62443-3-3 SR 7.8'],
  messages: {
    address: "'{text}' of asset '{name}' is no address, so no check can tell where it belongs: {reason}.",
    shared: "'{text}' of conduit '{name}' is no network, so no check can tell what lies in it: {reason}.",
    network: "'{text}' of zone '{name}' is no network, so no check can tell what lies in it: {reason}.",
  },
  checks: {
    zone(ref, _, report) {
      const { name, networks } = zoneOf(ref);
      const subject = { sort: 'zone', index: ref.index } as const;
      for (const { text, reason, at, fixes } of faultsOf(networks)) {
        report('network', { text, name: name.value, reason }, { at, subject, fixes });
      }
    },
    conduit(ref, _, report) {
      const { name, networks } = conduitOf(ref);
      const subject = { sort: 'conduit', index: ref.index } as const;
      for (const { text, reason, at, fixes } of faultsOf(networks)) {
        report('shared', { text, name: name.value, reason }, { at, subject, fixes });
      }
    },
    asset(ref, _, report) {
      const asset = assetOf(ref);
      const { name } = asset;
      for (const address of allAddresses(asset)) {
        const read = readAddressIn(address);
        if (read.kind !== 'fault') continue;
        report(
          'address',
          { text: address.value, name: name.value, reason: REASONS[read.fault] },
          {
            at: address.at,
            subject: { sort: 'asset', index: ref.index },
            fixes: () => changesTo(address, read.meant),
          },
        );
      }
    },
  },
});

/** What is wrong with networks, each with its place. */
const faultsOf = (networks: readonly Text[]) =>
  networks.flatMap((network) => {
    const read = readAddressIn(network);
    if (read.kind !== 'fault' && read.kind !== 'mac') return [];
    return [
      {
        text: network.value,
        at: network.at,
        reason: read.kind === 'mac' ? MAC_AS_NETWORK : REASONS[read.fault],
        fixes: () => changesTo(network, read.kind === 'fault' ? read.meant : undefined),
      },
    ];
  });

const changesTo = ({ at }: Text, meant: string | undefined): Fix[] =>
  meant === undefined
    ? []
    : [
        {
          title: `Change to ${meant}`,
          edits: [{ kind: 'replace', at, text: `"${meant}"` }],
          preferred: true,
          batch: true,
        },
      ];
