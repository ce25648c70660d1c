import { askedIn, askersOfFlow } from '../analysis/asked.ts';
import { joinedBy, passageOf, sidesOf } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { defineRule } from './frame/rule.ts';

/** From this RDF on, a boundary refuses all that is not allowed (SR 5.2 RE(1)). */
const LEAST_RDF = 2;

export const unspecifiedFlow = defineRule({
  code: 'unspecified-flow',
  title: 'Flow without protocol and port',
  group: 'boundaries',
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.2 RE(1)'],
  messages: {
    flow: "The flow from '{source}' to '{target}' names neither protocol nor port, so nobody can tell what may pass conduit '{conduit}' or judge how it is protected: name what it speaks.",
    denied:
      "The flow from '{source}' to '{target}' names neither protocol nor port, while '{zone}' is to reach RDF {level}, where a boundary refuses all that is not allowed by name, and '{conduit}' cannot allow this: name what it speaks.",
  },
  checks: {
    flow(ref, { entry, query }, report) {
      const { protocol, ports, source, target, conduit } = flowOf(ref);
      if (protocol || ports.length > 0 || conduit < 0 || !isOfSystem(query, ref)) return;
      const asked = askedIn(askersOfFlow(query, ref), 'RDF');
      const values = { source: source.text, target: target.text, conduit: entry.unit.conduits[conduit]!.name.value };
      const details = { at: source.at, subject: { sort: 'flow', index: ref.index } } as const;
      if (!asked || asked.level < LEAST_RDF) report('flow', values, details);
      else {
        const by = { zone: pathFrom(ref, asked.element), level: asked.level };
        report('denied', { ...values, ...by }, { ...details, severity: 'warning' });
      }
    },
  },
});

/** True for a flow that passes its conduit and has an end within the SuC: what others exchange outside is theirs to name. */
function isOfSystem(query: Query, ref: FlowRef): boolean {
  const ends = joinedBy(query, { entry: ref.entry, sort: 'conduit', index: flowOf(ref).conduit });
  if (!ends || !passageOf(query, ref, ends)) return false;
  return sidesOf(query, ref)!.some(({ home }) => home.sort === 'conduit' || !isExternal(query, home as Handle<'zone'>));
}
