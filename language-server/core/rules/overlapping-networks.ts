import { type Holder, type Network, overlapsOf } from '../analysis/network-overlaps.ts';
import { conduitOf, zoneOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import { defineRule } from './frame/rule.ts';

export const overlappingNetworks = defineRule({
  code: 'overlapping-networks',
  title: 'Networks of two zones that overlap',
  group: 'addresses',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.1'],
  messages: {
    same: "Zones '{zone}' and '{other}' both have network {network}, though neither is inside the other, so by this model nothing separates them: give each a network of its own, or allow it if they stand behind address translation.",
    inside:
      "Network {network} of zone '{zone}' lies inside {otherNetwork} of zone '{other}', though the zone does not lie inside '{other}', so by this model nothing separates them: correct one of the networks, or nest the zone.",
    around:
      "Network {network} of zone '{zone}' takes in {otherNetwork} of zone '{other}', though '{other}' does not lie inside the zone, so by this model nothing separates them: correct one of the networks, or nest '{other}'.",
    segment:
      "Network {network} of '{name}' overlaps {otherNetwork} of '{other}', though no conduit makes the one a segment of the other, so by this model nothing separates them: correct one of the networks, or join the zone by the conduit that shares the segment.",
  },
  checks: {
    zone(ref, { query }, report) {
      for (const { network, other, otherNetwork } of overlapsOf(query, ref)) {
        const values = { zone: zoneOf(ref).path, other: pathFrom(ref, other), network: network.text.value };
        const details = {
          ...pointing(ref, other, otherNetwork),
          at: network.text.at,
          subject: { sort: 'zone', index: ref.index },
        } as const;
        const size = network.ip.prefix - otherNetwork.ip.prefix;
        if (size === 0) report('same', values, details);
        else report(size > 0 ? 'inside' : 'around', { ...values, otherNetwork: otherNetwork.text.value }, details);
      }
    },
    conduit(ref, { query }, report) {
      for (const { network, other, otherNetwork } of overlapsOf(query, ref)) {
        report(
          'segment',
          {
            name: conduitOf(ref).path,
            other: pathFrom(ref, other),
            network: network.text.value,
            otherNetwork: otherNetwork.text.value,
          },
          {
            ...pointing(ref, other, otherNetwork),
            at: network.text.at,
            subject: { sort: 'conduit', index: ref.index },
          },
        );
      }
    },
  },
});

const pointing = (ref: Holder, other: Holder, { text }: Network) => ({
  related: [{ entry: other.entry, at: text.at, message: `Network of '${pathFrom(ref, other)}'` }],
});
