import { kindOf } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { mixtureOf, moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'remote-access-in-zone';

export const remoteAccessInZone = defineRule({
  code: CODE,
  title: 'Remote access among local devices',
  group: 'partitioning',
  severity: 'info',
  basis: 'recommendation',
  clauses: ['IEC 62443-3-2 ZCR 3.6'],
  messages: {
    asset:
      "Remote access through '{name}' ends in zone '{zone}' beside {others}, so whoever steals a session is inside already: end it in the perimeter, or move '{name}' to a zone of its own.",
  },
  checks: {
    zone(ref, { query }, report) {
      const mixture = mixtureOf(query, ref, 'remote-access', false);
      const kind = mixture && kindOf(query, ref);
      // A zone at the perimeter is where remote access is meant to end; one without a kind may be one.
      if (!kind || kind.flags.includes('entry')) return;
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
