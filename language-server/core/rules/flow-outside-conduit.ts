import { endAt, joinedBy, OWN_SIDE, sideOf } from '../analysis/sides.ts';
import { conduitOf, flowOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import { defineRule } from './frame/rule.ts';

export const flowOutsideConduit = defineRule({
  code: 'flow-outside-conduit',
  title: 'Flow that does not pass its conduit',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.3', 'IEC 62443-3-2 ZCR 6.4'],
  messages: {
    outside:
      "'{end}' lies in zone '{zone}', at neither end of conduit '{conduit}' between '{left}' and '{right}', so this flow takes another way than the one protected here: write it in the conduit that joins its zones, or correct the name.",
    outsideAll:
      "'{end}' lies in zone '{zone}', at none of the {count} ends of conduit '{conduit}', so this flow takes another way than the one protected here: write it in the conduit that joins its zones, or correct the name.",
    equipment:
      "'{end}' is equipment of conduit '{other}', not of conduit '{conduit}', so this flow takes another way than the one protected here: write it in conduit '{other}', or correct the name.",
    ownSide:
      "'{source}' and '{target}' are both equipment of conduit '{conduit}', so this flow reaches none of the zones that it joins: name an end in one of them, or leave out what the equipment says to itself.",
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
      const [left, right] = ends.slice(0, 2).map((end) => pathFrom(ref, end));
      const sides = [flow.source, flow.target].map((reference) => {
        const side = sideOf(query, entry, reference);
        return side && { reference, home: side.home, end: endAt(conduit, ends, side) };
      });
      const outside = sides.find((side) => side && side.end === undefined);
      if (outside) {
        const { reference, home } = outside;
        const details = { at: reference.at, subject } as const;
        const values = { end: reference.text, conduit: name };
        if (home.sort === 'conduit') report('equipment', { ...values, other: pathFrom(ref, home) }, details);
        else if (ends.length > 2)
          report('outsideAll', { ...values, zone: pathFrom(ref, home), count: ends.length }, details);
        else report('outside', { ...values, zone: pathFrom(ref, home), left: left!, right: right! }, details);
        return;
      }
      const [from, to] = sides;
      if (!from || !to || from.end !== to.end) return;
      const values = { source: flow.source.text, target: flow.target.text, conduit: name };
      const details = { at: flow.target.at, subject } as const;
      if (from.end === OWN_SIDE) report('ownSide', values, details);
      else report('oneSide', { ...values, zone: pathFrom(ref, ends[from.end!]!) }, details);
    },
  },
});
