import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Severity } from '../core/model/system.ts';
import { rulePage } from '../core/rules/frame/page.ts';
import type { Finding } from '../core/rules/frame/rule.ts';
import { RULES } from '../core/rules/index.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { isGroup, MISSING, missingByElement } from '../language/missing-by-element.ts';
import type { LocatedFinding } from '../language/workspace.ts';
import type { MissingControlGroup } from './configuration.ts';

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

/** Findings as they are shown: missing controls of all FRs of an element as one, where the setting says so. */
export const shownFindings = (
  findings: readonly LocatedFinding[],
  group: MissingControlGroup,
): readonly LocatedFinding[] => (group === 'zone' ? missingByElement(findings) : findings);

/** A finding as the protocol's diagnostics: one, or one for each missing control when they are grouped so. */
export function toDiagnostics(finding: LocatedFinding, group: MissingControlGroup): Diagnostic[] {
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
  if (finding.rule !== MISSING || group !== 'control') return [diagnostic];
  return controls.map((control) => ({
    ...diagnostic,
    message: `'${finding.element}' misses ${control} (${fr}): implement it, or state why not (plans, compensates, excludes, accepts).`,
    data: { ...dataOf(finding), control } satisfies DiagnosticData,
  }));
}
