import { kindOf } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { mixtureOf, moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'remote-access-mixed';

export const remoteAccessMixed = defineRule({
  code: CODE,
  title: 'Remote access among other servers of the perimeter',
  group: 'partitioning',
  severity: 'info',
  basis: 'recommendation',
  clauses: ['IEC 62443-3-2 ZCR 3.6'],
  messages: {
    asset:
      "Remote access through '{name}' ends in zone '{zone}' beside {others}, so whoever takes over a session reaches that without crossing a boundary: move '{name}' to a zone of its own in the perimeter.",
  },
  checks: {
    zone(ref, { query }, report) {
      const mixture = mixtureOf(query, ref, 'remote-access', true);
      // In other zones it is `remote-access-in-zone` that speaks.
      if (!mixture || !kindOf(query, ref)?.flags.includes('entry')) return;
      const zone = zoneOf(ref).name.value;
      const what = 'assets for remote access';
      const fixes = moveToNestedZone(query, ref, CODE, mixture.flagged, what, { stem: 'remote-access' });
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
