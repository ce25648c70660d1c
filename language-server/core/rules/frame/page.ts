import { PAGES } from './pages.generated.ts';
import type { AnyRule, Basis } from './rule.ts';

const BASES_IN_WORDS: Readonly<Record<Basis, string>> = {
  requirement: 'the standard requires it',
  recommendation: 'the standard recommends it',
  convention: 'a convention of this tool',
};

/**
 * The documentation of a rule as Markdown: the file `<code>.md` beside it, with its code, default severity, basis and
 * clauses under the title. Undefined for one without a page.
 */
export function rulePage({ code, severity, basis, clauses }: AnyRule): string | undefined {
  const text = PAGES[code];
  if (text === undefined) return undefined;
  const standard = severity === 'off' ? 'off by default' : `${severity} by default`;
  const facts = [`\`${code}\``, standard, BASES_IN_WORDS[basis], ...clauses].join(' · ');
  return text.replace('\n', `\n\n${facts}\n`);
}
