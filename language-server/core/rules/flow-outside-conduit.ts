import { endAt, joinedBy, sideOf } from '../analysis/sides.ts';
import { conduitOf, flowOf } from '../engine/element.ts';
import { pathOf } from '../engine/handle.ts';
import { defineRule } from './frame/rule.ts';

export const flowOutsideConduit = defineRule({
  code: 'flow-outside-conduit',
  title: 'Flow that does not pass its conduit',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'error',
  clauses: ['IEC 62443-3-2 ZCR 6.3', 'IEC 62443-3-2 ZCR 6.4'],
  messages: {
    outside:
      "'{end}' lies in zone '{zone}', at neither end of conduit '{conduit}' between '{left}' and '{right}', so this flow takes another way than the one protected here: write it in the conduit that joins its zones, or correct the name.",
    oneSide:
      "'{source}' and '{target}' both lie at the same end of conduit '{conduit}', in '{zone}', so this flow never passes it: write it in the zone or conduit that it does pass, or correct one of the names.",
  },
  checks: {
    flow(ref, { query }, report) {
      const { entry, index } = ref;
      const flow = flowOf(ref);
      if (flow.conduit < 0) return;
      const conduit = { entry, sort: 'conduit', index: flow.conduit } as const;
      const ends = joinedBy(query, conduit);
      if (!ends) return;
      const name = conduitOf(conduit).name.value;
      const subject = { sort: 'flow', index } as const;
      const [left, right] = ends.map((end) => pathOf(end));
      const sides = [flow.source, flow.target].map((reference) => {
        const side = sideOf(query, entry, reference);
        return side && { reference, zone: side.zone, end: endAt(ends, side.zone) };
      });
      const outside = sides.find((side) => side && side.end === undefined);
      if (outside) {
        const { reference, zone } = outside;
        report(
          'outside',
          { end: reference.text, zone: pathOf(zone), conduit: name, left: left!, right: right! },
          { at: reference.at, subject },
        );
        return;
      }
      const [from, to] = sides;
      if (!from || !to || from.end !== to.end) return;
      report(
        'oneSide',
        {
          source: flow.source.text,
          target: flow.target.text,
          conduit: name,
          zone: pathOf(ends[from.end!]),
        },
        { at: flow.target.at, subject },
      );
    },
  },
});
