import { isBusiness } from '../analysis/zone-facts.ts';
import type { Member } from '../analysis/zone-members.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import { nameOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { mixtureOf, moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'wireless-in-zone';

export const wirelessInZone = defineRule({
  code: CODE,
  title: 'Wireless device among wired ones',
  group: 'partitioning',
  severity: 'warning',
  clauses: ['IEC 62443-3-2 ZCR 3.5'],
  messages: {
    asset:
      "Wireless asset '{name}' shares zone '{zone}' with {others}, so the zone begins wherever its signal can be heard: move it to a zone of its own.",
    boundary:
      "Wireless asset '{name}' shares zone '{zone}' with {others}, so the zone begins wherever its signal can be heard: name it in the 'via' of the conduit that it carries, or move it to a zone of its own.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const mixture = mixtureOf(query, ref, 'wireless', true);
      // As in `portable-in-zone`.
      if (!mixture || isBusiness(query, ref)) return;
      const zone = zoneOf(ref).name.value;
      const flagged = mixture.flagged.filter(({ asset }) => !query.first(keys.via(entry.system, asset.path)));
      const fixes = moveToNestedZone(query, ref, CODE, flagged, 'wireless assets', { stem: 'wireless' });
      for (const member of flagged) {
        report(
          member.traits.flags.has('boundary') ? 'boundary' : 'asset',
          { name: member.asset.name.value, zone, others: nameSome(mixture.others) },
          { ...atAsset(member), fixes: () => [...fixes(), ...intoConduits(query, ref, member)] },
        );
      }
    },
  },
});

/** At most this many conduits are offered. */
const MOST_OFFERED = 3;

/** An access point, modem or gateway may be the way over one of the conduits at its zone. */
function intoConduits(query: Query, { entry, index }: ZoneRef, { asset, traits }: Member): Fix[] {
  if (!traits.flags.has('boundary')) return [];
  const { system, unit } = entry;
  return query
    .all(keys.ends(system, unit.zones[index]!.path))
    .filter((conduit) => conduit.entry.system === system)
    .slice(0, MOST_OFFERED)
    .map(
      (conduit): Fix => ({
        title: `Name '${asset.name.value}' in the 'via' of conduit '${nameOf(conduit)}'`,
        edits: [{ kind: 'add-member', element: conduit, text: `via ${asset.path}`, first: true }],
      }),
    );
}
