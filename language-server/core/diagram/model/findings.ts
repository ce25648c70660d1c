import type { Severity } from '../../model/system.ts';
import type { Finding } from '../../rules/frame/rule.ts';
import { RULES } from '../../rules/index.ts';
import type { FindingsByElement } from './build.ts';
import { type DiagramZone, eachZone, type FindingMark } from './diagram-model.ts';

const OPENING: ReadonlySet<string> = new Set(
  RULES.filter(({ opensBoundary }) => opensBoundary).map(({ code }) => code),
);

/** Errors and warnings are marked; hints and infos would mark everything. */
export const isMarked = ({ severity }: { readonly severity: Severity }): boolean =>
  severity === 'error' || severity === 'warning';

/** What findings say in the picture. */
export function findingsByElement(
  findings: Iterable<Pick<Finding, 'rule' | 'severity' | 'element'>>,
): FindingsByElement {
  const marks = new Map<string, FindingMark>();
  const faults = new Set<string>();
  for (const { rule, severity, element } of findings) {
    if (!element || !isMarked({ severity })) continue;
    if (OPENING.has(rule)) faults.add(element);
    marks.set(element, added(marks.get(element), { count: 1, severity }));
  }
  return { marks, faults };
}

/** The marks of several elements as one; undefined where none has any. */
export function together(marks: readonly (FindingMark | undefined)[]): FindingMark | undefined {
  let sum: FindingMark | undefined;
  for (const mark of marks) if (mark) sum = added(sum, mark);
  return sum;
}

/** The findings of a zone and of the assets right in it. */
export const findingsIn = (zone: DiagramZone): FindingMark | undefined =>
  together([zone, ...zone.assets].map(({ findings }) => findings));

/** What the mark of a closed zone counts: itself, and all that it hides. */
export function insideOf(zone: DiagramZone): { readonly id: string; readonly findings?: FindingMark }[] {
  const found: { readonly id: string; readonly findings?: FindingMark }[] = [];
  eachZone([zone], (each) => {
    found.push(each);
    for (const asset of each.assets) found.push(asset);
    for (const conduit of each.inner ?? []) found.push(conduit, ...conduit.assets);
  });
  return found;
}

/** The findings of a zone and of all that it hides when it is closed. */
export const findingsInside = (zone: DiagramZone): FindingMark | undefined =>
  together(insideOf(zone).map(({ findings }) => findings));

function added(sum: FindingMark | undefined, { count, severity }: FindingMark): FindingMark {
  if (!sum) return { count, severity };
  const worst = SEVERITIES.find((each) => each === sum.severity || each === severity)!;
  return { count: sum.count + count, severity: worst };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
