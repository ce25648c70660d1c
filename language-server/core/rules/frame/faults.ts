import type { Finding } from './rule.ts';

/** The code of what is said where the program itself fails. */
export const INTERNAL_ERROR = 'internal-error';

/** That something failed in a unit, said at its beginning. */
export const faultFinding = (message: string): Finding => ({
  rule: INTERNAL_ERROR,
  severity: 'error',
  message,
  at: 0,
  subject: { sort: 'file', index: -1 },
  element: '',
  data: {},
  related: [],
  fixes: [],
});

/** Findings of a file in which each fault is told once, where it comes first: a rule fails in all that is alike. */
export function withFaultsOnce<Some extends Pick<Finding, 'rule' | 'message'>>(
  findings: readonly Some[],
): readonly Some[] {
  if (findings.every(({ rule }) => rule !== INTERNAL_ERROR)) return findings;
  const told = new Set<string>();
  return findings.filter(({ rule, message }) => {
    if (rule !== INTERNAL_ERROR) return true;
    const isNew = !told.has(message);
    told.add(message);
    return isNew;
  });
}
