import { isGivenWrong } from '../analysis/given-wrong.ts';
import { isNetworkFlow } from '../analysis/protocols.ts';
import { flowsOf } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type ConduitRef, conduitOf, type ElementRef, flowOf, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { inherited } from '../engine/zone-chain.ts';
import type { Fix } from '../fixes/fix.ts';
import { FRS, formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

export const missingSlT = defineRule({
  code: 'missing-sl-t',
  title: 'Zone or conduit without SL-T',
  group: 'requirements',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.6'],
  messages: {
    zone: "Zone '{name}' has no target security level, neither its own nor an inherited one, so no requirement is asked of it: add the level that its risk assessment gives, as in 'sl-t 2'.",
    conduit:
      "Conduit '{name}' has no target security level, so no requirement is asked of what passes it: add the level that its risk assessment gives, as in 'sl-t 2'.",
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
        { at: name.at, subject: { sort: 'zone', index: ref.index }, fixes: () => uniformLevels(ref) },
      );
    },
    conduit(ref, { query }, report) {
      const { name, slT } = conduitOf(ref);
      if (slT || isGivenWrong(ref, 'sl-t') || !isAsked(query, ref)) return;
      report(
        'conduit',
        { name: name.value },
        {
          at: name.at,
          subject: { sort: 'conduit', index: ref.index },
          fixes: () => [...highestOfEnds(query, ref), ...uniformLevels(ref)],
        },
      );
    },
  },
});

/** True for a conduit over which something passes by a network, from or to what belongs to the system. */
function isAsked(query: Query, ref: ConduitRef): boolean {
  const isOwn = endsOf(query, ref).some((end) => end !== undefined && !isExternal(query, end));
  return isOwn && flowsOf(ref).some((flow) => isNetworkFlow(query, flowOf(flow)));
}

const setting = (element: ElementRef, title: string, level: string): Fix => ({
  title,
  edits: [{ kind: 'add-member', element, text: `sl-t ${level}`, first: true }],
});

const uniformLevels = (element: ElementRef): Fix[] =>
  [1, 2, 3, 4].map((level) => setting(element, `Set SL-T ${level}`, String(level)));

/** The highest of what the zones are to reach that the conduit joins, FR by FR. */
function highestOfEnds(query: Query, ref: ConduitRef): Fix[] {
  const vectors = endsOf(query, ref).flatMap((end) => {
    const slT = end && query.fact(end, 'slT');
    return slT ? [slT] : [];
  });
  if (vectors.length === 0) return [];
  const highest = formatVector(FRS.map((_, fr) => Math.max(...vectors.map((vector) => vector[fr]!))));
  return [setting(ref, `Set SL-T ${highest}, the highest of its zones`, highest)];
}
