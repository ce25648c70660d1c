import { isBusiness } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { mixtureOf, moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'portable-in-zone';

export const portableInZone = defineRule({
  code: CODE,
  title: 'Portable device among fixed ones',
  group: 'partitioning',
  severity: 'warning',
  clauses: ['IEC 62443-3-2 ZCR 3.4'],
  messages: {
    asset:
      "Portable asset '{name}' is carried in and out of zone '{zone}', so whatever it catches elsewhere reaches {others} without crossing a boundary: move it to a zone for temporarily connected devices.",
  },
  checks: {
    zone(ref, { query }, report) {
      const mixture = mixtureOf(query, ref, 'portable', true);
      // Offices are laptops and radio: what is asked of zones of the plant would be said of every desk.
      if (!mixture || isBusiness(query, ref)) return;
      const zone = zoneOf(ref).name.value;
      const fixes = moveToNestedZone(query, ref, CODE, mixture.flagged, 'portable assets', { stem: 'portable' });
      for (const member of mixture.flagged) {
        report(
          'asset',
          { name: member.asset.name.value, zone, others: nameSome(mixture.others) },
          { ...atAsset(member), fixes },
        );
      }
    },
  },
});
