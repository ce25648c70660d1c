import { defineRule } from './frame/rule.ts';

/** Found while a text is read (language/lowering), which reports it with the place and what was expected. */
export const syntaxError = defineRule({
  code: 'syntax-error',
  title: 'Syntax error',
  group: 'language',
  severity: 'error',
  basis: 'convention',
  cannotBeAllowed: true,
  clauses: [],
  messages: {},
  checks: {},
});
