import { boundaryOf, guardingOf } from '../analysis/guards.ts';
import { joinedBy } from '../analysis/sides.ts';
import { conduitOf } from '../engine/element.ts';
import { nameOf, pathFrom } from '../engine/handle.ts';
import { passThroughGuard } from '../fixes/boundary-assets.ts';
import { formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';
import { boundaryNeedOf } from './shared/boundary-needs.ts';
import { nameFirst } from './shared/members.ts';

export const weakBoundary = defineRule({
  code: 'weak-boundary',
  title: 'Conduit that only what joins networks stands on',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.2'],
  // A way into a safety zone is told as that.
  yieldsTo: ['safety-access'],
  messages: {
    outside:
      "Conduit '{name}' ends at {kind} zone '{zone}', where traffic from outside arrives, and all that stands on it is {assets}; what joins networks does not decide what passes: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.",
    levels:
      "Conduit '{name}' joins '{left}' (SL-T {leftLevel}) and '{right}' (SL-T {rightLevel}) and all that stands on it is {assets}; what joins networks does not decide what passes: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const ends = joinedBy(query, ref);
      if (!ends || guardingOf(query, ref) !== 'joined') return;
      const need = boundaryNeedOf(query, ref, ends);
      if (!need || need.why === 'equal') return;
      const { name } = conduitOf(ref);
      const values = { name: name.value, assets: nameFirst(boundaryOf(query, ref).map(nameOf)) };
      const details = {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        fixes: () => passThroughGuard(query, ref, ends),
      } as const;
      if (need.why === 'outside') {
        report('outside', { ...values, kind: need.kind.name, zone: pathFrom(ref, need.zone) }, details);
        return;
      }
      const { left, right } = need;
      const levels = {
        left: pathFrom(ref, left.zone),
        leftLevel: formatVector(left.slT),
        right: pathFrom(ref, right.zone),
        rightLevel: formatVector(right.slT),
      };
      report('levels', { ...values, ...levels }, details);
    },
  },
});
