import { rankOf, residualOf, riskScales } from '../analysis/risk.ts';
import { riskOf } from '../engine/element.ts';
import type { Risk } from '../model/risk.ts';
import { defineRule } from './frame/rule.ts';

export const residualUnfounded = defineRule({
  code: 'residual-unfounded',
  title: 'Residual risk without a reason',
  group: 'risk',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.9', 'IEC 62443-3-2 ZCR 5.10'],
  messages: {
    below:
      "Risk '{name}' falls from rank {initial} to {residual}, and nothing is named that lowers it: name it with 'mitigated-by' or 'existing', or leave the risk at its initial rating.",
    above:
      "Risk '{name}' rises from rank {initial} to {residual} by what is done about it: one of the two ratings is wrong, or the measure makes a risk of its own.",
  },
  checks: {
    risk(ref, { entry, query }, report) {
      const risk = riskOf(ref);
      const { name, initial, residual } = risk;
      const at = residual?.likelihood?.at ?? residual?.impact?.at;
      if (at === undefined) return;
      const scales = riskScales(query, entry.system);
      const before = rankOf(scales, initial)?.value;
      const after = rankOf(scales, residualOf(risk)!)?.value;
      if (before === undefined || after === undefined || before === after) return;
      if (after < before && isTreated(risk)) return;
      report(
        after < before ? 'below' : 'above',
        { name: name.value, initial: before, residual: after },
        { at, subject: { sort: 'risk', index: ref.index }, severity: after < before ? undefined : 'error' },
      );
    },
  },
});

/** True where something may lower the risk: a measure, or that it is another's or avoided. To accept it lowers nothing. */
const isTreated = ({ existing, mitigatedBy, treatment }: Risk): boolean =>
  existing.length > 0 || mitigatedBy.length > 0 || treatment?.value === 'transfer' || treatment?.value === 'avoid';
