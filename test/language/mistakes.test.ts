import { describe, expect, test } from 'vitest';
import { evaluateWithFixes } from '../../language-server/core/rules/frame/evaluate.ts';
import { RULES } from '../../language-server/core/rules/index.ts';
import { writeEdits } from '../../language-server/language/edits/index.ts';
import { readSource } from '../../language-server/language/source-file.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { applyEdits } from '../support/edits.ts';

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

/** What is written, where it is wrong, how the message begins, and what the fix writes. */
type Row = readonly [text: string, at: string, message: string, result: string];

const inZone = (rows: readonly Row[]): Row[] =>
  rows.map(([text, at, message, result]) => [`zone z { ${text} }`, at, message, `zone z { ${result} }`]);

const ROWS: Record<string, readonly Row[]> = {
  'a word behind a whole declaration': [
    [
      'system s "S"\n\nzones z "Z" { sl-t 0 }',
      'zones',
      "'zones' begins no declaration; did you mean 'zone'?",
      'system s "S"\n\nzone z "Z" { sl-t 0 }',
    ],
    ['zone z { sl-t 0 }\n}', '}', "This '}' closes no block: remove it.", 'zone z { sl-t 0 }\n'],
  ],
  'a requirement as people write it': inZone([
    ['implements sr 1.1', 'sr 1.1', 'A requirement is written as in the standard: SR 1.1.', 'implements SR 1.1'],
    ['implements SR-1.1', 'SR-1.1', 'A requirement is written as in the standard: SR 1.1.', 'implements SR 1.1'],
    ['implements "SR 1.1"', '"SR 1.1"', 'A requirement is written as in the standard: SR 1.1.', 'implements SR 1.1'],
    [
      'implements SR 1.3, sr_1.1 re 2',
      'sr_1.1 re 2',
      'A requirement is written as in the standard: SR 1.1 RE(2).',
      'implements SR 1.3, SR 1.1 RE(2)',
    ],
  ]),
  'a title without quotes': [
    ['system bakery Bakery', 'Bakery', 'A title stands in quotes: "Bakery".', 'system bakery "Bakery"'],
    [
      'zone office Office network : enterprise { sl-t 0 }',
      'Office network',
      'A title stands in quotes: "Office network".',
      'zone office "Office network" : enterprise { sl-t 0 }',
    ],
    [
      'zone z { asset pc Windows PC : plc }',
      'Windows PC',
      'A title stands in quotes: "Windows PC".',
      'zone z { asset pc "Windows PC" : plc }',
    ],
  ],
  'a day as half of the world writes it': inZone([
    [
      'plans SR 1.2 until 31.12.2027',
      '31.12.2027',
      "'31.12.2027' is no date as it is written here: year, month and day",
      'plans SR 1.2 until 2027-12-31',
    ],
    [
      'plans SR 1.2 until 1.2.2027',
      '1.2.2027',
      "'1.2.2027' is no date as it is written here",
      'plans SR 1.2 until 2027-02-01',
    ],
  ]),
  'the colon before a kind or type': [
    [
      'zone a "A" control',
      'control',
      "The kind of zone 'a' stands after a colon: write ': control'.",
      'zone a "A" : control',
    ],
    ['zone a control { sl-t 1 }', 'control', "The kind of zone 'a'", 'zone a : control { sl-t 1 }'],
    ['zone a control level 2', 'control', "The kind of zone 'a'", 'zone a : control level 2'],
    ['zone a is control', 'is', "The kind of zone 'a'", 'zone a : control'],
    ['zone a = control { }', '=', "The kind of zone 'a'", 'zone a : control { }'],
    ['zone a level 2 : cell', 'level 2 : cell', 'The kind of a zone stands before its level', 'zone a : cell level 2'],
    ...inZone([
      ['zone a cell { sl-t 1 }', 'cell', "The kind of zone 'a'", 'zone a : cell { sl-t 1 }'],
      ['asset x "X" plc', 'plc', "The type of asset 'x' stands after a colon: write ': plc'.", 'asset x "X" : plc'],
      ['asset x plc { count 2 }', 'plc', "The type of asset 'x'", 'asset x : plc { count 2 }'],
      ['asset x plc asset y : plc', 'plc', "The type of asset 'x'", 'asset x : plc asset y : plc'],
      ['asset x is plc', 'is', "The type of asset 'x'", 'asset x : plc'],
    ]),
  ],
  'the word before a name': [
    [
      'asset-type t plc { }',
      'plc',
      "What asset type 't' builds on stands after 'extends': write 'extends plc'.",
      'asset-type t extends plc { }',
    ],
    ['asset-type t : plc', ':', "What asset type 't' builds on", 'asset-type t extends plc'],
    [
      'protocol q modbus-tcp',
      'modbus-tcp',
      "What protocol 'q' builds on stands after 'extends': write 'extends modbus-tcp'.",
      'protocol q extends modbus-tcp',
    ],
    [
      'risk R "x" a { likelihood likely }',
      'a',
      "What risk 'R' is about stands after 'on': write 'on a'.",
      'risk R "x" on a { likelihood likely }',
    ],
  ],
  'a name': [
    [
      'conduit between a and b',
      'conduit',
      'This conduit has no name: put one before',
      'conduit a-to-b between a and b',
    ],
    [
      'conduit between p.a and b { sl-t 1 }',
      'conduit',
      'This conduit has no name',
      'conduit a-to-b between p.a and b { sl-t 1 }',
    ],
    [
      'zone "Control room" : control',
      '"Control room"',
      `No name stands between 'zone' and the title "Control room"`,
      'zone control-room "Control room" : control',
    ],
    ['system "Plant"', '"Plant"', `No name stands between 'system' and the title "Plant"`, 'system plant "Plant"'],
    [
      'system plant title "A"',
      'title',
      `The title "A" stands right behind the name: remove 'title'.`,
      'system plant "A"',
    ],
  ],
  'the words of a conduit': [
    [
      'conduit c a and b',
      'a and b',
      "The zones that conduit 'c' joins stand after 'between': write 'between a and b'.",
      'conduit c between a and b',
    ],
    ['conduit c from a to b', 'from a to b', "The zones that conduit 'c' joins", 'conduit c between a and b'],
    ['conduit c "C" a -> b', 'a -> b', "The zones that conduit 'c' joins", 'conduit c "C" between a and b'],
    [
      'conduit c between a, b',
      ',',
      "The two zones of a conduit are joined by 'and': write 'between a and b'.",
      'conduit c between a and b',
    ],
    [
      'conduit c between a b',
      'b',
      "The two zones of a conduit are joined by 'and': write 'between a and b'.",
      'conduit c between a and b',
    ],
    [
      'conduit c between a to b { }',
      'to',
      "The two zones of a conduit are joined by 'and'",
      'conduit c between a and b { }',
    ],
  ],
  'the signs and words of a flow': inZone([
    [
      'flow p -> q modbus-tcp',
      'modbus-tcp',
      "The protocol of a flow stands after a colon: write ': modbus-tcp'.",
      'flow p -> q : modbus-tcp',
    ],
    ['flow p -> q https port 443', 'https', 'The protocol of a flow', 'flow p -> q : https port 443'],
    ['flow p -> q https "web"', 'https', 'The protocol of a flow', 'flow p -> q : https "web"'],
    ['p -> q : https', 'p', "A flow begins with the word 'flow': write 'flow p -> …'.", 'flow p -> q : https'],
    ['connection p <-> q', 'connection', "A flow begins with the word 'flow': write 'flow p <-> …'.", 'flow p <-> q'],
    ['flow p to q : https', 'to', 'An arrow stands between the two ends of a flow', 'flow p -> q : https'],
    ['flow p q : https', 'q', 'An arrow stands between', 'flow p -> q : https'],
    ['flow p => q : https', '=>', 'An arrow stands between', 'flow p -> q : https'],
    ['flow p --> q : https', '-->', 'An arrow stands between', 'flow p -> q : https'],
    ['flow p → q', '→', 'An arrow stands between', 'flow p -> q'],
    ['flow p <=> q', '<=>', 'An arrow stands between', 'flow p <-> q'],
    [
      'flow p <- q : https',
      '<-',
      "An arrow leads from who opens the connection: write 'q -> p'.",
      'flow q -> p : https',
    ],
  ]),
  'commas in lists': [
    ...inZone([
      [
        'implements SR 1.1 SR 1.3',
        'SR 1.3',
        "Commas stand between the entries of a list: put one between 'SR 1.1' and 'SR 1.3'.",
        'implements SR 1.1, SR 1.3',
      ],
      [
        'plans SR 1.1 SR 1.3, SR 1.4 SR 1.5 until 2027-01-01',
        'SR 1.3',
        'Commas stand between',
        'plans SR 1.1, SR 1.3, SR 1.4, SR 1.5 until 2027-01-01',
      ],
      ['implements SR 1.1 and SR 1.2', 'SR 1.2', 'Commas stand between', 'implements SR 1.1, SR 1.2'],
      ['implements SR 1.1; SR 1.2', 'SR 1.2', 'Commas stand between', 'implements SR 1.1, SR 1.2'],
      [
        'implements SR 1.1 by a b',
        'b',
        "Commas stand between the entries of a list: put one between 'a' and 'b'.",
        'implements SR 1.1 by a, b',
      ],
      [
        'network "a" "b"',
        '"b"',
        'Commas stand between the entries of a list: put one between "a" and "b".',
        'network "a", "b"',
      ],
      ['implements SR 1.1.', '.', "No '.' stands behind 'SR 1.1': remove it.", 'implements SR 1.1'],
      [
        'implements 1.1, SR 1.2',
        '1.1',
        "A requirement is written with its family: 'SR 1.1' of the system",
        'implements SR 1.1, SR 1.2',
      ],
      ['asset x : plc, asset y : plc', ',', "No ',' stands between members: remove it.", 'asset x : plc asset y : plc'],
      ['asset x : plc;', ';', "No ';' stands between members: remove it.", 'asset x : plc'],
    ]),
    ['conduit c between a and b { via x y }', 'y', 'Commas stand between', 'conduit c between a and b { via x, y }'],
    ['risk R on a b', 'b', 'Commas stand between', 'risk R on a, b'],
  ],
  'the braces of levels': inZone([
    [
      'sl-t 2 2 1 1 2 2 2',
      '2 2 1 1 2 2 2',
      "Seven levels stand in braces, in the order IAC UC SI DC RDF TRE RA: write 'sl-t { 2 2 1 1 2 2 2 }'.",
      'sl-t { 2 2 1 1 2 2 2 }',
    ],
    ['sl-t 2, 2, 1, 1, 2, 2, 2', '2, 2, 1, 1, 2, 2, 2', 'Seven levels stand in braces', 'sl-t { 2, 2, 1, 1, 2, 2, 2 }'],
    ['sl-t RDF 3', 'RDF 3', "The levels of single FRs stand in braces: write 'sl-t { RDF 3 }'.", 'sl-t { RDF 3 }'],
    [
      'sl-t 2 RDF 3, DC 1',
      'RDF 3, DC 1',
      "The levels of single FRs stand in braces: write 'sl-t 2 { RDF 3, DC 1 }'.",
      'sl-t 2 { RDF 3, DC 1 }',
    ],
    ['sl-t [2 2 1 1 2 2 2]', '[2 2 1 1 2 2 2]', 'The levels of a vector stand in braces', 'sl-t { 2 2 1 1 2 2 2 }'],
    ['sl-t 2 (RDF 3)', '(RDF 3)', 'The levels of a vector stand in braces', 'sl-t 2 { RDF 3 }'],
    ['sl-t SL2', 'SL2', "A security level is written as its number: 'sl-t 2'.", 'sl-t 2'],
    ['sl-t { RDF: 3 }', ':', "No ':' stands between 'RDF' and its value: remove it.", 'sl-t { RDF 3 }'],
  ]),
  'the braces of members': [
    [
      'zone x { asset p : plc address "10.0.0.1" }',
      'address',
      "The members of asset 'p' stand in braces: put '{' before 'address' and '}' after the last of them.",
      'zone x { asset p : plc { address "10.0.0.1" } }',
    ],
    [
      'zone x {\n  asset p : plc sl-c 2 // checked\n}',
      'sl-c',
      "The members of asset 'p'",
      'zone x {\n  asset p : plc { sl-c 2 } // checked\n}',
    ],
    ['zone x : control sl-t 2', 'sl-t', "The members of zone 'x'", 'zone x : control { sl-t 2 }'],
    [
      'zone x : control\n  sl-t 2\n  asset p : plc { count 2 }',
      'control',
      "The members of zone 'x'",
      'zone x : control {\n  sl-t 2\n  asset p : plc { count 2 }\n}',
    ],
    ['zone x : control\n  sl-t 2\n}', 'control', "The members of zone 'x'", 'zone x : control {\n  sl-t 2\n}'],
    ['conduit c between a and b via x', 'via', "The members of conduit 'c'", 'conduit c between a and b { via x }'],
    ['risk R on a likelihood likely', 'likelihood', "The members of risk 'R'", 'risk R on a { likelihood likely }'],
    ['protocol q port tcp 3', 'port', "The members of protocol 'q'", 'protocol q { port tcp 3 }'],
    [
      'profile p SR 1.1, SR 1.2',
      'SR 1.1',
      "The controls of profile 'p' stand in braces",
      'profile p { SR 1.1, SR 1.2 }',
    ],
  ],
  'words that are misspelt or of other tools': [
    ['zones x : control { sl-t 1 }', 'zones', 'Expected a declaration', 'zone x : control { sl-t 1 }'],
    ['Zone x : control { sl-t 1 }', 'Zone', 'Expected a declaration', 'zone x : control { sl-t 1 }'],
    ...inZone([
      ['assets x : plc', 'assets', "'assets' begins no member; did you mean 'asset'?", 'asset x : plc'],
      ['zones x : cell { }', 'zones', "'zones' begins no member; did you mean 'zone'?", 'zone x : cell { }'],
      ['flows a -> b : https', 'flows', "'flows' begins no member; did you mean 'flow'?", 'flow a -> b : https'],
      ['security-level 2', 'security-level', "A zone has no property 'security-level'; did you mean 'sl-t'?", 'sl-t 2'],
      [
        'asset x : plc { firmware "2" }',
        'firmware',
        "An asset has no property 'firmware'; did you mean 'version'?",
        'asset x : plc { version "2" }',
      ],
    ]),
  ],
  'signs of other languages': [
    [
      '# comment of zone y {\nzone x',
      '#',
      "A comment begins with '//', not with '#'.",
      '// comment of zone y {\nzone x',
    ],
    [
      'zone x {\n  # it is "open /*\n  sl-t 1\n}',
      '#',
      'A comment begins with',
      'zone x {\n  // it is "open /*\n  sl-t 1\n}',
    ],
    ['zone x {\n  sl-t 1 -- { a note\n}', '--', 'A comment begins with', 'zone x {\n  sl-t 1 // { a note\n}'],
    ...inZone([
      ['network 10.0.0.0/24', '10.0.0.0/24', "'10.0.0.0/24' is neither a number nor a date", 'network "10.0.0.0/24"'],
      ['owner "x" "y"', '"y"', `'owner' is one text: join "y" with "x", or remove it.`, 'owner "x, y"'],
      ['owner: "x"', ':', "No ':' stands between 'owner' and its value: remove it.", 'owner "x"'],
      ['sl-t = 2', '=', "No '=' stands between 'sl-t' and its value: remove it.", 'sl-t 2'],
      [
        'implements SR 1.1 evidence: "x"',
        ':',
        "No ':' stands between 'evidence' and its value",
        'implements SR 1.1 evidence "x"',
      ],
      ['owner “The team”', '“The team”', 'A text stands in straight quotes', 'owner "The team"'],
      [
        'excludes SR 1.6 "no wireless"',
        '"no wireless"',
        "'excludes' needs 'because' before its reason",
        'excludes SR 1.6 because "no wireless"',
      ],
    ]),
  ],
};

describe.each(Object.entries(ROWS))('what is meant is named where it is missing, and mended: %s', (_, rows) => {
  test.each(rows)('%s', (text, at, message, result) => {
    const said = mended(text);
    expect(said).toEqual([{ message: expect.stringContaining(message), at, result }]);
    expect(said[0]!.message.startsWith(message)).toBe(true);
    expect(mended(result)).toEqual([]);
  });
});

test('comments of other languages, one in another, move nothing', () => {
  const text = 'zone a {\n  sl-t 1 -- one -- two # three\n  owner 5\n}';
  const said = mended(text).map(({ message, at }) => `${at} ${message}`);
  expect(said).toEqual(["-- A comment begins with '//', not with '--'."]);
  expect(mended(text.replace('--', '//')).map(({ at }) => at)).toEqual(['5']);
});

test('a line as long as a file is read in its time', () => {
  for (const text of [
    `zone a { implements SR 1.1 ${'b '.repeat(50_000)}}`,
    `zone a { ${'owner "x" '.repeat(50_000)}) }`,
    `zone a { sl-t 2 ${'2 '.repeat(50_000)}}`,
    `zone a {${'\n # "x /* '.repeat(10_000)}\n}`,
  ]) {
    expect(readSource(text).units[0]!.source.unit.problems.length).toBeGreaterThan(0);
  }
});

describe('no fix is guessed', () => {
  test.each([
    ['zone z { sl-t 2 2 1 }', "'sl-t' is one level for all FRs, or seven in braces"],
    ['conduit c between a and b and d', 'A conduit joins two zones'],
    ['zone { sl-t 1 }', "Expected a name after 'zone'; found '{'."],
    ['zone z { flow -> q }', "Expected a name after 'flow'; found '->'."],
    [
      'zone z { colour blue }',
      "A zone has no property 'colour'. It takes assumption, boundary, criticality, description, level, network, owner, policy, safety or sl-t.",
    ],
    ['zone z { network "x" colour blue }', "A zone has no property 'colour'. It takes"],
    ['zone z { asset x : plc colour blue }', "A zone has no property 'colour'. It takes"],
  ])('%s', (text, message) => {
    expect(mended(text)).toEqual([{ message: expect.stringContaining(message), at: expect.any(String) }]);
  });
});

test('a range of requirements is told, and left to its author', () => {
  expect(mended('zone z { implements SR 1.1 to SR 1.5 }')).toEqual([
    { message: expect.stringMatching(/^A list names each requirement/), at: 'to' },
  ]);
});
