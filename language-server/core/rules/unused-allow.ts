import { defineRule } from './frame/rule.ts';
import { placeName } from './frame/subjects.ts';

/** What it says of an allowance stands only where the evaluation finds that no rule had a use for it. */
export const unusedAllow = defineRule({
  code: 'unused-allow',
  title: 'Allowance that silences nothing',
  group: 'language',
  severity: 'hint',
  basis: 'convention',
  unnecessary: true,
  clauses: [],
  messages: {
    unused: "The allowance of '{rule}' in {place} silences nothing: remove it, so that it cannot hide a later fault.",
  },
  checks: {
    allowance({ rule, at }, subject, { entry }, report) {
      report(
        'unused',
        { rule: rule.text, place: placeName(entry.unit, subject) },
        {
          at: rule.at,
          subject,
          fixes: () => [{ title: 'Remove the allowance', edits: [{ kind: 'remove', at }], batch: true }],
        },
      );
    },
  },
});
