import { describe, expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { rulePageOf, rulePageUri } from '../../language-server/editor/diagnostics.ts';

/** What a rule rests on, as its page says it. */
const BASES = {
  requirement: 'the standard requires it',
  recommendation: 'the standard recommends it',
  convention: 'a convention of this tool',
} as const;

describe('the page of a rule', () => {
  test.each(RULES)(
    'of $code is served with what the rule says of itself',
    ({ code, title, severity, basis, clauses }) => {
      const [heading, , facts, , text] = rulePageOf(rulePageUri(code))!.split('\n');
      expect(heading).toBe(`# ${title}`);
      const standard = severity === 'off' ? 'off by default' : `${severity} by default`;
      expect(facts).toBe([`\`${code}\``, standard, BASES[basis], ...clauses].join(' · '));
      expect(text!.length).toBeGreaterThan(40);
    },
  );

  test.each([
    ['no rule', 'zones-library:/rules/no-such-rule.md'],
    ['no page', 'zones-library:/rules/missing-control.zones'],
    ['another place', 'file:///rules/missing-control.md'],
    ['a name of every object', 'zones-library:/rules/constructor.md'],
  ])('is not served for %s', (_, uri) => {
    expect(rulePageOf(uri)).toBeUndefined();
  });
});
