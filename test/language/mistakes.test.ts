import { describe, expect, test } from 'vitest';
import { evaluateWithFixes } from '../../language-server/core/rules/frame/evaluate.ts';
import { RULES } from '../../language-server/core/rules/index.ts';
import { writeEdits } from '../../language-server/language/edits/index.ts';
import { readSource } from '../../language-server/language/source-file.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { applyEdits } from '../support/edits.ts';
import { ROWS } from './mistake-rows.ts';
import { FOREIGN_ROWS, RIGHT, UNMENDED } from './mistake-rows-foreign.ts';
import { MEMBER_ROWS } from './mistake-rows-members.ts';
import { RECORD_ROWS } from './mistake-rows-record.ts';

const FAULTS = new Set(['syntax-error', 'invalid-value', 'duplicate-property']);

/** What is said of how a text is written, each with the text that its fix makes. */
function mended(text: string): { message: string; at: string; result?: string }[] {
  const uri = 'plant.zones';
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-06-01' });
  workspace.update([{ uri, text }]);
  const fixesOf = (message: string) =>
    workspace.files.get(uri)!.entries.flatMap((entry) =>
      evaluateWithFixes(RULES, FAULTS, entry, workspace.store.query())
        .filter((finding) => finding.message === message)
        .flatMap(({ fixes }) => fixes.map(({ edits }) => writeEdits(workspace, entry, edits).get(uri)!)),
    );
  return workspace
    .findingsOf(uri)
    .filter(({ rule }) => FAULTS.has(rule))
    .map(({ message, range: { start, end } }) => {
      const line = text.split('\n')[start.line]!;
      const [edits] = fixesOf(message);
      const at = line.slice(start.character, end.line === start.line ? end.character : undefined);
      return { message, at, ...(edits && { result: applyEdits(text, edits) }) };
    });
}

describe.each(Object.entries({ ...ROWS, ...MEMBER_ROWS, ...RECORD_ROWS, ...FOREIGN_ROWS }))(
  'what is meant is named where it is missing, and mended: %s',
  (_, rows) => {
    test.each(rows)('%s', (text, at, message, result) => {
      const said = mended(text);
      expect(said).toEqual([{ message: expect.stringContaining(message), at, result }]);
      expect(said[0]!.message.startsWith(message)).toBe(true);
      expect(mended(result)).toEqual([]);
    });
  },
);

test('comments of other languages, one in another, move nothing', () => {
  const text = 'zone a {\n  sl-t 1 -- one -- two # three\n  owner 5\n}';
  const said = mended(text).map(({ message, at }) => `${at} ${message}`);
  expect(said).toEqual(["-- A comment begins with '//', not with '--'."]);
  expect(mended(text.replace('--', '//')).map(({ at }) => at)).toEqual(['5']);
});

test('a line as long as a file is read in its time', () => {
  for (const text of [
    `zone a { implements SR 1.1 ${'b '.repeat(25_000)}}`,
    `zone a { ${'owner "x" '.repeat(25_000)}) }`,
    `zone a { sl-t 2 ${'2 '.repeat(25_000)}}`,
    `zone a {${'\n # "x /* '.repeat(10_000)}\n}`,
    `zone a { owner ${'a description b '.repeat(25_000)}& }`,
    `zone a { plans until ${'SR 1.1 2027-01-01 '.repeat(25_000)}}`,
    `zone a { ${'a'.repeat(500_000)}${' '.repeat(500_000)}owner "x${' '.repeat(500_000)}x\n}`,
    `zone a ${'{ asset p : plc '.repeat(90)}${'{ '.repeat(5)}`,
  ]) {
    expect(readSource(text).units[0]!.source.unit.problems.length).toBeGreaterThan(0);
  }
});

describe('no fix is guessed', () => {
  test.each([
    ['zone z { sl-t 2 2 1 }', "'sl-t' is one level for all FRs, or seven in braces"],
    ['zone { sl-t 1 }', "Expected a name after 'zone'; found '{'."],
    ['zone z { flow -> q }', "Expected a name after 'flow'; found '->'."],
    [
      'zone z { colour blue }',
      "A zone has no property 'colour'. It takes assumption, boundary, criticality, description, level, network, owner, policy, safety, separated-from or sl-t.",
    ],
    ['zone z { network "x" colour blue }', "A zone has no property 'colour'. It takes"],
    ['zone z { asset x : plc colour blue }', "A zone has no property 'colour'. It takes"],
  ])('%s', (text, message) => {
    expect(mended(text)).toEqual([{ message: expect.stringContaining(message), at: expect.any(String) }]);
  });
});

test.each(UNMENDED)('what cannot be known is told, and left to its author: %s', (member, at, message) => {
  expect(mended(`zone z { ${member} }`)).toEqual([{ message: expect.stringContaining(message), at }]);
});

test.each(RIGHT)('what only looks like a mistake is none: %s', (text) => {
  expect(mended(text)).toEqual([]);
});

test('a text over two lines is told, and its end is not guessed', () => {
  const [first, ...others] = mended('zone z {\n  owner "IT\n  team"\n}');
  expect(first).toEqual({ message: 'This text is not closed: put " at its end.', at: '"IT' });
  expect(others.filter(({ result }) => result !== undefined)).toEqual([]);
});

test('a flow is told, too, whose last word was read with the line below', () => {
  const text = 'zone z {\n  flow p -> q https\n  q -> p : https\n}';
  expect(mended(text).map(({ at, result }) => [at, result])).toEqual([
    ['https', text.replace('q https', 'q : https')],
    ['q', text.replace('  q ->', '  flow q ->')],
  ]);
});

test('what belongs into a zone is told to stand in none', () => {
  expect(mended('system s "S"\nasset p : plc')).toEqual([
    { message: "'asset' belongs inside a zone: put it into the braces of one.", at: 'asset' },
  ]);
});

test('a range of requirements is told, and left to its author', () => {
  expect(mended('zone z { implements SR 1.1 to SR 1.5 }')).toEqual([
    { message: expect.stringMatching(/^A list names each requirement/), at: 'to' },
  ]);
});
