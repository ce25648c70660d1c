import { sidesOf } from '../analysis/sides.ts';
import { flowOf, zoneOf } from '../engine/element.ts';
import { holds, isSameHome, pathFrom } from '../engine/handle.ts';
import { moveToZone } from '../fixes/flow-moves.ts';
import { defineRule } from './frame/rule.ts';

export const flowPlacement = defineRule({
  code: 'flow-placement',
  title: 'Flow written in another zone',
  group: 'boundaries',
  severity: 'hint',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    flow: "'{source}' and '{target}' both stand in zone '{zone}', but their flow is written in '{here}', where nobody looks for it: move it to their zone.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { source, target, conduit, zone } = flowOf(ref);
      if (conduit >= 0) return;
      const sides = sidesOf(query, ref);
      // A flow between zones belongs in a conduit, wherever it is written.
      if (!sides || !isSameHome(sides[0].home, sides[1].home)) return;
      const here = { entry: ref.entry, sort: 'zone', index: zone } as const;
      const { home } = sides[0];
      if (home.sort === 'conduit' || holds(here, home)) return;
      report(
        'flow',
        { source: source.text, target: target.text, zone: pathFrom(ref, home), here: zoneOf(here).path },
        {
          at: source.at,
          subject: { sort: 'flow', index: ref.index },
          fixes: () => moveToZone(query, ref, home),
        },
      );
    },
  },
});
