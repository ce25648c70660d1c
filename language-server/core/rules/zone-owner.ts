import { isGivenWrongAround } from '../analysis/given-wrong.ts';
import { systemOwner } from '../analysis/settings.ts';
import { zoneOf } from '../engine/element.ts';
import { inherited } from '../engine/zone-chain.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

/** At most this many owners of other zones are offered. */
const MOST_OFFERED = 3;

export const zoneOwner = defineRule({
  code: 'zone-owner',
  title: 'Zone without owner',
  group: 'documentation',
  severity: 'hint',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    zone: "Zone '{name}' has no owner, neither its own nor the system's, so nobody is accountable for its protection: add 'owner' with the organisation.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      const { name } = zoneOf(ref);
      if (inherited(ref, ({ owner }) => owner) || systemOwner(query, entry.system) || !isOutermost(query, ref)) return;
      if (isGivenWrongAround(ref, 'owner')) return;
      report(
        'zone',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'zone', index: ref.index },
          fixes: () => {
            const owners = new Set(entry.unit.zones.flatMap(({ owner }) => owner?.value ?? []));
            const known = [...owners].slice(0, MOST_OFFERED).map((owner) => `owner ${quote(owner)}`);
            return [...known, `owner ${placeholder('organisation accountable for the zone')}`].map((text) => ({
              title: `Add ${text}`,
              edits: [{ kind: 'add-member', element: ref, text, first: true }],
            }));
          },
        },
      );
    },
  },
});
