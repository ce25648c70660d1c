import { isGivenWrongAround } from '../analysis/given-wrong.ts';
import { isExternal, safetyOf } from '../analysis/zone-facts.ts';
import { membersOf } from '../analysis/zone-members.ts';
import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';
import { nameSome } from './shared/members.ts';

export const safetyDesignation = defineRule({
  code: 'safety-designation',
  title: 'Safety assets in a zone that is not designated',
  group: 'partitioning',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 3.3', 'IEC 62443-3-2 ZCR 6.4'],
  // Assets that have to leave the zone are the cause, or it is designated to keep them.
  yieldsTo: ['mixed-safety'],
  messages: {
    zone: "Zone '{name}' holds {assets} and is not designated as safety related, so nothing tells who connects or changes it that safety hangs on it: state 'safety yes'.",
    denied:
      "Zone '{name}' says 'safety no' and holds {assets}: one of the two is wrong. State 'safety yes', or correct what the asset is.",
  },
  checks: {
    zone(ref, { query }, report) {
      const flagged = membersOf(query, ref).filter(({ traits }) => traits.flags.has('safety'));
      if (flagged.length === 0 || safetyOf(query, ref) || isExternal(query, ref)) return;
      if (isGivenWrongAround(ref, 'safety')) return;
      const { name, safety } = zoneOf(ref);
      report(
        safety ? 'denied' : 'zone',
        { name: name.value, assets: nameSome(flagged) },
        {
          at: safety ? safety.at : name.at,
          subject: { sort: 'zone', index: ref.index },
          severity: safety ? 'error' : undefined,
          fixes: () => [
            {
              title: `Designate zone '${name.value}' as safety related`,
              edits: [
                safety
                  ? { kind: 'replace', at: safety.at, text: 'yes' }
                  : { kind: 'add-member', element: ref, text: 'safety yes', first: true },
              ],
            },
          ],
        },
      );
    },
  },
});
