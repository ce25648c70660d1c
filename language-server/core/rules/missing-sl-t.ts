import { isGivenWrong } from '../analysis/given-wrong.ts';
import { zoneOf } from '../engine/element.ts';
import { inherited } from '../engine/zone-chain.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

export const missingSlT = defineRule({
  code: 'missing-sl-t',
  title: 'Zone without SL-T',
  group: 'requirements',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.6'],
  messages: {
    zone: "Zone '{name}' has no target security level, neither its own nor an inherited one, so no requirement is asked of it: add the level that its risk assessment gives, as in 'sl-t 2'.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { name } = zoneOf(ref);
      // A nested zone inherits what is missing, too: one fault, one finding, at the outermost zone.
      if (inherited(ref, (zone) => zone.slT) || !isOutermost(query, ref)) return;
      // One fault, one finding: what the level was meant to be is for its author to say there.
      if (isGivenWrong(ref, 'sl-t')) return;
      report(
        'zone',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'zone', index: ref.index },
          fixes: () =>
            [1, 2, 3, 4].map((level) => ({
              title: `Set SL-T ${level}`,
              edits: [{ kind: 'add-member', element: ref, text: `sl-t ${level}`, first: true }],
            })),
        },
      );
    },
  },
});
