import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { formatVector } from '../core/model/levels.ts';
import type { Severity } from '../core/model/system.ts';
import { rulePage } from '../core/rules/frame/page.ts';
import { type Finding, formatMessage } from '../core/rules/frame/rule.ts';
import { RULES } from '../core/rules/index.ts';
import { listAnd } from '../core/text/words.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import type { LocatedFinding } from '../language/workspace.ts';
import type { Configuration } from './configuration.ts';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const UNNECESSARY = new Set(RULES.filter(({ unnecessary }) => unnecessary).map(({ code }) => code));

/** What a code action needs to find the finding again, beside its rule and place. All findings are sent, so it is short. */
export interface DiagnosticData {
  /** The FR or focus topic that it is about, where one element has a finding for each. */
  readonly about?: string;
  /** The one control that it is about, where missing controls are shown one by one. */
  readonly control?: string;
  /** True where it is about all missing controls of an element. */
  readonly all?: true;
}

/** What a client sends back with a code action: the FR or the focus that a finding is about. */
export const dataOf = ({ data: { fr, focus } }: LocatedFinding | Finding): DiagnosticData => ({ about: fr ?? focus });

/** The page of a rule, readable in the editor without a network. */
export function rulePageUri(rule: string): string {
  return `${LIBRARY_SCHEME}:/rules/${rule}.md`;
}

/** The text of a rule's page by its address; undefined for any other address. */
export function rulePageOf(uri: string): string | undefined {
  const [, code] = /\/rules\/([\w-]+)\.md$/.exec(uri) ?? [];
  const rule = RULES.find((candidate) => candidate.code === code);
  return rule && rulePageUri(rule.code) === uri ? rulePage(rule) : undefined;
}

/** Missing controls of an element as one finding, and the findings that it stands for. */
interface Grouped {
  readonly members: readonly LocatedFinding[];
  readonly finding: LocatedFinding;
}

/** By the first of its findings: one that stays keeps its identity, and with it what is shown of it. */
const groups = new WeakMap<LocatedFinding, Grouped>();

/** Findings as they are shown: missing controls of all FRs of an element as one, where the setting says so. */
export function shownFindings(
  findings: readonly LocatedFinding[],
  { missingControlGroup }: Configuration,
): readonly LocatedFinding[] {
  if (missingControlGroup !== 'zone') return findings;
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

const MISSING = 'missing-control';

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

const isGroup = ({ rule, data: { fr } }: LocatedFinding): boolean => rule === MISSING && fr === undefined;

/** Each FR, and each catalogue without FRs, with the number of its controls. */
const GROUPED = {
  zone: "Zone '{name}' misses {count} controls of SL-T {level}: {frs}. Implement them, or state why not (plans, compensates, excludes, accepts).",
  zoneTopics:
    "Zone '{name}' misses {count} controls of SL-T {level}: {frs}. The reference model asks for {topics} here before all else. Implement them, or state why not (plans, compensates, excludes, accepts).",
  conduit:
    "Conduit '{name}' misses {count} controls of SL-T {level}: {frs}. Implement them, or state why not (plans, compensates, excludes, accepts).",
} as const;

/** A finding as the protocol's diagnostics: one, or one for each missing control when they are grouped so. */
export function toDiagnostics(finding: LocatedFinding, { missingControlGroup }: Configuration): Diagnostic[] {
  const diagnostic: Diagnostic = {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    source: 'zones',
    code: finding.rule,
    codeDescription: { href: rulePageUri(finding.rule) },
    message: finding.message,
    data: isGroup(finding) ? ({ all: true } satisfies DiagnosticData) : dataOf(finding),
    ...(UNNECESSARY.has(finding.rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
  };
  const { controls = [], fr } = finding.data;
  if (finding.rule !== MISSING || missingControlGroup !== 'control') return [diagnostic];
  return controls.map((control) => ({
    ...diagnostic,
    message: `'${finding.element}' misses ${control} (${fr}): implement it, or state why not (plans, compensates, excludes, accepts).`,
    data: { ...dataOf(finding), control } satisfies DiagnosticData,
  }));
}
