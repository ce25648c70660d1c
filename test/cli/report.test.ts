import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const MODEL = {
  'a.zones': 'system north "North"\nzone control { sl-t 1  zone cell }\nzone office',
  'b.zones': 'system south "South"\nzone office',
};

test('writes all systems, each with the hash that an approval names', async () => {
  const folder = folderOf(MODEL);
  const { code, stdout } = await zones(['report', '-o', 'crs.json'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote crs.json\n' });
  const { version, systems } = JSON.parse(readFileSync(join(folder, 'crs.json'), 'utf8'));
  expect(version).toBe(1);
  expect(systems.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([
    ['north', 'North'],
    ['south', 'South'],
  ]);
  const hash = (await zones(['hash', '--system', 'north'], folder)).stdout.trim();
  expect(systems[0].hash).toBe(hash);
  expect(Object.keys(systems[0])).toEqual(['name', 'title', 'asOf', 'hash', 'chapters']);
});

test('writes the same bytes for the same text and day, to a file or to standard output', async () => {
  const folder = folderOf(MODEL);
  const day = ['--as-of', '2026-11-24', '--system', 'north'];
  await zones(['report', ...day, '-o', 'crs.json'], folder);
  const { stdout } = await zones(['report', ...day], folder);
  expect(readFileSync(join(folder, 'crs.json'), 'utf8')).toBe(stdout);
  expect(JSON.parse(stdout).systems[0].asOf).toBe('2026-11-24');
});

test('an approval with the hash makes a draft an approved document', async () => {
  const model = (approval: string) => ({ 'a.zones': `system north { ${approval} }\nzone control { sl-t 1 }` });
  const stateOf = async (folder: string) =>
    JSON.parse((await zones(['report'], folder)).stdout).systems[0].chapters[0].content[0].state;
  const draft = folderOf(model(''));
  const hash = (await zones(['hash'], draft)).stdout.trim();
  expect(await stateOf(draft)).toBe('draft');
  expect(await stateOf(folderOf(model(`approval on 2026-11-01 by "Boss" hash "${hash}"`)))).toBe('approved');
});

test.each([
  [['-o', 'crs.odt'], "Cannot write 'crs.odt': give a file name that ends in .json."],
  [['--system', 'nort'], "There is no system 'nort'; did you mean 'north'?"],
  [['--system', 'north', '--zone', 'cel'], "There is no zone 'cel' in 'north'."],
])('%j is refused with a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await zones(['report', ...args], folderOf(MODEL));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

test('a zone limits it to what is in it', async () => {
  const { stdout } = await zones(['report', '--system', 'north', '--zone', 'cell'], folderOf(MODEL));
  const { chapters } = JSON.parse(stdout).systems[0];
  const records = chapters.find(({ id }: { id: string }) => id === 'zone-records').content;
  expect(records.map(({ zone }: { zone: string }) => zone)).toEqual(['control.cell']);
});
