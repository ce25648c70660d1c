import { boundaryOf, guardingOf } from '../analysis/guards.ts';
import { joinedBy } from '../analysis/sides.ts';
import { conduitOf } from '../engine/element.ts';
import { nameOf, pathFrom } from '../engine/handle.ts';
import { passThroughBoundary } from '../fixes/boundary-assets.ts';
import { FRS, formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';
import { boundaryNeedOf } from './shared/boundary-needs.ts';
import { nameFirst } from './shared/members.ts';

export const unprotectedBoundary = defineRule({
  code: 'unprotected-boundary',
  title: 'Conduit without a boundary asset',
  group: 'boundaries',
  opensBoundary: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3 SR 5.2'],
  // A way into a safety zone is told as that.
  yieldsTo: ['safety-access'],
  messages: {
    outside:
      "Conduit '{name}' ends at {kind} zone '{zone}', where traffic from outside arrives, and nothing on it filters what passes: name the firewall, data diode or jump host that it goes through in 'via'.",
    levels:
      "Conduit '{name}' joins '{left}' (SL-T {leftLevel}) and '{right}' (SL-T {rightLevel}) with nothing on it that filters, so the weaker zone opens the stronger one: name the firewall, data diode or jump host that it goes through in 'via'.",
    equal:
      "Conduit '{name}' joins '{left}' and '{right}' with nothing on it that filters, so what takes one zone walks into the other, while both are to reach RDF {level}: name the firewall, data diode or jump host that it goes through in 'via'.",
    equalJoined:
      "Conduit '{name}' joins '{left}' and '{right}' through {assets} alone, and what joins networks does not decide what passes, while both are to reach RDF {level}: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const ends = joinedBy(query, ref);
      const guarding = ends && guardingOf(query, ref);
      if (guarding !== 'open' && guarding !== 'joined') return;
      const need = boundaryNeedOf(query, ref, ends!);
      // Of what only joins where more is asked for, `weak-boundary` speaks.
      if (!need || (guarding === 'joined' && need.why !== 'equal')) return;
      const name = conduitOf(ref).name;
      const details = {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        fixes: () => passThroughBoundary(query, ref, ends!),
      } as const;
      if (need.why === 'outside') {
        report('outside', { name: name.value, kind: need.kind.name, zone: pathFrom(ref, need.zone) }, details);
        return;
      }
      const { left, right } = need;
      const values = { name: name.value, left: pathFrom(ref, left.zone), right: pathFrom(ref, right.zone) };
      if (need.why === 'levels') {
        const levels = { leftLevel: formatVector(left.slT), rightLevel: formatVector(right.slT) };
        report('levels', { ...values, ...levels }, details);
        return;
      }
      const level = left.slT[FRS.indexOf('RDF')]!;
      const equal = { ...details, severity: 'info' } as const;
      if (guarding === 'open') report('equal', { ...values, level }, equal);
      else {
        const assets = nameFirst(boundaryOf(query, ref).map(nameOf));
        report('equalJoined', { ...values, assets, level }, equal);
      }
    },
  },
});
