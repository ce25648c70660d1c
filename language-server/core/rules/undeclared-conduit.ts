import { sidesOf } from '../analysis/sides.ts';
import { flowOf } from '../engine/element.ts';
import { isSameHome, pathFrom } from '../engine/handle.ts';
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
    equipment:
      "The flow from '{source}' to '{target}' is written outside conduit '{conduit}', whose equipment '{end}' is, so nobody has decided what protects it: write it in that conduit.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { source, target, conduit, zone } = flowOf(ref);
      if (conduit >= 0) return;
      const sides = sidesOf(query, ref);
      if (!sides) return;
      const [{ home: from }, { home: to }] = sides;
      const equipment = [from, to].findIndex(({ sort }) => sort === 'conduit');
      if (isSameHome(from, to) && equipment < 0) return;
      const around = { entry: ref.entry, sort: 'zone', index: zone } as const;
      const subject = { sort: 'flow', index: ref.index } as const;
      const fixes = () => moveToConduit(query, ref, sides, CODE);
      if (equipment >= 0) {
        const end = equipment > 0 ? target : source;
        const conduit = pathFrom(ref, equipment > 0 ? to : from);
        const values = { source: source.text, target: target.text, end: end.text, conduit };
        report('equipment', values, { at: end.at, subject, fixes });
        return;
      }
      report(
        'flow',
        { source: source.text, from: pathFrom(ref, from), target: target.text, to: pathFrom(ref, to) },
        {
          // At the end that leaves the zone it is written in.
          at: isSameHome(to, around) ? source.at : target.at,
          subject,
          fixes,
        },
      );
    },
  },
});
