import { INTERNAL_ERROR } from './frame/faults.ts';
import { defineRule } from './frame/rule.ts';

/** Found where the program itself fails, by the frame that asks the rules and by the reading of a text. */
export const internalError = defineRule({
  code: INTERNAL_ERROR,
  title: 'Fault of Zones itself',
  group: 'language',
  severity: 'error',
  basis: 'convention',
  cannotBeAllowed: true,
  clauses: [],
  messages: {},
  checks: {},
});
