import type { Statement } from '../model/statement.ts';
import { isUnsaid } from '../text/unsaid.ts';
import type { Said } from './said.ts';

/** What a statement says of requirements, as far as others may read it: all that decides how those stand. */
export type Terms = Pick<Said<Statement>, 'verb' | 'until' | 'controls' | 'compensatedBy' | 'evidence' | 'verified'>;

/** What statements say, as a text that differs where they say something else. */
export function termsText(statements: readonly Terms[]): string {
  return statements.map((terms) => `${decisionText(terms)} ${namesIn(terms.controls)}`).join('\n');
}

/** What a statement says of each of its controls, as such a text. */
export function decisionText(terms: Terms): string {
  const { verb, until, compensatedBy } = terms;
  return `${verb} ${until?.value ?? ''} ${namesIn(compensatedBy)} ${isEvidenced(terms)}`;
}

/** True for a statement that names evidence, or a day on which it was verified. What says nothing shows nothing. */
export const isEvidenced = ({ evidence, verified }: Pick<Terms, 'evidence' | 'verified'>): boolean =>
  namesEvidence(evidence) || verified?.on !== undefined;

/** True where evidence says what it is. */
export const namesEvidence = (evidence: Terms['evidence']): boolean => evidence.some(({ value }) => !isUnsaid(value));

const namesIn = (references: Terms['controls']): string => references.map(({ text }) => text).join();
