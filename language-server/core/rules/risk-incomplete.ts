import { isGivenWrong } from '../analysis/given-wrong.ts';
import { riskOf } from '../engine/element.ts';
import type { Risk } from '../model/risk.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';

/** What a risk has to say, by the member that says it. */
const PARTS: readonly { readonly member: string; readonly what: string; readonly isGiven: (risk: Risk) => boolean }[] =
  [
    { member: 'on', what: 'the zones or conduits that it is on', isGiven: ({ on }) => on.length > 0 },
    // Who or what could cause it is a threat as well.
    { member: 'threat', what: 'the threat', isGiven: ({ threat, sources }) => Boolean(threat) || sources.length > 0 },
    { member: 'consequence', what: 'the consequence', isGiven: ({ consequence }) => Boolean(consequence) },
    { member: 'likelihood', what: 'the likelihood', isGiven: ({ initial }) => Boolean(initial.likelihood) },
    { member: 'impact', what: 'the impact', isGiven: ({ initial }) => Boolean(initial.impact) },
  ];

export const riskIncomplete = defineRule({
  code: 'risk-incomplete',
  title: 'Risk that is not fully described',
  group: 'risk',
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.1', 'IEC 62443-3-2 ZCR 5.3', 'IEC 62443-3-2 ZCR 5.4', 'IEC 62443-3-2 ZCR 5.5'],
  messages: {
    risk: "Risk '{name}' lacks {lacks}, so it can be neither weighed nor compared with what is tolerable: add what the assessment found.",
  },
  checks: {
    risk(ref, _, report) {
      const risk = riskOf(ref);
      const lacks = PARTS.filter(({ member, isGiven }) => !isGiven(risk) && !isGivenWrong(ref, member));
      if (lacks.length === 0) return;
      report(
        'risk',
        { name: risk.name.value, lacks: listAnd(lacks.map(({ what }) => what)) },
        { at: risk.name.at, subject: { sort: 'risk', index: ref.index } },
      );
    },
  },
});
