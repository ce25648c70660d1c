import { bypassOf } from '../analysis/adjacency.ts';
import { type Ends, flowsOf, joinedBy, passageOf } from '../analysis/sides.ts';
import { type ConduitRef, conduitOf } from '../engine/element.ts';
import { pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { withoutEnd } from '../fixes/conduit-ends.ts';
import { detours, removeConduit } from '../fixes/detours.ts';
import type { Fix } from '../fixes/fix.ts';
import { listAnd, withArticle } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

export const zoneBypass = defineRule({
  code: 'zone-bypass',
  title: 'Conduit past a zone',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 3.1', 'IEC 62443-3-3 SR 5.2'],
  messages: {
    past: "Conduit '{name}' joins {left} and {right} directly, past the {between} zone that should stand between them, so whoever takes one is a single step from the other: end it in a zone of that kind and go on from there.",
    pastSeveral:
      "Conduit '{name}' joins {left} and {right} directly, past the {between} zones that should stand between them, so whoever takes one is a single step from the other: lead it through zones of those kinds instead.",
    apart:
      "Conduit '{name}' joins {left} and {right}, which reference model '{model}' keeps apart: remove the conduit, or correct the kind of one of the zones.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const joined = joinedBy(query, ref);
      const bypass = joined && bypassOf(query, joined);
      if (!bypass) return;
      const { ends, kinds, model, between } = bypass;
      const { name } = conduitOf(ref);
      const [left, right] = ends.map((end, i) => `${withArticle(kinds[i]!.name)} zone ('${pathFrom(ref, end)}')`);
      const values = { name: name.value, left: left!, right: right! };
      const details = {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        fixes: () => [
          ...takingOut(query, ref, joined, ends),
          ...(between.length > 0 ? detours(query, ref, ends, between) : removeConduit(query, ref)),
        ],
      } as const;
      if (between.length === 0) report('apart', { ...values, model: model.name.value }, details);
      else {
        const message = between.length === 1 ? 'past' : 'pastSeveral';
        report(message, { ...values, between: listAnd(between.map((kind) => kind.name)) }, details);
      }
    },
  },
});

/** Takes either of two zones that are not to be joined out of a conduit with more ends, where no flow needs it and the rest may be joined. */
function takingOut(query: Query, ref: ConduitRef, joined: Ends, pair: Ends): Fix[] {
  if (joined.length < 3 || conduitOf(ref).ends?.length !== joined.length) return [];
  const used = new Set(flowsOf(ref).flatMap((flow) => passageOf(query, flow, joined) ?? []));
  return pair.flatMap((zone) => {
    const index = joined.indexOf(zone);
    const [first, second, ...others] = joined.filter((_, i) => i !== index);
    const isEnough = !used.has(index) && !bypassOf(query, [first!, second!, ...others]);
    return isEnough ? withoutEnd(ref, index) : [];
  });
}
