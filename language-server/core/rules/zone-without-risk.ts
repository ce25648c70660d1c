import { hasRisks, isUnassessed, isUnassessedAround } from '../analysis/risk-cover.ts';
import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

export const zoneWithoutRisk = defineRule({
  code: 'zone-without-risk',
  title: 'Zone that no risk names',
  group: 'risk',
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.1'],
  messages: {
    zone: "No risk is on zone '{name}' or a zone around it, though the zone has an SL-T above 0, so nothing says what that level protects from: add the zone to a risk that reaches it, or assess what threatens it.",
  },
  checks: {
    zone(ref, { entry, query }, report) {
      if (!hasRisks(query, entry.system) || !isUnassessed(query, ref) || isUnassessedAround(query, ref)) return;
      const { name } = zoneOf(ref);
      report('zone', { name: name.value }, { at: name.at, subject: { sort: 'zone', index: ref.index } });
    },
  },
});
