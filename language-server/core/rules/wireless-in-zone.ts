import { keys } from '../engine/contributions.ts';
import { zoneOf } from '../engine/entry.ts';
import { atAsset, mixtureOf, moveToNestedZone, nameSome } from './partition.ts';
import { defineRule } from './rule.ts';

const CODE = 'wireless-in-zone';

export const wirelessInZone = defineRule({
  code: CODE,
  title: 'Wireless device among wired ones',
  group: 'partitioning',
  severity: 'warning',
  clauses: ['IEC 62443-3-2 ZCR 3.5'],
  messages: {
    asset:
      "Wireless asset '{name}' shares zone '{zone}' with {others}, so the zone begins wherever its signal can be heard: move it to a zone of its own, or name it in the 'via' of the conduit that it is the way into.",
  },
  checks: {
    zone(ref, { entry, view }, report) {
      const mixture = mixtureOf(view, ref, 'wireless', true);
      if (!mixture) return;
      const zone = zoneOf(ref).name.value;
      const flagged = mixture.flagged.filter(({ asset }) => !view.first(keys.via(entry.system, asset.path)));
      const fixes = moveToNestedZone(view, ref, CODE, flagged, 'wireless assets', { stem: 'wireless' });
      for (const member of flagged) {
        report(
          'asset',
          { name: member.asset.name.value, zone, others: nameSome(mixture.others) },
          { ...atAsset(member), fixes },
        );
      }
    },
  },
});
