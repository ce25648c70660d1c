import { describe, expect, test } from 'vitest';
import { dedent, expectFindings, filesOf } from './fixture.ts';

describe('expectFindings', () => {
  test('accepts a finding that is drawn, with all of its message or the beginning', () => {
    expectFindings(
      `
      zone a : perimetr { sl-t 0 }
               ^^^^^^^^ error unresolved-reference: There is no kind of zone 'perimetr'
      `,
      { rules: ['unresolved-reference'] },
    );
    expectFindings(
      `
      zone a : perimetr { sl-t 0 }
               ^^^^^^^^ error unresolved-reference
      `,
      { rules: ['unresolved-reference'] },
    );
  });

  test.each([
    ['a finding that is not drawn', 'zone a : perimetr { sl-t 0 }'],
    ['a drawing without a finding', 'zone a { sl-t 0 }\n     ^ warning missing-sl-t'],
    ['another place', 'zone a : perimetr { sl-t 0 }\n        ^^^^^^^^ error unresolved-reference'],
    ['another width', 'zone a : perimetr { sl-t 0 }\n         ^^^^^^^ error unresolved-reference'],
    ['another severity', 'zone a : perimetr { sl-t 0 }\n         ^^^^^^^^ warning unresolved-reference'],
    ['another rule', 'zone a : perimetr { sl-t 0 }\n         ^^^^^^^^ error ambiguous-reference'],
    ['half a rule', 'zone a : perimetr { sl-t 0 }\n         ^^^^^^^^ error unresolved'],
    ['another message', 'zone a : perimetr { sl-t 0 }\n         ^^^^^^^^ error unresolved-reference: There is no zone'],
    [
      'a drawing twice',
      'zone a : x { sl-t 0 }\n         ^ error unresolved-reference\n         ^ error unresolved-reference',
    ],
  ])('refuses %s', (_, fixture) => {
    expect(() => expectFindings(fixture)).toThrow(/expected .* to be/);
  });

  test('looks only at the rules it is asked about, and at what would make them silent', () => {
    expectFindings('zone a { }', { rules: ['duplicate-name'] });
    expect(() => expectFindings('zone a {', { rules: ['duplicate-name'] })).toThrow();
    expect(() => expectFindings('zone a : perimetr { }', { rules: ['duplicate-name'] })).toThrow();
  });

  test('takes several files', () => {
    const { findings } = expectFindings(
      `
      --- one.zones
      zone a { sl-t 0 }
      --- two.zones
      zone a { sl-t 0 }
           ^ error duplicate-name
      `,
      { rules: ['duplicate-name'] },
    );
    expect(findings.map(({ uri }) => uri)).toEqual(['two.zones']);
  });
});

test('dedent takes away what all lines share', () => {
  expect(dedent('\n    a\n\n      b\n    ')).toBe('a\n\n  b');
});

test('filesOf leaves the drawings out', () => {
  expect(filesOf('zone a {}\n     ^ hint x: y\n--- b.zones\nzone b {}')).toEqual([
    { uri: 'model.zones', text: 'zone a {}' },
    { uri: 'b.zones', text: 'zone b {}' },
  ]);
});
