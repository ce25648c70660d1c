import { formatVector } from '../core/model/levels.ts';
import { formatMessage } from '../core/rules/frame/rule.ts';
import { listAnd } from '../core/text/words.ts';
import type { LocatedFinding } from './workspace.ts';

/** Missing controls of an element as one finding, and the findings that it stands for. */
interface Grouped {
  readonly members: readonly LocatedFinding[];
  readonly finding: LocatedFinding;
}

/** By the first of its findings: one that stays keeps its identity, and with it what is shown of it. */
const groups = new WeakMap<LocatedFinding, Grouped>();

/** Findings with the missing controls of all FRs of an element as one, at the first of them. */
export function missingByElement(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  const shown: LocatedFinding[] = [];
  for (let i = 0; i < findings.length; i++) {
    const first = findings[i]!;
    let end = i + 1;
    if (first.rule === MISSING) while (end < findings.length && isOfSameElement(findings[end]!, first)) end++;
    shown.push(end === i + 1 ? first : groupOf(findings.slice(i, end)));
    i = end - 1;
  }
  return shown;
}

/** The rule whose findings are so many. */
export const MISSING = 'missing-control';

const isOfSameElement = (a: LocatedFinding, b: LocatedFinding): boolean =>
  a.rule === b.rule && a.entry === b.entry && a.subject.sort === b.subject.sort && a.subject.index === b.subject.index;

function groupOf(members: readonly LocatedFinding[]): LocatedFinding {
  const first = members[0]!;
  const known = groups.get(first);
  if (known?.members.length === members.length && known.members.every((member, i) => member === members[i])) {
    return known.finding;
  }
  const controls = members.flatMap(({ data }) => data.controls ?? []);
  const topics = [...new Set(members.flatMap(({ data }) => data.topics ?? []))];
  const slT = first.data.slT;
  const template = GROUPED[topics.length > 0 ? 'zoneTopics' : first.subject.sort === 'conduit' ? 'conduit' : 'zone'];
  const message = formatMessage(template, {
    name: first.element.slice(first.element.lastIndexOf('.') + 1),
    count: controls.length,
    level: slT ? formatVector(slT) : '',
    frs: members.map(({ data }) => `${data.fr} ${data.controls?.length}`).join(', '),
    topics: listAnd(topics.map((topic) => `'${topic}'`)),
  });
  // Of no FR: it is about all of them.
  const finding = { ...first, message, data: { controls } };
  groups.set(first, { members, finding });
  return finding;
}

/** True for a finding that stands for all that an element misses. */
export const isGroup = ({ rule, data: { fr } }: LocatedFinding): boolean => rule === MISSING && fr === undefined;

/** Each FR, and each catalogue without FRs, with the number of its controls. */
const GROUPED = {
  zone: "Zone '{name}' misses {count} controls of SL-T {level}: {frs}. Implement them, or state why not (plans, compensates, excludes, accepts).",
  zoneTopics:
    "Zone '{name}' misses {count} controls of SL-T {level}: {frs}. The reference model asks for {topics} here before all else. Implement them, or state why not (plans, compensates, excludes, accepts).",
  conduit:
    "Conduit '{name}' misses {count} controls of SL-T {level}: {frs}. Implement them, or state why not (plans, compensates, excludes, accepts).",
} as const;
