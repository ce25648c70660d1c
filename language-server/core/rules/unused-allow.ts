import { defineRule } from './rule.ts';

/** Reported by the evaluation itself (evaluate.ts), which knows what each allowance has silenced. */
export const unusedAllow = defineRule({
  code: 'unused-allow',
  title: 'Allowance that silences nothing',
  group: 'language',
  severity: 'hint',
  unnecessary: true,
  clauses: [],
  messages: {
    unused: "The allowance of '{rule}' in {place} silences nothing: remove it, so that it cannot hide a later fault.",
  },
  checks: {},
});
