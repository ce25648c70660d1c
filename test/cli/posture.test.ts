import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const FR_COUNT = 7;

const MODEL = `system plant "A plant" {
  implements SR 2.1
}
zone internet "The internet" : external {
  asset vendor : vendor-remote-support { sl-c 4 }
}
zone control "Control, \\"room\\"" : control level 2 {
  sl-t { TRE 2 }
  implements SR 1.1
  plans SR 6.2 until 2027-03-31
  asset scada : scada-server { sl-c { 2 2 2 1 2 2 2 } }
  asset hist : historian { sl-c { 1 3 2 2 2 2 2 } }
  zone inner { accepts SR 6.1 until 2027-03-31 because "later" }
}
zone plain : cell
conduit link between control and plain {
  sl-t { TRE 1 }
}
conduit bare between internet and control
`;

const run = (format: string, ...args: string[]) =>
  zones(['posture', '--format', format, '--as-of', '2026-11-24', ...args], folderOf({ 'plant.zones': MODEL }));

test('json has every zone and conduit, and null where there is no figure', async () => {
  const { code, stdout, stderr } = await run('json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { version, systems } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(systems).toHaveLength(1);
  const [{ name, title, zones: listed, conduits }] = systems;
  expect({ name, title }).toEqual({ name: 'plant', title: 'A plant' });
  const [internet, control, inner, plain] = listed;
  const nothing = {
    slT: null,
    slA: null,
    slC: null,
    gap: null,
    required: null,
    met: null,
    planned: null,
    accepted: null,
  };
  expect(internet).toMatchObject({ path: 'internet', kind: 'external', ...nothing, missing: [], focus: [] });
  expect(control).toMatchObject({
    path: 'control',
    title: 'Control, "room"',
    kind: 'control',
    level: 2,
    slT: [0, 0, 0, 0, 0, 2, 0],
    slA: [0, 0, 0, 0, 0, 0, 0],
    slC: [1, 2, 2, 1, 2, 2, 2],
    gap: [0, 0, 0, 0, 0, 2, 0],
    required: 2,
    met: 0,
    planned: 1,
    accepted: 0,
    missing: ['SR 6.1', 'SR 6.2'],
    focus: [
      { name: 'access-control', met: true },
      { name: 'secure-communication', met: false },
      { name: 'integrity-verification', met: false },
    ],
  });
  // The kind, the level and the SL-T are inherited; the focus topics are asked of the zone that states the kind.
  expect(inner).toMatchObject({
    path: 'control.inner',
    kind: 'control',
    level: 2,
    required: 2,
    accepted: 1,
    focus: [],
  });
  expect(inner.slC).toBeNull();
  expect(plain).toMatchObject({
    slT: null,
    gap: null,
    required: null,
    met: null,
    planned: 0,
    accepted: 0,
    missing: [],
  });
  expect(plain.slA).toHaveLength(FR_COUNT);
  expect(conduits).toMatchObject([
    { path: 'link', between: ['control', 'plain'], slT: [0, 0, 0, 0, 0, 1, 0], slC: null },
    { path: 'bare', between: ['internet', 'control'], slT: null, slC: null, gap: null, required: null, met: null },
  ]);
  expect(conduits[0].required).toBe(conduits[0].met + conduits[0].missing.length);
});

test('what is claimed, shown, inherited and not applicable are told apart', async () => {
  const model = `system plant { implements SR 6.1 evidence "siem.md" }
zone a : control {
  sl-t { IAC 1, DC 1, TRE 2 }
  implements SR 6.2
  excludes SR 4.1, SR 4.3 because "no confidential data"
  asset plc : plc { sl-c 2 }
  asset pump : pump
  implements SR 5.2
  zone inside { sl-t { RDF 1, TRE 1 } }
}
conduit open between a and a.inside
`;
  const { stdout } = await zones(['posture', '--format', 'json'], folderOf({ 'plant.zones': model }));
  const [{ zones: listed, conduits }] = JSON.parse(stdout).systems;
  const [a, inside] = listed;
  // Confidentiality is not asked for at all, and with evidence there is the audit log alone.
  expect(a).toMatchObject({
    slA: [0, 0, 0, null, 0, 2, 0],
    slAEvidenced: [0, 0, 0, null, 0, 1, 0],
    gap: [1, 0, 0, 0, 0, 0, 0],
    notApplicable: 2,
    inherited: 1,
    slCAssets: 1,
    assetCount: 2,
    levels: [],
  });
  expect(a.required).toBe(a.met + a.notApplicable + a.missing.length);
  // The boundary of the zone around is not that of the zone inside; its other statements are inherited.
  expect(inside).toMatchObject({ met: 1, inherited: 1 });
  expect(inside.missing).toContain('SR 5.2');
  const nothing = { slA: null, slAEvidenced: null, met: null, notApplicable: null, inherited: null, planned: null };
  expect(conduits[0]).toMatchObject({ ...nothing, accepted: null, missing: [] });
  const { stdout: table } = await zones(['posture'], folderOf({ 'plant.zones': model }));
  expect(table).toContain('0 0 0 n/a 0 2 0');
  expect(table).toMatch(/2 2 2 2 2 2 2 \(1\/2\) +\d+ \+ 2 n\/a of \d+/);
});

test('a plan and an acceptance that have passed no longer count', async () => {
  const folder = folderOf({ 'plant.zones': MODEL });
  const { stdout } = await zones(['posture', '--format', 'json', '--as-of', '2027-04-01'], folder);
  const [, control, inner] = JSON.parse(stdout).systems[0].zones;
  expect([control.planned, inner.planned, inner.accepted]).toEqual([0, 0, 0]);
});

test('csv has a row for each zone and conduit, a column for each FR, and quotes what needs it', async () => {
  const { stdout } = await run('csv');
  const rows = stdout.split('\r\n');
  const head = rows[0]!.split(',');
  expect(head).toEqual(
    expect.arrayContaining(['system', 'path', 'SL-T IAC', 'SL-A RA', 'SL-C DC', 'gap TRE', 'missing']),
  );
  expect(rows.at(-1)).toBe('');
  expect(rows.slice(1, -1)).toHaveLength(6);
  expect(rows[2]).toMatch(/^plant,zone,control,"Control, ""room""",control,2,,0,0,0,0,0,2,0,/);
  const plain = rows[4]!.split(',');
  expect(plain).toHaveLength(head.length);
  expect(plain.slice(head.indexOf('SL-T IAC'), head.indexOf('SL-A IAC'))).toEqual(Array(FR_COUNT).fill(''));
});

test('csv says the highest level of a zone, and all of them', async () => {
  const folder = folderOf({ 'a.zones': 'zone a : cell level 1, 0\nzone b\nconduit c between a and b' });
  const { stdout } = await zones(['posture', '--format', 'csv'], folder);
  const rows = stdout.split('\r\n').map((line) => line.split(','));
  const cells = (name: string) => rows.slice(1, -1).map((row) => row[rows[0]!.indexOf(name)]);
  expect([cells('level'), cells('levels')]).toEqual([
    ['1', '', ''],
    ['"0; 1"', '', ''],
  ]);
});

test('the table shows vectors in the order of the FRs and what is met of what is required', async () => {
  const { stdout } = await run('table');
  const row = (name: string) =>
    stdout
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(/ {2,}/);
  const heads = ['Zone', 'Kind', 'SL-T', 'SL-A', 'with evidence', 'Gap', 'SL-C', 'Met', 'Planned', 'Accepted', 'Focus'];
  expect(row('Zone')).toEqual(heads);
  const vectors = ['0 0 0 0 0 2 0', '0 0 0 0 0 0 0', '0 0 0 0 0 0 0', '0 0 0 0 0 2 0', '1 2 2 1 2 2 2 (2/2)'];
  expect(row('control ')).toEqual(['control', 'control', ...vectors, '0 of 2', '1', '0', '1/3']);
  expect(row('internet')).toEqual(['internet', 'external', ...Array(9).fill('-')]);
  expect(stdout).toContain('IAC UC SI DC RDF TRE RA');
});

test('a title that spans lines stays in its row', async () => {
  const folder = folderOf({ 'a.zones': 'system s "Two\\nlines"\nzone a "X\\n\u001b[31mY" : control\n' });
  const table = await zones(['posture'], folder);
  expect(table.stdout).toContain('s  Two lines\n');
  const csv = await zones(['posture', '--format', 'csv'], folder);
  expect(csv.stdout).toContain(',X ·[31mY,');
});

test('a file limits the output to its zones and conduits; several systems are listed by name', async () => {
  const folder = folderOf({
    'z/a.zones': 'system zulu "Z"\nzone a : control { sl-t 1 }\n',
    'z/b.zones': 'system zulu\nzone b : cell\n',
    'z/c.zones': 'system alpha\nzone c : cell\n',
  });
  const systems = async (...paths: string[]) => {
    const { stdout } = await zones(['posture', '--format', 'json', ...paths], folder);
    return JSON.parse(stdout).systems.map(({ name, title, zones }: Record<string, unknown>) => [
      name,
      title,
      (zones as { path: string }[]).map(({ path }) => path),
    ]);
  };
  expect(await systems()).toEqual([
    ['alpha', null, ['c']],
    ['zulu', 'Z', ['a', 'b']],
  ]);
  expect(await systems('z/b.zones')).toEqual([['zulu', 'Z', ['b']]]);
});

test('a conduit into another system names that system; an end that does not resolve is as written', async () => {
  const folder = folderOf({
    'n.zones':
      'system north\nzone dmz : perimeter\nconduit link between dmz and south.dmz\nconduit lost between dmz and nowhere\n',
    's.zones': 'system south\nzone dmz : perimeter\n',
  });
  const { stdout } = await zones(['posture', '--format', 'json'], folder);
  const [north] = JSON.parse(stdout).systems;
  expect(north.conduits.map(({ between }: { between: string[] }) => between)).toEqual([
    ['dmz', 'south.dmz'],
    ['dmz', 'nowhere'],
  ]);
});

test('figures that rest on a broken file are said to be incomplete', async () => {
  const folder = folderOf({ 'a.zones': 'zone a : control {', 'b.zones': 'zone b : control' });
  const { code, stdout, stderr } = await zones(['posture', '--format', 'json'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).systems[0].zones.length).toBeGreaterThan(0);
  expect(stderr).toBe("Incomplete: syntax errors in a.zones. See 'zones check'.\n");
});

test('an empty folder has no systems, and is said to be empty', async () => {
  const { code, stdout, stderr } = await zones(['posture', '--format', 'json'], folderOf({ 'x.txt': '' }));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "No .zones files in '.'.\n" });
  expect(JSON.parse(stdout)).toEqual({ version: 1, systems: [] });
});
