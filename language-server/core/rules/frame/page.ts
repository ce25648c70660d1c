import { PAGES } from './pages.generated.ts';
import type { AnyRule } from './rule.ts';

/**
 * The documentation of a rule as Markdown: the file `<code>.md` beside it, with its code, default severity and clauses
 * under the title. Undefined for one without a page.
 */
export function rulePage({ code, severity, clauses }: AnyRule): string | undefined {
  const text = PAGES[code];
  if (text === undefined) return undefined;
  const standard = severity === 'off' ? 'off by default' : `${severity} by default`;
  const facts = [`\`${code}\``, standard, ...clauses].join(' · ');
  return text.replace('\n', `\n\n${facts}\n`);
}
