import { RULES } from './index.ts';
import { PAGES } from './pages.generated.ts';

/**
 * The documentation of a rule as Markdown: the file `<code>.md` beside it, with its code, default severity and clauses
 * under the title. Undefined for a code that no rule has.
 */
export function rulePage(code: string): string | undefined {
  const rule = RULES.find((candidate) => candidate.code === code);
  const text = PAGES[code];
  if (!rule || text === undefined) return undefined;
  const severity = rule.severity === 'off' ? 'off by default' : `${rule.severity} by default`;
  const facts = [`\`${code}\``, severity, ...rule.clauses].join(' · ');
  return text.replace('\n', `\n\n${facts}\n`);
}
