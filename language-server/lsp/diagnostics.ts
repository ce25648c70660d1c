import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Severity } from '../core/model/system.ts';
import { RULES } from '../core/rules/index.ts';
import { rulePage } from '../core/rules/page.ts';
import type { Finding } from '../core/rules/rule.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import { type Mapped, mapAgain } from '../language/map-again.ts';
import type { LocatedFinding } from '../language/workspace.ts';
import type { Configuration } from './configuration.ts';
import type { Workspaces } from './workspaces.ts';

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
}

export const dataOf = ({ data: { fr, focus } }: LocatedFinding | Finding): DiagnosticData => ({ about: fr ?? focus });

/** The page of a rule, readable in the editor without a network. */
export function rulePageUri(rule: string): string {
  return `${LIBRARY_SCHEME}:/rules/${rule}.md`;
}

/** The text of a rule's page by its address; undefined for any other address. */
export function rulePageOf(uri: string): string | undefined {
  const [, code] = /\/rules\/([\w-]+)\.md$/.exec(uri) ?? [];
  return code !== undefined && rulePageUri(code) === uri ? rulePage(code) : undefined;
}

/** A finding as the protocol's diagnostics: one, or one for each missing control when they are grouped so. */
export function toDiagnostics(finding: LocatedFinding, { missingControlGroup }: Configuration): Diagnostic[] {
  const diagnostic: Diagnostic = {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    source: 'zones',
    code: finding.rule,
    codeDescription: { href: rulePageUri(finding.rule) },
    message: finding.message,
    data: dataOf(finding),
    ...(UNNECESSARY.has(finding.rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
  };
  const { controls = [], fr } = finding.data;
  if (finding.rule !== 'missing-control' || missingControlGroup === 'fr') return [diagnostic];
  return controls.map((control) => ({
    ...diagnostic,
    message: `'${finding.element}' misses ${control} (${fr}): implement it, or state why not (plans, compensates, excludes, accepts).`,
    data: { ...dataOf(finding), control } satisfies DiagnosticData,
  }));
}

/** What the client shows of a file: the diagnostics of each finding, and all together. */
interface Shown extends Mapped<LocatedFinding, readonly Diagnostic[]> {
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: Shown = { items: [], values: [], diagnostics: [] };

/** Sends the findings of files to the client, where they differ from what it shows. */
export function createDiagnosticsPublisher(
  connection: Connection,
  workspaces: Workspaces,
  configuration: { current: Configuration },
) {
  const shown = new Map<string, Shown>();
  let configured = configuration.current;
  return {
    /** Takes the findings of files that are no longer open in any folder off the screen. */
    clear(uris: Iterable<string>): void {
      for (const uri of uris) if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    publish(uris: Iterable<string>): void {
      const isConfiguredAnew = configured !== configuration.current;
      configured = configuration.current;
      for (const uri of uris) {
        if (uri.startsWith(`${LIBRARY_SCHEME}:`)) continue;
        const before = shown.get(uri) ?? NOTHING;
        const items = workspaces.of(uri).findingsOf(uri);
        const values = mapAgain(isConfiguredAnew ? undefined : before, items, (finding) =>
          toDiagnostics(finding, configured),
        );
        const diagnostics = values.flat();
        if (diagnostics.length > 0) shown.set(uri, { items, values, diagnostics });
        else shown.delete(uri);
        if (!isSame(before.diagnostics, diagnostics)) void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
  };
}

/** True for plain data that would be sent alike. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const others = b as Readonly<Record<string, unknown>>;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame((a as Readonly<Record<string, unknown>>)[name], others[name]))
  );
}
