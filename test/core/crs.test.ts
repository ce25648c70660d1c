import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemNamed } from '../../language-server/core/plant/index.ts';
import { frameworkNamed } from '../../language-server/core/plant/library.ts';
import { CHAPTER_IDS, type Chapter, type ChapterId, type Row } from '../../language-server/core/report/crs/chapter.ts';
import { crsOf } from '../../language-server/editor/report.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

function documentOf(files: Readonly<Record<string, string>>, system = 'works', zone?: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(Object.entries(files).map(([uri, text]) => ({ uri, text })));
  const query = workspace.store.query();
  const plant = systemNamed(query, system);
  const document = crsOf(workspace, { system, zone, nameOf: (uri) => uri });
  const chapters = new Map<ChapterId, Chapter>(document.chapters.map((chapter) => [chapter.id, chapter]));
  const chapter = (id: ChapterId) => chapters.get(id)!;
  /** The rows of a chapter that has one table. */
  const rows = (id: ChapterId) => chapter(id).content as readonly Row[];
  const table = (id: ChapterId, name: string) =>
    (chapter(id).content as Readonly<Record<string, readonly Row[]>>)[name]!;
  return { document, chapter, rows, table, plant, query };
}

const one = (text: string) => documentOf({ 'a.zones': `system works ${text}` });

describe('the chapters', () => {
  test('are all there, in their order, of a system that says nothing, too', () => {
    const { document } = one('');
    expect(document.chapters.map(({ id }) => id)).toEqual(CHAPTER_IDS);
    expect(document.chapters.map(({ number }) => number)).toEqual([
      '',
      ...Array.from({ length: 22 }, (_, i) => String(i)),
      'A',
      'B',
    ]);
  });

  test('that the model does not fill say what to add, those that it fills nothing', () => {
    for (const { id, filled, add } of one('').document.chapters) {
      expect([id, filled === 'yes']).toEqual([id, add.length === 0]);
      for (const line of add) expect(line).toMatch(/^[A-Z].*\.$/);
    }
    const filled = one('')
      .document.chapters.filter((chapter) => chapter.filled === 'yes')
      .map(({ id }) => id);
    // Of these there may be none without anything that lacks.
    expect(filled).toEqual(['exceptions', 'conventions', 'traceability']);
    // Of what is required there may be nothing that is compensated or excluded.
    const required = one('\nzone a { sl-t 1 }').document.chapters.filter((chapter) => chapter.filled === 'yes');
    expect(required.map(({ id }) => id)).toEqual(expect.arrayContaining(['compensations', 'exclusions']));
  });

  test.each([
    ['environment', '{ environment physical "Fence" }', 'part'],
    ['environment', '{ environment physical "Fence", logical "Uplink", organizational "Shifts" }', 'yes'],
    ['document-control', '{ revision 1 on 2026-01-01 by "x" "y" }', 'part'],
    ['initial-assessment', '{ assessment initial on 2026-01-01 by "x" }', 'part'],
    ['threats', '\nthreat-source crime "Crime"', 'yes'],
    ['policies', '\nzone a { policy "Clean desk" }', 'yes'],
    ['regulations', '\nregulation r "R" { requires SR 1.1 }', 'yes'],
    ['tolerable-risk', '{ tolerable-risk "None" by "Board" on 2026-01-01 }', 'part'],
    ['flows', '\nzone a { asset x : plc  asset y : plc  flow x -> y }', 'part'],
    ['zone-records', '\nzone a { safety no }', 'part'],
    ['conduit-records', '\nzone a\nzone b', 'no'],
  ] as const)('%s of %s: %s', (id, text, filled) => {
    expect(one(text).chapter(id).filled).toBe(filled);
  });
});

test('every requirement of IEC 62443-3-2 is traced to a chapter', () => {
  const { rows, query } = one('');
  const items = frameworkNamed(query, 'iec62443-3-2')!.items.flatMap(({ id }) => (id.includes('.') ? [id] : []));
  expect([...new Set(rows('traceability').map(({ zcr }) => zcr))].sort()).toEqual(items.sort());
});

test('each characteristic of a record is traced by its letter', () => {
  const { rows } = one('{ owner "City" }\nzone a { boundary logical "FW"  access-point door : physical }');
  const ofZones = rows('traceability').filter(
    ({ zcr, chapter }) => chapter === 'zone-records' && /6\.4 /.test(String(zcr)),
  );
  expect(ofZones.map(({ zcr }) => String(zcr).slice(8, 9)).join('')).toBe('abcdefghijklmn');
  const given = ofZones.filter(({ filled }) => filled === 'yes').map(({ zcr }) => String(zcr).slice(8, 9));
  expect(given.join('')).toBe('abcfghij');
});

test('a risk that lacks a step lacks that step alone in the traceability', () => {
  const { rows } = one(
    '\nzone a { sl-t 1 }\nrisk r on a { threat "x"  consequence "y"  likelihood remote impact minor }',
  );
  const filled = new Map(rows('traceability').map(({ zcr, filled }) => [zcr, filled]));
  expect(['5.1', '5.2', '5.3', '5.6'].map((zcr) => filled.get(`ZCR ${zcr}`))).toEqual(['yes', 'no', 'yes', 'yes']);
});

test.each([
  ['no approval', '', 'draft'],
  ['an approval without a hash', 'approval on 2026-02-01 by "x"', 'draft'],
  ['an approval of another model', `approval on 2026-02-01 by "x" hash "sha256:1:${'1'.repeat(64)}"`, 'draft'],
  ['an approval of this model', `approval on 2026-02-01 by "x" hash "HASH"`, 'approved'],
  [
    'one of the last revision',
    `revision 2 on 2026-03-01 by "x" "y"  approval on 2026-03-02 by "x" of revision 2 hash "HASH"`,
    'approved',
  ],
  [
    'one of an earlier revision',
    `revision 2 on 2026-03-01 by "x" "y"  approval on 2026-03-02 by "x" of revision 1 hash "HASH"`,
    'draft',
  ],
  [
    'one before the last revision',
    `revision 2 on 2026-03-01 by "x" "y"  approval on 2026-02-02 by "x" hash "HASH"`,
    'draft',
  ],
])('a document with %s', (_, text, state) => {
  // An approval is no part of what its hash is of.
  const hash = String(one(`{ ${text.replace(/approval.*/, '')} }`).document.hash);
  expect(one(`{ ${text.replace('HASH', hash)} }`).rows('cover')[0]!.state).toBe(state);
});

test('a record has each characteristic under its letter, with who says so', () => {
  const { rows } = one(`{ owner "City" }
    zone a "A" : control {
      safety no  policy media  boundary physical none because "open"  sl-t 1 from R because "x"
      zone b "B" : cell { asset p "P" : plc { classification "internal"  value "high"  criticality low } }
      access-point door "Door" : physical { closed yes }
    }
    zone c : external { asset q : plc }
    policy media "Media"
    risk R on a
    conduit k between a.b and c { flow p -> q : modbus-tcp }`);
  const [a, b] = rows('zone-records');
  expect(rows('zone-records').map(({ zone }) => zone)).toEqual(['a', 'a.b']);
  expect(a).toMatchObject({
    b: { value: 'City', from: 'system' },
    d: [{ none: true, because: 'open' }],
    e: { value: false, from: 'here' },
    g: [{ accessPoint: 'a.door', closed: true }],
    k: { slT: [1, 1, 1, 1, 1, 1, 1], from: ['R'], because: 'x' },
    m: { value: [{ policy: 'media', title: 'Media' }], from: 'here' },
    n: null,
  });
  expect(b).toMatchObject({
    e: { value: false, from: 'a' },
    f: [{ accessPoint: 'k', leadsTo: 'k' }],
    h: [{ accessPoint: 'k', flows: ['p -> q : modbus-tcp'] }],
    i: [{ conduit: 'k', zones: ['c'] }],
    j: [{ asset: 'a.b.p', classification: 'internal', value: 'high', criticality: 'low' }],
  });
  expect(rows('conduit-records')[0]).toMatchObject({ conduit: 'k', i: [{ zone: 'a.b' }, { zone: 'c' }], k: null });
});

test('a required control has its statement: by whom, shown by what, until when', () => {
  const { rows, table } = one(`
    zone a {
      sl-t 1
      asset x : plc
      implements SR 1.1 by x evidence "e.pdf" verified on 2026-02-01 by "QA"
      excludes SR 1.6 because "no wireless" by "Boss"
      compensates SR 1.3 with SR 1.1 because "local" until 2027-01-01
      plans SR 1.4 until 2027-03-01 "project"
      accepts SR 1.5 until 2026-12-31 because "old" by "Boss"
      zone b
    }`);
  const of = (zone: string, control: string) =>
    table('applicability', 'controls').find((row) => row.zone === zone && row.control === control);
  expect(of('a', 'SR 1.1')).toMatchObject({
    state: 'implemented',
    inherited: null,
    by: ['x'],
    evidence: ['e.pdf'],
    verified: { on: '2026-02-01', by: 'QA' },
  });
  expect(of('a.b', 'SR 1.6')).toMatchObject({
    state: 'excluded',
    inherited: 'a',
    because: 'no wireless',
    approver: 'Boss',
  });
  expect(of('a', 'SR 1.3')).toMatchObject({ state: 'compensated', with: ['SR 1.1'], until: '2027-01-01' });
  expect(of('a', 'SR 1.7')).toMatchObject({ state: 'open', because: null });
  expect(
    rows('plan')
      .filter(({ zone }) => zone === 'a')
      .slice(0, 2)
      .map(({ control, until }) => [control, until]),
  ).toEqual([
    ['SR 1.5', '2026-12-31'],
    ['SR 1.4', '2027-03-01'],
  ]);
  expect(rows('compensations').map(({ control, zone }) => `${zone} ${control}`)).toEqual(['a SR 1.3', 'a.b SR 1.3']);
  const verified = rows('verification').find(({ control, zone }) => zone === 'a' && control === 'SR 1.1');
  expect(verified).toMatchObject({ result: 'verified', date: '2026-02-01', by: 'QA' });
  expect(verified!.check).toMatch(/\w+.*\.$/);
});

test('exceptions are those in force, wherever they stand, and rules that are off', () => {
  const { rows, chapter } = one(`{ rule zone-owner off "kept elsewhere" }
    zone a {
      allow missing-sl-t because "later"
      allow zone-record until 2026-01-01 because "over"
      asset x : plc { allow asset-capability until 2027-01-01 because "bought" }
      flow x -> x : rdp { allow insecure-protocol because "lab" }
    }`);
  const found = rows('exceptions').filter(({ kind }) => kind === 'exception');
  expect(found.map(({ element, rule, until }) => [element, rule, until])).toEqual([
    ['a', 'missing-sl-t', null],
    ['a.x', 'asset-capability', '2027-01-01'],
    ['a', 'insecure-protocol', null],
    ['', 'zone-owner', null],
  ]);
  expect(rows('exceptions').some(({ kind }) => kind === 'finding')).toBe(true);
  expect(chapter('cover').content).toMatchObject([{ exceptions: 4 }]);
});

describe.each(['water-treatment', 'manufacturing', 'substation'])('%s', (example) => {
  const folder = join(import.meta.dirname, '../../examples', example);
  const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const name = /^system ([\w-]+)/m.exec(Object.values(files)[0]!)![1]!;
  const { plant, rows, table, document } = documentOf(files, name);

  test('every zone, conduit, asset, flow, risk and required control is in it, once where it belongs', () => {
    const inside = plant.zones.filter(({ external }) => !external);
    expect(rows('zone-records').map(({ zone }) => zone)).toEqual(inside.map(({ path }) => path));
    expect(rows('conduit-records').map(({ conduit }) => conduit)).toEqual(plant.conduits.map(({ path }) => path));
    const drawn = rows('drawings').flatMap(({ zone, conduit, assets }) =>
      (assets as string[]).map((asset) => `${zone ?? conduit}.${asset}`),
    );
    expect(drawn.sort()).toEqual(plant.assets.map(({ path }) => path).sort());
    const held = plant.assets.filter(({ home }) => home.sort === 'conduit' || !home.external);
    expect(
      table('components', 'components')
        .map(({ asset }) => asset)
        .sort(),
    ).toEqual(held.map(({ path }) => path).sort());
    expect(table('flows', 'flows')).toHaveLength(plant.flows.length);
    expect(rows('risks').map(({ name }) => name)).toEqual(plant.risks.map(({ name }) => name));
    const required = [...inside, ...plant.conduits].flatMap(
      ({ path, required }) => required?.all.map(({ control }) => `${path} ${control.id}`) ?? [],
    );
    expect(
      table('applicability', 'controls').map(({ zone, conduit, control }) => `${zone ?? conduit} ${control}`),
    ).toEqual(required);
  });

  test('is the same each time, and plain data', () => {
    expect(JSON.stringify(documentOf(files, name).document)).toBe(JSON.stringify(document));
    const copy = JSON.parse(JSON.stringify(document));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(document));
  });
});

test('of one zone it has what is in it, and the conduits there', () => {
  const { rows, table } = documentOf(
    {
      'a.zones':
        'system works\nzone a { sl-t 1 zone b }\nzone c { sl-t 1 }\nzone d\nconduit k between b and c\nconduit l between c and d',
    },
    'works',
    'a',
  );
  expect(rows('zone-records').map(({ zone }) => zone)).toEqual(['a', 'a.b']);
  expect(rows('conduit-records').map(({ conduit }) => conduit)).toEqual(['k']);
  expect(new Set(table('applicability', 'controls').map(({ zone }) => zone))).toEqual(new Set(['a', 'a.b']));
});
