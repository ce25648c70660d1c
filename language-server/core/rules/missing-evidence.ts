import { namesEvidence } from '../engine/terms.ts';
import { defineRule } from './frame/rule.ts';
import { namesOf, placedStatements } from './shared/statement-blocks.ts';

export const missingEvidence = defineRule({
  code: 'missing-evidence',
  title: 'Statement without evidence',
  group: 'requirements',
  severity: 'off',
  basis: 'recommendation',
  clauses: ['IEC 62443-3-2 ZCR 5.8'],
  messages: {
    statement:
      "'implements {controls}' names no evidence, and an assessor believes what can be shown: add 'evidence' with the document, drawing or test record that shows it.",
  },
  checks: {
    unit(context, report) {
      for (const { statement, subject } of placedStatements(context)) {
        if (statement.verb !== 'implements' || namesEvidence(statement.evidence)) continue;
        const controls = statement.controls.map(({ text }) => text);
        report('statement', { controls: namesOf(statement) }, { at: statement.verbAt, subject, data: { controls } });
      }
    },
  },
});
