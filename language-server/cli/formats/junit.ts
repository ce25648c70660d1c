import { visible } from '../../core/text/visible.ts';
import { escapeXml } from '../../core/text/xml.ts';
import type { CheckReport, ReportedFinding } from '../check-report.ts';

/**
 * JUnit XML: a suite a file, a test case a finding. Errors and warnings are failures; infos and hints are passed cases
 * that say in `system-out` what there is. A file without findings is one passed case. It fits the schema that Jenkins
 * checks reports against, which is the strictest of many.
 */
export function formatJunit({ findings, summary, files }: CheckReport): string {
  const suites = [...files.keys()].map((file) =>
    suite(
      file,
      findings.filter((finding) => finding.file === file),
    ),
  );
  const tests = suites.reduce((sum, { cases }) => sum + cases, 0);
  const failures = summary.errors + summary.warnings;
  const body = suites.map(({ xml }) => xml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zones check" tests="${tests}" failures="${failures}" errors="0">\n${body}</testsuites>\n`;
}

function suite(file: string, findings: readonly ReportedFinding[]): { cases: number; xml: string } {
  const failures = findings.filter(isFailure).length;
  const cases =
    findings.length > 0
      ? findings.map(testCase)
      : [`    <testcase${attributes({ classname: file, name: 'no findings' })}/>\n`];
  const head = attributes({ name: file, tests: cases.length, failures, errors: 0, skipped: 0 });
  return { cases: cases.length, xml: `  <testsuite${head}>\n${cases.join('')}  </testsuite>\n` };
}

const isFailure = ({ severity }: ReportedFinding): boolean => severity === 'error' || severity === 'warning';

function testCase(finding: ReportedFinding): string {
  const { rule, severity, message, file, range, element } = finding;
  const [line, column] = [range.start.line + 1, range.start.character + 1];
  const place = `${file}:${line}:${column}`;
  const name = `${rule}${element ? ` ${element}` : ''} (${line}:${column})`;
  const body = isFailure(finding)
    ? `<failure${attributes({ type: severity, message })}>${written(`${place} ${severity} ${rule} ${message}`)}</failure>`
    : `<system-out>${written(`${place} ${severity} ${rule} ${message}`)}</system-out>`;
  return `    <testcase${attributes({ classname: file, name })}>\n      ${body}\n    </testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${written(String(value))}"`)
    .join('');
}

/** Text of a model as text or attribute value. */
const written = (text: string): string => escapeXml(visible(text));
