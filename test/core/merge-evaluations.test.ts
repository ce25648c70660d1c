import { expect, test } from 'vitest';
import { mergeEvaluations } from '../../language-server/core/rules/frame/evaluate.ts';
import type { Finding } from '../../language-server/core/rules/frame/rule.ts';
import { RULES } from '../../language-server/core/rules/index.ts';

test('a declaration may have any number of findings', () => {
  const finding: Finding = {
    rule: 'asset-criticality',
    severity: 'info',
    message: '',
    at: 0,
    subject: { sort: 'file', index: -1 },
    element: '',
    data: {},
    related: [],
    fixes: [],
  };
  const many = {
    findings: Array.from({ length: 300_000 }, () => finding),
    used: new Set<never>(),
    unused: [],
    causes: [],
  };
  expect(mergeEvaluations(RULES, [many, many])).toHaveLength(600_000);
});
