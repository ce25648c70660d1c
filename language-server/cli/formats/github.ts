import type { Severity } from '../../core/model/system.ts';
import { printable } from '../../core/text/visible.ts';
import type { CheckReport, ReportedFinding } from '../check-report.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations of a pull request. */
export function formatGithub({ findings }: CheckReport): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ rule, severity, message, file, range: { start, end } }: ReportedFinding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub reads columns only where the range is in one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string => printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
