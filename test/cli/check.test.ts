import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import type { Position } from '../../language-server/language/source-file.ts';
import { folderOf, zones } from '../support/cli.ts';

const PLANT = `system plant "A plant"

zone control "Control room" : control level 2 {
  sl-t { IAC 1 }
  implements SR 1.1, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.10, SR 1.11, SR 1.12, SR 2.1, SR 3.1, SR 3.3
  plans SR 1.13 until 2027-03-31
  asset plc-1 "Filter PLC" : plcc { count 3 }
}
`;

/** A plant with one error and, from April 2027 on, two warnings more. */
const withPlant = (files: Record<string, string> = {}) => folderOf({ 'plant/control.zones': PLANT, ...files });

async function findings(args: readonly string[], cwd: string) {
  const { stdout } = await zones(['check', '--format', 'json', ...args], cwd);
  const report = JSON.parse(stdout);
  return { ...report, places: report.findings.map((f: Record<string, string>) => `${f.file} ${f.rule}`) };
}

test('text has file, line, column, severity, rule and message, and the place marked in its line', async () => {
  const { code, stdout, stderr } = await zones(['check', 'plant', '--as-of', '2026-11-24'], withPlant());
  const lines = stdout.split('\n');
  const at = lines.findIndex((line) => line.includes('unresolved-reference'));
  expect(lines[at]).toMatch(/^plant\/control\.zones:7:30 error unresolved-reference .*'plcc'/);
  expect(lines.slice(at + 1, at + 3)).toEqual([
    '  7 |   asset plc-1 "Filter PLC" : plcc { count 3 }',
    '    |                              ^^^^',
  ]);
  expect(lines.at(-2)).toMatch(/^1 error, \d+ warnings?.* in 1 file with 1 zone, 1 asset, 0 conduits$/);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).not.toContain('\u001b');
});

test('a place after tabs and wide characters is marked where a terminal shows it', async () => {
  const folder = folderOf({ 'a.zones': 'zone a "制御室" : nowhere\n\nzone b\t"é" : nowhere\n' });
  const { stdout } = await zones(['check'], folder);
  expect(stdout).toContain('  1 | zone a "制御室" : nowhere\n    |                   ^^^^^^^');
  expect(stdout).toContain('  3 | zone b\t"é" : nowhere\n    |       \t      ^^^^^^^');
});

test('columns are counted as editors do, without a byte order mark and with any line ends', async () => {
  const folder = folderOf({ 'a.zones': '\ufeffzone a : nowhere\r\nzone b : nowhere\rzone c : nowhere\n' });
  const { stdout } = await zones(['check'], folder);
  const places = [...stdout.matchAll(/^a\.zones:(\d+:\d+) error unresolved/gm)].map(([, place]) => place);
  expect(places).toEqual(['1:10', '2:10', '3:10']);
  expect(stdout).toContain('  3 | zone c : nowhere\n    |          ^^^^^^^\n');
});

test('nothing in a file can steer the terminal, and a long line is cut around the place', async () => {
  const folder = folderOf({
    'a.zones': `/* ${'x'.repeat(5000)} \u001b[31m */ zone a : nowhere /* ${'y'.repeat(5000)} */`,
  });
  const { stdout } = await zones(['check'], folder);
  expect(stdout).not.toContain('\u001b');
  const lines = stdout.split('\n');
  const at = lines.findIndex((line) => line.includes('unresolved-reference'));
  const [source, carets] = lines.slice(at + 1, at + 3) as [string, string];
  expect(source.length).toBeLessThan(200);
  expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('nowhere');
});

test('a place elsewhere that explains a finding is named under it', async () => {
  const folder = folderOf({ 'a.zones': 'zone a : control\n', 'b.zones': 'zone a : control\n' });
  const { stdout } = await zones(['check'], folder);
  expect(stdout).toMatch(/^b\.zones:1:6 error duplicate-name .*\n.*\n.*\n {2}a\.zones:1:6 /m);
});

test('json has the findings and a summary of what was declared', async () => {
  const { version, findings: listed, summary } = await findings(['plant', '--as-of', '2026-11-24'], withPlant());
  expect(version).toBe(1);
  expect(listed).toContainEqual({
    rule: 'unresolved-reference',
    severity: 'error',
    message: expect.stringContaining("'plcc'"),
    file: 'plant/control.zones',
    range: { start: { line: 6, character: 29 }, end: { line: 6, character: 33 } },
    system: 'plant',
    element: 'control.plc-1',
  });
  expect(listed).toContainEqual({
    rule: 'missing-focus',
    severity: 'warning',
    message: expect.any(String),
    file: 'plant/control.zones',
    range: { start: { line: 2, character: 30 }, end: { line: 2, character: 37 } },
    system: 'plant',
    element: 'control',
    controls: ['SR 3.4'],
    focus: 'integrity-verification',
  });
  const found = (severity: string) =>
    listed.filter((finding: { severity: string }) => finding.severity === severity).length;
  const counts = { errors: 1, warnings: found('warning'), infos: found('info'), hints: found('hint') };
  expect(summary).toEqual({ files: 1, zones: 1, assets: 1, conduits: 0, ...counts });
});

test('missing controls are listed in full, with their FR', async () => {
  const folder = folderOf({ 'a.zones': 'zone a : control {\n  sl-t { TRE 2 }\n}\n' });
  const { findings: found } = await findings([], folder);
  const [missing] = found.filter(({ rule }: { rule: string }) => rule === 'missing-control');
  expect(missing).toMatchObject({ element: 'a', fr: 'TRE', controls: ['SR 6.1', 'SR 6.2'] });
});

test('a finding names the innermost element or the declaration that it is in', async () => {
  const text = `system s { rule missing-control enormous }
zone a : control { asset q : plc { implements CR 99.9 by nobody  compensates CR 1.1 with CR 98.1 because "x" } }
zone b : control { asset r : plc { allow no-rule because "x" } }
asset-type t extends plc { class wheel }
protocol p { authentication perhaps }
catalog c { control C-1 sl 5 }
conduit k between a and nowhere
`;
  const lines = text.split('\n');
  const { findings: found } = await findings([], folderOf({ 'a.zones': text }));
  const errors = found.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(
    errors.map(
      ({ element, range: { start, end } }: { element: string; range: Record<'start' | 'end', Position> }) =>
        `${element}: ${lines[start.line]!.slice(start.character, end.character)}`,
    ),
  ).toEqual([
    's: enormous',
    'a.q: CR 99.9',
    'a.q: nobody',
    'a.q: CR 98.1',
    'b.r: no-rule',
    't: wheel',
    'p: perhaps',
    'c: 5',
    'k: nowhere',
  ]);
});

test('--as-of sets the day that dates are compared with', async () => {
  const folder = withPlant();
  const rules = async (day: string) => (await findings(['--as-of', day], folder)).places;
  const overdue = ['plant/control.zones overdue-plan', 'plant/control.zones missing-control'];
  for (const place of overdue) expect(await rules('2027-03-31')).not.toContain(place);
  expect(await rules('2027-04-01')).toEqual(expect.arrayContaining(overdue));
});

test('exits with 1 for findings at or above --fail-on, else with 0', async () => {
  const warned = folderOf({ 'a.zones': 'zone a : control\n' });
  const code = async (failOn: string, folder: string) => (await zones(['check', '--fail-on', failOn], folder)).code;
  expect(await code('error', warned)).toBe(0);
  expect(await code('warning', warned)).toBe(1);
  expect(await code('info', warned)).toBe(1);
  expect(await code('never', warned)).toBe(0);
  expect(await code('error', withPlant())).toBe(1);
  expect(await code('never', withPlant())).toBe(0);
});

test('a file stands for its folder and limits the findings and the summary to itself', async () => {
  const folder = folderOf({
    'a.zones': 'system s\nzone a : control { asset x : plc }\nzone a2 : nowhere\n',
    'sub/b.zones': 'system s\nzone b : control\nconduit c between a and b { flow x -> y : https }\n',
    'sub/c.zones': 'system s\nzone c : nowhere\n',
  });
  // The folder of the file is the workspace: `a` lies outside, `c` is read but not spoken of.
  const one = await findings(['sub/b.zones'], folder);
  expect(one.summary).toMatchObject({ files: 1, zones: 1, conduits: 1 });
  expect(new Set(one.findings.map(({ file }: { file: string }) => file))).toEqual(new Set(['sub/b.zones']));
  const unresolved = ({ findings: found }: typeof one) =>
    found.flatMap(({ rule, message }: Record<string, string>) =>
      rule === 'unresolved-reference' ? [/'(\w+)'/.exec(message!)?.[1]] : [],
    );
  expect(unresolved(one)).toContain('a');
  const all = await findings(['.'], folder);
  expect(all.summary).toMatchObject({ files: 3, zones: 4 });
  expect(unresolved(all)).not.toContain('a');
  expect(all.places).toContain('a.zones unresolved-reference');
  const two = await findings(['sub/b.zones', 'sub/c.zones', 'sub/b.zones'], folder);
  expect(two.summary.files).toBe(2);
});

test('each folder is a workspace of its own, each system in it a model of its own', async () => {
  const folder = folderOf({
    'one/a.zones': 'system s\nzone a : control\n',
    'two/a.zones': 'system s\nzone a : control\n',
    'three/a.zones': 'system s\nzone a : control\n',
    'three/b.zones': 'system t\nzone a : control\n',
    'three/c.zones': 'zone a : control\n',
  });
  const { findings: found } = await findings(['two', 'one', 'three'], folder);
  const sorted = found.map(({ file, system, rule }: Record<string, string>) => `${file} ${system} ${rule}`);
  expect(sorted.filter((place: string) => place.endsWith('missing-sl-t'))).toEqual([
    'one/a.zones s missing-sl-t',
    'three/a.zones s missing-sl-t',
    'three/b.zones t missing-sl-t',
    'three/c.zones three missing-sl-t',
    'two/a.zones s missing-sl-t',
  ]);
  expect(sorted.join()).not.toContain('duplicate-name');
  const { places } = await findings([], folder);
  expect(places.filter((place: string) => place.endsWith('duplicate-name'))).toHaveLength(2);
});

test('findings are ordered by file and position, and paths begin at the current folder', async () => {
  const folder = folderOf({
    'here/x.txt': '',
    'plant b/ü.zones': 'zone z2 : nowhere\nzone z1 : nowhere\n',
    'plant-a/a.zones': 'zone y : nowhere\n',
  });
  const { findings: found } = await findings(['../plant-a', '../plant b'], join(folder, 'here'));
  const places = found
    .filter(({ rule }: { rule: string }) => rule === 'unresolved-reference')
    .map(({ file, range }: { file: string; range: { start: { line: number } } }) => `${file}:${range.start.line}`);
  expect(places).toEqual(['../plant b/ü.zones:0', '../plant b/ü.zones:1', '../plant-a/a.zones:0']);
});

test('dot folders and node_modules are not read unless they are named', async () => {
  const folder = folderOf({
    'a.zones': 'zone a : control\n',
    '.hidden/b.zones': 'zone b : control\n',
    'node_modules/x/c.zones': 'zone c : control\n',
    'notes.txt': 'zone d : nowhere\n',
  });
  expect((await findings([], folder)).summary.files).toBe(1);
  expect((await findings(['.hidden'], folder)).summary.files).toBe(1);
});

test('syntax errors are findings, at the end of the file too', async () => {
  const folder = folderOf({ 'a.zones': 'zone a : control {', 'b.zones': '\u0000\u0001\u0002', 'c.zones': '' });
  const { code, stdout } = await zones(['check', '--format', 'json'], folder);
  const { findings: found, summary } = JSON.parse(stdout);
  const files = found
    .filter(({ rule }: { rule: string }) => rule === 'syntax-error')
    .map(({ file, severity }: { file: string; severity: string }) => `${file} ${severity}`);
  // An empty file is no error, but its author hears of it.
  expect([...new Set(files)]).toEqual(['a.zones error', 'b.zones error', 'c.zones info']);
  expect(summary.files).toBe(3);
  expect(code).toBe(1);
});

test('--stats lists every rule with its time and its findings, beside the report', async () => {
  const { stdout, stderr } = await zones(['check', 'plant', '--stats', '--format', 'json'], withPlant());
  const { findings: found } = JSON.parse(stdout);
  const [heading, ...rows] = stderr.trimEnd().split('\n');
  expect(heading).toMatch(/^Rule +ms +Share +Findings$/);
  expect(rows.map((row) => row.split(/ +/)[0]).sort()).toEqual(RULES.map(({ code }) => code).sort());
  const counted = rows.find((row) => row.startsWith('missing-control '))!;
  expect(counted).toMatch(/^missing-control +\d+\.\d +\d+ % +\d+$/);
  const missing = found.filter(({ rule }: { rule: string }) => rule === 'missing-control').length;
  expect(Number(counted.split(/ +/).at(-1))).toBe(missing);
});

test('an empty folder is not passed over in silence', async () => {
  const folder = folderOf({ 'empty/readme.txt': '' });
  const { code, stdout, stderr } = await zones(['check', 'empty', '--format', 'json'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { files: 0 } });
  expect(stderr).toBe("No .zones files in 'empty'.\n");
});

test('what is named and not there ends with 2 and one line that says what, where and how to mend it', async () => {
  const folder = folderOf({ 'plant/a.zones': 'zone a : control\n', 'notes.txt': '' });
  symlinkSync('nowhere', join(folder, 'plant/link.zones'));
  const failure = async (...args: string[]) => {
    const { code, stdout, stderr } = await zones(['check', ...args], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')).toHaveLength(2);
    return stderr;
  };
  expect(await failure('nope')).toBe(
    "zones: Cannot read 'nope': there is no such file or folder. Name a folder or a .zones file that can be read.\n",
  );
  expect(await failure('notes.txt')).toContain("'notes.txt' is no model");
  expect(await failure('plant/link.zones')).toContain("Cannot read 'plant/link.zones'");
  expect(await failure('--as-of', '2026-02-30')).toContain("'2026-02-30' is invalid");
  expect(await failure('--as-of', '0000-01-01')).toContain("'0000-01-01' is invalid");
  expect(await failure('--as-of', '24.11.2026')).toContain('YYYY-MM-DD');
  expect(await failure('--format', 'xml')).toContain('text, json, sarif, junit, github');
  expect(await failure('--fail-on', 'hint')).toContain('error, warning, info, never');
  expect(await failure('--fromat', 'json')).toContain('Did you mean --format?');
});

const LEAN = ['--rule', 'documentation=off', '--rule', 'missing-focus=off'];

test('a zone has one line for people and one finding an FR for programs, and each summary counts its own', async () => {
  const folder = folderOf({ 'a.zones': 'zone a "A" : control {\n  sl-t { IAC 1, DC 1 }\n}\n' });
  const { stdout } = await zones(['check', ...LEAN], folder);
  expect(stdout.match(/missing-control/g)).toHaveLength(1);
  expect(stdout).toContain("Zone 'a' misses 12 controls of SL-T { 1 0 0 1 0 0 0 }: IAC 10, DC 2.");
  expect(stdout).toMatch(/^0 errors, 1 warning in/m);
  const { stdout: github } = await zones(['check', '--format', 'github', ...LEAN], folder);
  expect(github.match(/missing-control/g)).toHaveLength(1);
  const { findings: all, summary } = await findings(LEAN, folder);
  const missing = all.filter(({ rule }: Record<string, string>) => rule === 'missing-control');
  expect(missing.map(({ fr }: Record<string, string>) => fr)).toEqual(['IAC', 'DC']);
  expect(summary.warnings).toBe(2);
});

test('flows of a conduit by one insecure protocol are one finding that lists them all', async () => {
  const { findings: all } = await findings(
    [],
    folderOf({
      'a.zones': `zone room : control { asset a : scada-server }
zone line : cell { sl-t 2  asset b : plc  asset c : plc }
conduit bus between room and line {
  flow a -> b : modbus-tcp
  flow a <-> c : modbus-tcp
}
`,
    }),
  );
  expect(all.filter(({ rule }: Record<string, string>) => rule === 'insecure-protocol')).toMatchObject([
    {
      element: 'bus',
      flows: ['room.a -> line.b', 'room.a <-> line.c'],
      related: [{ file: 'a.zones', range: { start: { line: 4 } } }],
    },
  ]);
});

describe('--rule', () => {
  const places = async (model: string, ...rules: string[]) => {
    const args = rules.flatMap((rule) => ['--rule', rule]);
    const { findings: all } = await findings(args, folderOf({ 'a.zones': model }));
    return all
      .filter(({ rule }: Record<string, string>) => /^zone-/.test(rule!))
      .map(({ rule, severity }: Record<string, string>) => `${severity} ${rule}`);
  };
  const ZONE = 'zone a : control\n';

  test('sets the severity of a rule, or of a group of rules, the rule standing over its group in any order', async () => {
    expect(await places(ZONE)).toEqual(['hint zone-owner', 'hint zone-boundary', 'hint zone-record']);
    expect(await places(ZONE, 'documentation=off')).toEqual([]);
    const both = ['zone-owner=error', 'documentation=info'];
    const found = ['error zone-owner', 'info zone-boundary', 'info zone-record'];
    expect(await places(ZONE, ...both)).toEqual(found);
    expect(await places(ZONE, ...both.reverse())).toEqual(found);
  });

  test('leaves to the model what it sets itself', async () => {
    const model = `system plant { rule zone-owner info }\n${ZONE}`;
    expect(await places(model, 'documentation=off')).toEqual(['info zone-owner']);
  });

  test.each([
    ['zone-ownr=off', /no rule or group of rules 'zone-ownr'; did you mean 'zone-owner'\?/],
    ['nonsense=off', /no rule or group of rules 'nonsense'\. The groups are language, names/],
    ['zone-owner=of', /'zone-owner' is set to 'of'\. A severity is off, hint, info, warning, error\./],
    ['zone-owner', /'zone-owner' is set to ''\. A severity is/],
  ])('tells what is wrong with %s', async (rule, message) => {
    const { code, stderr, stdout } = await zones(['check', '--rule', rule], folderOf({ 'a.zones': ZONE }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
