import { conduitOf } from '../engine/element.ts';
import { isSameZone, pathOf } from '../engine/handle.ts';
import { endsOf } from '../engine/resolve.ts';
import { intoFlows } from '../fixes/conduit-into-flows.ts';
import { defineRule } from './frame/rule.ts';

export const conduitEnds = defineRule({
  code: 'conduit-ends',
  title: 'Conduit with one zone at both ends',
  group: 'boundaries',
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    same: "Conduit '{name}' joins zone '{zone}' to itself, and what stays in a zone crosses no boundary: name the other zone, or write the flows in '{zone}'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const { name, ends } = conduitOf(ref);
      const [left, right] = endsOf(query, ref);
      if (!ends || !left || !right || !isSameZone(left, right)) return;
      report(
        'same',
        { name: name.value, zone: pathOf(left) },
        {
          at: ends[1].at,
          subject: { sort: 'conduit', index: ref.index },
          fixes: () => intoFlows(query, ref, left),
        },
      );
    },
  },
});
