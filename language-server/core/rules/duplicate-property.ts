import { defineRule } from './frame/rule.ts';

/** Found while a text is read (language/lowering): a member of a block that may stand once stands again. */
export const duplicateProperty = defineRule({
  code: 'duplicate-property',
  title: 'Property given twice',
  group: 'language',
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {},
  checks: {},
});
