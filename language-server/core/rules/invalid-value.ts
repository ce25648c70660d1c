import { defineRule } from './frame/rule.ts';

/** Found while a text is read (language/lowering): a value of the wrong sort or out of its range. */
export const invalidValue = defineRule({
  code: 'invalid-value',
  title: 'Invalid value',
  group: 'language',
  severity: 'error',
  basis: 'convention',
  clauses: [],
  messages: {},
  checks: {},
});
