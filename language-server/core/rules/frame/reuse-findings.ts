import type { Place } from '../../model/reference.ts';
import type { Evaluation } from './evaluate.ts';
import type { Finding, FindingData, SharedFault, Subject } from './rule.ts';

/**
 * A new evaluation of one part of a unit, with the findings that it has in common with the one before; that one itself
 * where both say the same.
 */
export function keepEvaluation(before: Evaluation, after: Evaluation): Evaluation {
  const findings = keepFindings(before.findings, after.findings);
  const isSame =
    findings === before.findings &&
    sameItems([...before.used], [...after.used], (x, y) => x === y) &&
    sameItems(before.unused, after.unused, (x, y) => x.allow === y.allow && sameFinding(x.finding, y.finding)) &&
    sameItems(before.causes, after.causes, (x, y) => x.rule === y.rule && sameSubject(x.subject, y.subject));
  return isSame ? before : { ...after, findings };
}

/** What is known of a finding, such as where it is in the file, is known by its identity. */
function keepFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  if (before.length === after.length) {
    let isSame = true;
    const kept = after.map((finding, i) => {
      if (sameFinding(before[i]!, finding)) return before[i]!;
      isSame = false;
      return finding;
    });
    return isSame ? before : kept;
  }
  const known = new Map<Place, Finding[]>();
  for (const finding of before) {
    const there = known.get(finding.at);
    if (there) there.push(finding);
    else known.set(finding.at, [finding]);
  }
  return after.map((finding) => known.get(finding.at)?.find((other) => sameFinding(finding, other)) ?? finding);
}

const sameSubject = (a: Subject, b: Subject): boolean => a.sort === b.sort && a.index === b.index;

function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.at === b.at &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.element === b.element &&
    sameData(a.data, b.data) &&
    sameShared(a.shared, b.shared) &&
    sameItems(a.related, b.related, (x, y) => x.entry === y.entry && x.at === y.at && x.message === y.message)
  );
}

function sameShared(a: SharedFault | undefined, b: SharedFault | undefined): boolean {
  if (!a || !b) return a === b;
  const wordsOf = ({ cause, weight, template, values, also }: SharedFault) =>
    [cause, weight, template, also.at, also.message, ...Object.values(values)].join('\n');
  return a.also.entry === b.also.entry && wordsOf(a) === wordsOf(b);
}

function sameData(a: FindingData, b: FindingData): boolean {
  return (
    a.fr === b.fr &&
    a.focus === b.focus &&
    sameWords(a.controls, b.controls) &&
    sameWords(a.frs, b.frs) &&
    sameWords(a.flows, b.flows)
  );
}

function sameWords(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a!.every((word, i) => word === b![i]));
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i]!));
}
