import { sidesOf } from '../analysis/sides.ts';
import { flowOf } from '../engine/element.ts';
import { isSameZone, pathOf } from '../engine/handle.ts';
import { moveToConduit } from '../fixes/flow-moves.ts';
import { defineRule } from './frame/rule.ts';

const CODE = 'undeclared-conduit';

export const undeclaredConduit = defineRule({
  code: CODE,
  title: 'Flow across a boundary without a conduit',
  group: 'boundaries',
  severity: 'error',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 3.1', 'IEC 62443-3-3 SR 5.1'],
  messages: {
    flow: "The flow from '{source}' in zone '{from}' to '{target}' in zone '{to}' crosses a boundary outside any conduit, so nobody has decided what protects it: write it in a conduit between the two zones.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { source, target, conduit, zone } = flowOf(ref);
      if (conduit >= 0) return;
      const sides = sidesOf(query, ref);
      if (!sides) return;
      const [from, to] = [sides[0].zone, sides[1].zone];
      if (isSameZone(from, to)) return;
      const around = { entry: ref.entry, sort: 'zone', index: zone } as const;
      report(
        'flow',
        { source: source.text, from: pathOf(from), target: target.text, to: pathOf(to) },
        {
          // At the end that leaves the zone it is written in.
          at: isSameZone(to, around) ? source.at : target.at,
          subject: { sort: 'flow', index: ref.index },
          fixes: () => moveToConduit(query, ref, [from, to], CODE),
        },
      );
    },
  },
});
