import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MODEL_FORMATS } from '../../language-server/core/export/formats.ts';
import { folderOf, zones } from '../support/cli.ts';

const MODEL = {
  'north.zones': `system north
zone control "Control" : control { sl-t 1  network "10.0.0.0/24"  asset fw : firewall { address "10.0.0.1" }  asset hmi : hmi { address "10.0.0.2" } }
zone office { network "10.9.0.0/24"  asset pc : office-workstation }
conduit link between control and office { via fw  flow pc -> hmi : https  flow hmi -> pc port 99 }`,
};
const TWO = { ...MODEL, 'south.zones': 'system south\nzone control { sl-t 1 }' };

describe('each format', () => {
  test.each(MODEL_FORMATS.map((format) => [format.id, format] as const))('%s is written', async (id, { kinds }) => {
    const folder = folderOf(MODEL);
    for (const ending of kinds.length === 0 ? [''] : kinds.map((kind) => `.${kind.ending}`)) {
      const { code, stdout } = await zones(['export', '--to', id, '-o', `out${ending}`], folder);
      expect({ code, stdout: stdout.slice(0, 5) }).toEqual({ code: id === 'firewall' ? 1 : 0, stdout: 'Wrote' });
      expect(existsSync(join(folder, `out${ending}`))).toBe(true);
    }
  });
});

test('a folder of tables has one of each', async () => {
  const folder = folderOf(TWO);
  const { stdout } = await zones(['export', '--to', 'csv', '-o', 'tables'], folder);
  expect(stdout).toBe('Wrote 5 files to tables\n');
  expect(readdirSync(join(folder, 'tables')).sort()).toEqual([
    'assets.csv',
    'conduits.csv',
    'flows.csv',
    'statements.csv',
    'zones.csv',
  ]);
  const [head, ...rows] = readFileSync(join(folder, 'tables/zones.csv'), 'utf8').trimEnd().split('\r\n');
  expect(head).toMatch(/^System,Zone,/);
  expect(rows.map((row) => row.split(',').slice(0, 2).join(' '))).toEqual([
    'north control',
    'north office',
    'south control',
  ]);
});

test('one document of OSCAL is written by its name', async () => {
  const folder = folderOf(MODEL);
  const { code, stdout } = await zones(['export', '--to', 'oscal', '-o', 'ssp-north.json'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote ssp-north.json\n' });
  expect(Object.keys(JSON.parse(readFileSync(join(folder, 'ssp-north.json'), 'utf8')))).toEqual([
    'system-security-plan',
  ]);
  const other = await zones(['export', '--to', 'oscal', '-o', 'other.json'], folder);
  expect({ code: other.code, stderr: other.stderr }).toEqual({
    code: 2,
    stderr:
      "zones: There is no document 'other.json': name a folder, or one of 'catalog-iec62443-3-3.json', 'profile-north.json' or 'ssp-north.json'.\n",
  });
});

test('what no rule can be written for is told and stands in the file, and the command ends with 1', async () => {
  const folder = folderOf(MODEL);
  const { code, stderr } = await zones(['export', '--to', 'firewall', '-o', 'fw.csv'], folder);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "Not written for 'control.fw' of 'north': the flow from 'control.hmi' to 'office.pc' in 'link'. Say with 'tcp' or 'udp' what port 99 is of.\n",
  });
  const rows = readFileSync(join(folder, 'fw.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(1, 7).join(' '))).toEqual([
    'control.fw allow office.pc 10.9.0.0/24 control.hmi 10.0.0.2',
    'control.fw cannot be written control.hmi  office.pc ',
    'control.fw deny any any any any',
  ]);
  expect(rows[0]).toMatch(/,wide: whole networks stand for office.pc$/);
});

test('a matrix has a row for each flow', async () => {
  const { code, stdout } = await zones(['export', '--to', 'flows'], folderOf(MODEL));
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\r\n')).toHaveLength(3);
});

describe('what cannot be done is told in a sentence', () => {
  test.each([
    [['--to', 'csv'], 'An export to csv is a folder of files: name the folder with -o.'],
    [['--to', 'xlsx'], 'An export to xlsx cannot be printed here: name a file with -o.'],
    [
      ['--to', 'xlsx', '-o', 'a.csv'],
      "Cannot write 'a.csv': an export to xlsx is a file that ends in .xlsx. Name one with -o.",
    ],
    [
      ['--to', 'dot', '-o', 'a.dot'],
      'An export to dot is of one system, and there are several: north and south. Choose one with --system.',
    ],
    [
      ['--to', 'dot', '--system', 'nort'],
      "There is no system 'nort'; did you mean 'north'? The models have north and south.",
    ],
    [
      ['--to', 'json', '-o', 'nowhere/a.json'],
      "Cannot write 'nowhere/a.json': there is no such file or folder. Name a file in a folder that can be written.",
    ],
    [
      ['--to', 'firewall', '--system', 'south'],
      "There is no filter that a conduit passes: name a firewall with 'via' in a conduit, or give the conduit one of its own.",
    ],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await zones(['export', ...args], folderOf(TWO));
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `zones: ${message}\n` });
  });

  test('without a model', async () => {
    const { code, stderr } = await zones(['export', '--to', 'json'], folderOf({}));
    expect(code).toBe(2);
    expect(stderr).toContain('No .zones files');
  });
});
