import { isBoundaryGivenWrong } from '../analysis/given-wrong.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { zoneOf } from '../engine/element.ts';
import { boundaryDevices } from '../fixes/boundary-assets.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

export const zoneBoundary = defineRule({
  code: 'zone-boundary',
  title: 'Zone without logical boundary',
  group: 'documentation',
  severity: 'hint',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    zone: "Zone '{name}' does not say what its logical boundary is, so nobody can check that nothing passes beside it: add 'boundary logical' with the devices or networks that bound it.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { name, boundaries } = zoneOf(ref);
      if (boundaries.some(({ side }) => side === 'logical') || isExternal(query, ref)) return;
      if (isBoundaryGivenWrong(ref, 'logical')) return;
      report(
        'zone',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'zone', index: ref.index },
          fixes: () => {
            const devices = boundaryDevices(query, ref);
            const known = devices.length > 0 ? [quote(listAnd(devices))] : [];
            return [...known, placeholder('firewall, VLAN or access list that bounds the zone')].map((text) => ({
              title: `Add boundary logical ${text}`,
              edits: [{ kind: 'add-member', element: ref, text: `boundary logical ${text}`, first: true }],
            }));
          },
        },
      );
    },
  },
});
