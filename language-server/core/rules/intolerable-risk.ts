import { hasPassed } from '../analysis/in-force.ts';
import { rankOf, residualOf, riskScales } from '../analysis/risk.ts';
import { riskOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

export const intolerableRisk = defineRule({
  code: 'intolerable-risk',
  title: 'Risk above the tolerable',
  group: 'risk',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.7', 'IEC 62443-3-2 ZCR 5.11'],
  messages: {
    untreated:
      "Risk '{name}' is untreated at rank {rank} ({likelihood} × {impact}), above the tolerable {tolerable}: name what mitigates it and rate what remains, or have it accepted.",
    unrated:
      "Risk '{name}' is at rank {rank} ({likelihood} × {impact}), above the tolerable {tolerable}, and what its mitigations leave is not rated: state that with 'residual', or have the risk accepted.",
    residual:
      "Risk '{name}' remains at rank {rank} ({likelihood} × {impact}), above the tolerable {tolerable}: add countermeasures that lower its likelihood or impact, or have it accepted.",
  },
  checks: {
    risk(ref, { entry, query }, report) {
      const risk = riskOf(ref);
      const { name, initial, mitigatedBy, acceptedUntil } = risk;
      if (acceptedUntil && !hasPassed(acceptedUntil, query.today)) return;
      const scales = riskScales(query, entry.system);
      const residual = residualOf(risk);
      const rating = residual ?? initial;
      const rank = rankOf(scales, rating)?.value;
      if (rank === undefined || rank <= scales.tolerable) return;
      report(
        residual ? 'residual' : mitigatedBy.length > 0 ? 'unrated' : 'untreated',
        {
          name: name.value,
          rank,
          likelihood: rating.likelihood!.text,
          impact: rating.impact!.text,
          tolerable: scales.tolerable,
        },
        { at: name.at, subject: { sort: 'risk', index: ref.index } },
      );
    },
  },
});
