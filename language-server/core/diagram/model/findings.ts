import type { Finding } from '../../rules/frame/rule.ts';
import { RULES } from '../../rules/index.ts';
import type { FindingsByElement } from './build.ts';
import type { FindingMark } from './diagram-model.ts';

const AT_BOUNDARIES: ReadonlySet<string> = new Set(
  RULES.filter(({ group }) => group === 'boundaries').map(({ code }) => code),
);

/** What findings say in the picture: errors and warnings are marked, hints and infos would mark everything. */
export function findingsByElement(
  findings: Iterable<Pick<Finding, 'rule' | 'severity' | 'element'>>,
): FindingsByElement {
  const marks = new Map<string, FindingMark>();
  const faults = new Set<string>();
  for (const { rule, severity, element } of findings) {
    if (!element || (severity !== 'error' && severity !== 'warning')) continue;
    if (AT_BOUNDARIES.has(rule)) faults.add(element);
    const before = marks.get(element);
    const worst = before?.severity === 'error' ? 'error' : severity;
    marks.set(element, { count: (before?.count ?? 0) + 1, severity: worst });
  }
  return { marks, faults };
}
