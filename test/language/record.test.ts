import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { split } from '../../language-server/language/parser/split.ts';
import { expectFindings } from '../support/fixture.ts';
import { meaning, read } from '../support/reading.ts';
import { EVERYTHING } from '../support/record-model.ts';

const said = (text: string) => meaning(read(text));

describe('reads', () => {
  test('what the settings say of the record, clauses in any order', () => {
    const { system, problems } = said(`system s {
      environment physical "Fence", "Gate", logical "Uplink"
      environment organizational "Two shifts"
      assessment initial by "Team" evidence "a.pdf", "b.pdf" on 2026-03-02
      tolerable-risk by "Board" "No injury" on 2026-05-04
      revision 2 on 2026-06-15 by "OT" "first"
      revision "3b" "second" by "OT" on 2027-01-15
      approval by "Manager" review 12 of revision "3b" on 2027-01-31 hash "sha256:1:0"
      approval on 2027-02-01 by "Owner"
    }`);
    expect(problems).toEqual([]);
    expect(system).toMatchObject({
      environment: [
        { side: 'physical', text: 'Fence' },
        { side: 'physical', text: 'Gate' },
        { side: 'logical', text: 'Uplink' },
        { side: 'organizational', text: 'Two shifts' },
      ],
      assessment: { on: '2026-03-02', by: 'Team', evidence: ['a.pdf', 'b.pdf'] },
      tolerableRisk: { text: 'No injury', by: 'Board', on: '2026-05-04' },
      revisions: [
        { number: '2', on: '2026-06-15', by: 'OT', what: 'first' },
        { number: '3b', on: '2027-01-15', by: 'OT', what: 'second' },
      ],
      approvals: [
        { on: '2027-01-31', by: 'Manager', revision: '3b', hash: 'sha256:1:0', review: 12 },
        { on: '2027-02-01', by: 'Owner' },
      ],
    });
  });

  test('the declarations', () => {
    const { essentialFunctions, policies, countermeasures, regulations, threatSources, problems } = said(
      EVERYTHING.slice(1, 6).join('\n'),
    );
    expect(problems).toEqual([]);
    expect(essentialFunctions).toMatchObject([
      { name: 'disinfection', title: 'Disinfection', on: ['control.dosing'], description: 'chlorine' },
    ]);
    expect(policies).toMatchObject([
      {
        name: 'OT-POL-7',
        version: '4',
        owner: 'OT security',
        document: 'policies/media.md',
        supports: ['SR 2.3', 'SR 3.2'],
      },
    ]);
    expect(countermeasures).toMatchObject([
      {
        name: 'lock-3',
        evidence: ['docs/lock.md'],
        verified: { on: '2026-11-02', by: 'OT security' },
        until: '2028-01-31',
      },
    ]);
    expect(regulations).toMatchObject([
      {
        authority: 'BSI',
        requires: [
          { controls: ['SR 1.1 RE(2)', 'SR 1.13'], on: ['perimeter'] },
          { controls: ['SR 7.3'], on: [] },
        ],
      },
    ]);
    expect(threatSources).toMatchObject([
      { name: 'crime', capability: 2, source: { text: 'national report', on: '2026-10-01' } },
    ]);
  });

  test('policies by name and as texts, and the rows of a matrix', () => {
    const { zones, conduits, matrices } = said(
      'zone a { policy P-1, "a text" policy "b" }\nconduit c between a and b { policy P-2 }\n' +
        'risk-matrix m { likelihood seldom, often  impact low, high  row often 2, 4 row seldom 1, 3 }',
    );
    expect(zones[0]!.policies).toEqual(['P-1', 'a text', 'b']);
    expect(conduits[0]!.policies).toEqual(['P-2']);
    expect(matrices[0]!.rows).toEqual([
      { likelihood: 'often', values: [2, 4] },
      { likelihood: 'seldom', values: [1, 3] },
    ]);
  });

  test('every word of it as a name', () => {
    const words = [
      'policy',
      'countermeasure',
      'environment',
      'revision',
      'approval',
      'hash',
      'review',
      'of',
      'row',
      'source',
    ];
    for (const word of words) {
      const { problems, zones, assets } = said(`zone ${word} { asset ${word} : plc }`);
      expect([problems, zones[0]?.name, assets[0]?.name]).toEqual([[], word, word]);
    }
  });

  test('words of the record as what an item of a framework says', () => {
    const { frameworks, problems } = said(
      'framework f { item "x" "X" { requires "SR 1.1"  source "s", "t"  policy "p" } }',
    );
    expect(problems).toEqual([]);
    expect(frameworks[0]!.items[0]!.facts).toEqual({ requires: ['SR 1.1'], source: ['s', 't'], policy: ['p'] });
  });
});

test.each([
  [
    'what lacks a clause, or has one too many',
    `
    system plant {
      assessment initial on 2026-03-02
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-error: 'assessment' needs 'by': an assessor will ask who it was. Add by "…".
      tolerable-risk by "Board" on 2026-05-04
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-error: 'tolerable-risk' needs a text in quotes that says what it is: add "…".
      revision 3 by "OT" "what"
      ^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-error: 'revision' needs 'on': a record without its day cannot be put in order. Add on 2027-01-15.
      approval on 2027-01-31 by "Plant manager" because "so"
                                                ^^^^^^^ error syntax-error: 'approval' takes no 'because'.
    }
    `,
  ],
  [
    'what stands in another block',
    `
    policy OT-7 { on dmz }
                  ^^ error syntax-error: Expected version, owner, document or supports, or '}' after '{'; found 'on'.
    `,
  ],
  [
    'a property that a declaration does not have',
    `
    policy OT-7 { vendor "x" }
                  ^^^^^^ error syntax-error: A policy has no property 'vendor'. It takes document, owner, supports or version.
    countermeasure lock { until 2099-01-01  because "x" }
                                            ^^^^^^^ error syntax-error: Expected owner, description, evidence, verified or until, or '}' after '2099-01-01'; found 'because'.
    `,
  ],
  [
    'an essential function without its zones, a revision without its number, a side that is none',
    `
    system plant { environment social "x" }
                               ^^^^^^ error invalid-value: An environment is physical, logical or organizational; social is none of them.
    essential-function supply "Supply"
                       ^^^^^^ error syntax-error: The essential function 'supply' names no zone: write 'on' and the zones that it rests on behind its title, as in 'on control'.
    `,
  ],
])('a fault is drawn where it is: %s', (_, fixture) => {
  expectFindings(fixture);
});

test('is formatted: clauses in one order, a declaration on its line or opened', () => {
  const from = `policy   OT-7 "M"{version "4" owner "x"}
countermeasure lock "L"{until 2027-01-01
verified   on 2026-01-01 by "x"}
system s{
approval by "M" hash "h" of revision 3 on 2027-01-31
assessment   initial by "T" on 2026-01-01
tolerable-risk on 2026-01-01 by "B" "none"
revision 3 "what" by "x" on 2026-01-01
}
threat-source t{source on 2026-01-01 "report"}
`;
  const { text, left } = formatText(from);
  expect(left).toEqual([]);
  expect(text).toBe(`policy OT-7 "M" { version "4"  owner "x" }
countermeasure lock "L" {
  until 2027-01-01
  verified on 2026-01-01 by "x"
}
system s {
  approval on 2027-01-31 by "M" of revision 3 hash "h"
  assessment initial on 2026-01-01 by "T"
  tolerable-risk "none" by "B" on 2026-01-01
  revision 3 on 2026-01-01 by "x" "what"
}
threat-source t { source "report" on 2026-01-01 }
`);
  expect(formatText(text).text).toBe(text);
});

describe('where braces do not balance, a word in the first column', () => {
  const chunks = (text: string) => split(text).length;

  test.each([
    ['policy OT-7', 1],
    ['policy "a text"', 1],
    ['source crime', 1],
    ['policy OT-7 "Media"', 2],
    ['policy OT-7 { version "4" }', 2],
    ['zone b : cell', 2],
    ['conduit c between a and b', 2],
    ['risk R on a', 2],
  ])('%s', (line, count) => expect(chunks(`zone a {\n${line}\n`)).toBe(count));
});
