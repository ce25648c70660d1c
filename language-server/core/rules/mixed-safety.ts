import { safetyOf } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import type { Fix } from '../fixes/fix.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { mixtureOf, moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'mixed-safety';

export const mixedSafety = defineRule({
  code: CODE,
  title: 'Safety and control in one zone',
  group: 'partitioning',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 3.3'],
  messages: {
    asset:
      "Safety asset '{name}' shares zone '{zone}' with {others}, so an intruder there reaches what has to keep the plant safe: move it to a zone of its own, or state 'safety yes' if all of the zone is protected as safety related.",
  },
  checks: {
    zone(ref, { query }, report) {
      const mixture = mixtureOf(query, ref, 'safety', true);
      if (!mixture || safetyOf(query, ref)) return;
      const { name, safety } = zoneOf(ref);
      const move = moveToNestedZone(query, ref, CODE, mixture.flagged, 'safety assets', {
        stem: 'safety',
        members: ['safety yes'],
      });
      const declare: Fix = {
        title: `State that all of zone '${name.value}' is safety related`,
        edits: safety
          ? [{ kind: 'replace', at: safety.at, text: 'yes' }]
          : [{ kind: 'add-member', element: ref, text: 'safety yes', first: true }],
      };
      for (const member of mixture.flagged) {
        report(
          'asset',
          { name: member.asset.name.value, zone: name.value, others: nameSome(mixture.others) },
          { ...atAsset(member), fixes: () => [...move(), declare] },
        );
      }
    },
  },
});
