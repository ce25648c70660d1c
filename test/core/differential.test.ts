import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace, type LocatedFinding, type Workspace } from '../../language-server/language/workspace.ts';
import {
  type Edit,
  edits,
  type Files,
  startingFiles,
  systemEdits,
  systemFile,
  ZONES_OF_SYSTEM,
} from './random-files.ts';

const TODAY = '2026-11-24';

const plain = ({ entry, fixes, subject, ...finding }: LocatedFinding) => finding;

const findingsIn = (workspace: Workspace, files: Files) =>
  new Map([...files.keys()].sort().map((uri) => [uri, workspace.findingsOf(uri).map(plain)]));

function fresh(files: Files, today: string): Workspace {
  const workspace = createWorkspace({ defaultSystem: 'plant', today });
  workspace.update([...files].map(([uri, text]) => ({ uri, text })));
  return workspace;
}

/** What a client would send: the files that differ. */
const changesBetween = (before: Files, after: Files) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((uri) => before.get(uri) !== after.get(uri))
    .map((uri) => ({ uri, text: after.get(uri) }));

/** Applies groups of edits, one update a group, and compares with a workspace that never saw another text. */
function compare(start: Files, groups: readonly (readonly Edit[])[]): void {
  let files = start;
  let today = TODAY;
  const workspace = fresh(files, today);
  let shown = findingsIn(workspace, files);
  for (const group of groups) {
    const after = group.reduce((texts, { apply }) => apply(texts), files);
    const touched = workspace.update(changesBetween(files, after));
    files = after;
    for (const { today: day } of group) {
      if (!day) continue;
      today = day;
      for (const uri of workspace.setToday(day)) touched.add(uri);
    }
    const now = findingsIn(workspace, files);
    expect(now).toEqual(findingsIn(fresh(files, today), files));
    // Who is told of the touched files only must have seen everything.
    for (const [uri, findings] of now) if (!touched.has(uri)) expect(findings).toEqual(shown.get(uri));
    shown = now;
  }
}

/** More of it by hand: `RUNS=2000 SEED=1 npx vitest run test/core/differential.test.ts`. */
test('after any edits the findings are those of a fresh workspace with the same texts', () => {
  const groups = fc.array(fc.array(edits, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(startingFiles, groups, compare), {
    numRuns: Number(process.env.RUNS ?? 30),
    seed: Number(process.env.SEED ?? 62443),
  });
}, 300_000);

test('what the system comes to state reaches all that ask for it', () => {
  const start = new Map([
    ['a.zones', systemFile(['', '', ''], 'SR 1.1')],
    ['m.zones', ZONES_OF_SYSTEM],
  ]);
  const groups = fc.array(fc.tuple(systemEdits), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(groups, (each) => compare(start, each)),
    { numRuns: Number(process.env.RUNS ?? 40), seed: Number(process.env.SEED ?? 62443) },
  );
}, 300_000);

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
  expect(findingsIn(workspace, after)).toEqual(findingsIn(fresh(after, TODAY), after));
});
