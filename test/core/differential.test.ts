import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAfterGroups, findingsIn, fresh, TODAY } from './compare-edits.ts';
import { systemEdits, systemFile, ZONES_OF_SYSTEM } from './random-files.ts';

test('what the system comes to state reaches all that ask for it', () => {
  const start = new Map([
    ['a.zones', systemFile(['', '', ''], 'SR 1.1')],
    ['m.zones', ZONES_OF_SYSTEM],
  ]);
  const groups = fc.array(fc.tuple(systemEdits), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(groups, (each) => compareAfterGroups(start, each)),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});

test('a finding points to its other place also after that has been read anew', () => {
  const header = 'system plant {\n  excludes SR 2.3 because "no use"\n}\n';
  const zone = 'zone a "Z" : control {\n  asset plc : maintenance-laptop\n}\n';
  const other = 'zone a : cell { }';
  const workspace = fresh(
    new Map([
      ['a.zones', header + zone],
      ['b.zones', other],
    ]),
    TODAY,
  );
  // The header says what it said, but it is the second thing in its file now, and written otherwise.
  const after = new Map([
    ['a.zones', `no model { }\n${header.replace('{', '{\n\n')}${zone}`],
    ['b.zones', other],
  ]);
  workspace.update([...after].map(([uri, text]) => ({ uri, text })));
  expect(workspace.verify()).toEqual([]);
  expect(findingsIn(workspace, after)).toEqual(findingsIn(fresh(after, TODAY), after));
});

test('what a name means follows when two declarations of one path change places', () => {
  const [first, second] = ['zone p { zone y : enterprise { } }', 'zone p { zone y : process { } }'];
  const conduits = 'zone d : cell { }\nconduit link between y and d { }';
  const texts = (zones: string) =>
    new Map([
      ['a.zones', zones],
      ['b.zones', conduits],
    ]);
  const workspace = fresh(texts(`${first}\n${second}`), TODAY);
  const after = texts(`${second}\n${first}`);
  workspace.update([{ uri: 'a.zones', text: after.get('a.zones')! }]);
  expect(workspace.verify()).toEqual([]);
  expect(findingsIn(workspace, after)).toEqual(findingsIn(fresh(after, TODAY), after));
});
