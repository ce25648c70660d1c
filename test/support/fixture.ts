import { expect } from 'vitest';
import { createWorkspace, type LocatedFinding, type Workspace } from '../../language-server/language/workspace.ts';

/** The day that fixtures live on, unless they say otherwise. */
export const TODAY = '2026-11-24';

/**
 * These are looked at even where a fixture asks about one rule: a text that is not read, or a name that means
 * nothing, would make any rule silent and the fixture worthless.
 */
const ALWAYS = ['syntax-error', 'invalid-value', 'duplicate-property', 'unresolved-reference', 'ambiguous-reference'];

export interface FixtureOptions {
  /** Codes of the rules that the fixture is about; the others' findings are not looked at. All rules by default. */
  readonly rules?: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today?: string;
  /** The system of files without a header. */
  readonly defaultSystem?: string;
}

/** What a fixture says a line has: the drawing as written, and what is read of it. */
interface Expectation {
  readonly drawing: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface FixtureFile {
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly expected: readonly Expectation[] }[];
}

const SEPARATOR = /^--- (?<name>\S+)\s*$/;
const DRAWING = /^(?<indent> *)(?<carets>\^+)(?<label>\s*…?(?: .*)?)$/;

/** The files of a fixture, without their drawings. */
function readFixture(fixture: string): FixtureFile[] {
  const files: { name: string; lines: { text: string; expected: Expectation[] }[] }[] = [];
  for (const line of dedent(fixture).split('\n')) {
    const name = SEPARATOR.exec(line)?.groups?.name;
    if (name) {
      files.push({ name, lines: [] });
      continue;
    }
    if (files.length === 0) files.push({ name: 'model.zones', lines: [] });
    const { lines } = files.at(-1)!;
    const drawing = DRAWING.exec(line)?.groups as { indent: string; carets: string; label: string } | undefined;
    const above = lines.at(-1);
    if (drawing && above) {
      const start = drawing.indent.length;
      const end = start + drawing.carets.length;
      above.expected.push({ drawing: line, start, end, label: drawing.label.trim() });
    } else lines.push({ text: line, expected: [] });
  }
  return files;
}

/** Text without the indentation that all its lines share, and without the empty line at its start and end. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const common = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(common)).join('\n');
}

/** A finding as it is drawn under its line; one that goes on in the next line ends in `…`. */
export function draw({ range, severity, rule, message }: LocatedFinding, line: string): string {
  const { start, end } = range;
  const goesOn = end.line > start.line;
  const width = (goesOn ? line.length : end.character) - start.character;
  return `${' '.repeat(start.character)}${'^'.repeat(width)}${goesOn ? ' …' : ''} ${severity} ${rule}: ${message}`;
}

/** True where the drawing says what the finding says: its place, severity and rule, and how its message begins. */
function matches({ start, end, label }: Expectation, finding: LocatedFinding, line: string): boolean {
  const drawn = draw(finding, line);
  const prefix = `${' '.repeat(start)}${'^'.repeat(end - start)} ${label.replace(/(?<=: .*) ?…$/, '')}`;
  const whole = `${finding.severity} ${finding.rule}`;
  return drawn.startsWith(prefix) && label.replace(/^… /, '').startsWith(whole);
}

function drawFile({ name, lines }: FixtureFile, findings: readonly LocatedFinding[], headed: boolean): string {
  const left = new Set(findings);
  const drawn = lines.flatMap(({ text, expected }, i) => {
    const here = findings.filter(({ range }) => range.start.line === i);
    const kept = expected.flatMap((expectation) => {
      const found = here.find((finding) => left.has(finding) && matches(expectation, finding, text));
      if (!found) return [];
      left.delete(found);
      return [expectation.drawing];
    });
    return [text, ...kept, ...here.flatMap((finding) => (left.has(finding) ? [draw(finding, text)] : []))];
  });
  return [...(headed ? [`--- ${name}`] : []), ...drawn].join('\n');
}

/** A checked fixture: its workspace, for further questions. */
export interface Fixture {
  readonly workspace: Workspace;
  /** The findings of all files that the fixture looks at, in the order of the files. */
  readonly findings: readonly LocatedFinding[];
}

/** The texts of a fixture's files, without their drawings. */
export function filesOf(fixture: string): { uri: string; text: string }[] {
  return readFixture(fixture).map(({ name, lines }) => ({
    uri: name,
    text: lines.map(({ text }) => text).join('\n'),
  }));
}

/**
 * Asserts that a model has exactly the findings that are drawn under its text:
 *
 * ```
 * zone a : perimetr { }
 *          ^^^^^^^^ error unresolved-reference: There is no kind of zone 'perimetr'
 * ```
 *
 * The message may be left out or be the beginning of the finding's, which a `…` at its end may say. A finding that ends in a later line is drawn to the
 * end of its first line, followed by ` …`. Several files begin with a line `--- name.zones` each. On failure the
 * difference between the fixture and the fixture as it would have to be is shown.
 */
export function expectFindings(fixture: string, options: FixtureOptions = {}): Fixture {
  const { rules, today = TODAY, defaultSystem = 'plant' } = options;
  const files = readFixture(fixture);
  const workspace = createWorkspace({ defaultSystem, today });
  workspace.update(filesOf(fixture));
  const lookedAt = rules && new Set([...rules, ...ALWAYS]);
  const headed = SEPARATOR.test(dedent(fixture).split('\n')[0]!);
  const findings = files.map(({ name }) =>
    workspace.findingsOf(name).filter(({ rule }) => !lookedAt || lookedAt.has(rule)),
  );
  for (const finding of findings.flat()) {
    const { start, end } = finding.range;
    const isEmpty = start.line === end.line && start.character >= end.character;
    if (isEmpty) throw new Error(`No editor can show an empty range: ${finding.rule} at ${JSON.stringify(start)}`);
  }
  const drawn = files.map((file, i) => drawFile(file, findings[i]!, headed));
  expect(drawn.join('\n')).toBe(dedent(fixture));
  return { workspace, findings: findings.flat() };
}

/** `expectFindings` for fixtures about one rule (or a few): other rules' findings are not looked at. */
export function fixturesOf(...rules: string[]): (fixture: string, options?: FixtureOptions) => Fixture {
  return (fixture, options) => expectFindings(fixture, { rules, ...options });
}
