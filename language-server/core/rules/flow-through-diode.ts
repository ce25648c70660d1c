import { counterFlow, diodeOf, flowsOf, joinedBy } from '../analysis/sides.ts';
import { conduitOf, flowOf } from '../engine/element.ts';
import { nameOf } from '../engine/handle.ts';
import { defineRule } from './frame/rule.ts';

export const flowThroughDiode = defineRule({
  code: 'flow-through-diode',
  title: 'Flows both ways through a data diode',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'error',
  clauses: ['IEC 62443-3-3 SR 5.2'],
  messages: {
    both: "'{source}' and '{target}' talk both ways over conduit '{conduit}', but data diode '{diode}' passes data one way only: write the one direction that there is, or take the diode out of 'via'.",
    counter:
      "The flow from '{source}' to '{target}' runs against the one from '{firstSource}' to '{firstTarget}', but data diode '{diode}' of conduit '{conduit}' passes data one way only: either flow is wrong, or there is no diode.",
  },
  checks: {
    conduit(ref, { query, entry }, report) {
      const diode = conduitOf(ref).flows.length > 0 ? diodeOf(query, ref) : undefined;
      const ends = diode && joinedBy(query, ref);
      const found = ends && counterFlow(query, ends, flowsOf(ref));
      if (!found) return;
      const { source, target } = flowOf(found.later);
      const values = {
        source: source.text,
        target: target.text,
        conduit: conduitOf(ref).name.value,
        diode: nameOf(diode),
      };
      const details = { at: source.at, subject: { sort: 'flow', index: found.later.index } } as const;
      if (found.first === found.later) {
        report('both', values, details);
        return;
      }
      const first = flowOf(found.first);
      report(
        'counter',
        { ...values, firstSource: first.source.text, firstTarget: first.target.text },
        { ...details, related: [{ entry, at: first.source.at, message: 'This flow passes the diode the other way' }] },
      );
    },
  },
});
