import { expect, test } from 'vitest';
import { RULE_GROUPS } from '../../language-server/core/rules/frame/rule.ts';
import { beginRule, listed } from '../../scripts/lib/rule-skeleton.mjs';
import { textOf } from '../support/sources.ts';

const list = textOf('language-server/core/rules/index.ts');

test('a rule begins with its file, its page and its tests, each of which speaks of it', () => {
  const files = beginRule('zone-example', 'boundaries');
  expect(Object.keys(files)).toEqual([
    'language-server/core/rules/zone-example.ts',
    'language-server/core/rules/zone-example.md',
    'test/rules/zone-example.test.ts',
  ]);
  for (const text of Object.values(files)) expect(text).toContain('zone-example');
});

test.each(RULE_GROUPS)('and with a line at the end of the group %s in the list of rules', (group) => {
  const extended = listed(list, 'zone-example', group);
  expect(extended).toContain("import { zoneExample } from './zone-example.ts';");
  const next = RULE_GROUPS[RULE_GROUPS.indexOf(group) + 1];
  const end = next ? ` {2}// ${next}\\n` : '\\]';
  expect(extended).toMatch(new RegExp(` {2}// ${group}\\n( {2}\\w+,.*\\n)+ {2}zoneExample,\\n${end}`));
});

test.each([
  ['bypass', 'boundaries', "'bypass' is none"],
  ['Zone-Bypass', 'boundaries', "'Zone-Bypass' is none"],
  ['zone-bypass', 'walls', "'walls' is none"],
])('%s in %s is refused', (code, group, message) => {
  expect(() => beginRule(code, group)).toThrow(message);
});
