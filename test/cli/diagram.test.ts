import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';
import { readXml } from '../support/xml.ts';

const TWO = {
  'a/one.zones': 'system north "North works"\nzone control "Control & room" : control { asset p "PLC 1" : plc }\n',
  'b/two.zones': 'system south "South works"\nzone dmz "Industrial DMZ" : perimeter\n',
};

test('writes the picture of the system as one SVG file', async () => {
  const folder = folderOf(TWO);
  const { code, stdout } = await zones(['diagram', 'a', '-o', 'a.svg'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Wrote a.svg\n' });
  const svg = readFileSync(join(folder, 'a.svg'), 'utf8');
  const root = readXml(svg);
  expect(root.name).toBe('svg');
  expect(Number(root.attributes.width)).toBeGreaterThan(50);
  for (const text of ['North works', 'Control &amp; room', 'PLC 1']) expect(svg).toContain(text);
  expect(svg).not.toMatch(/<script|href="http|url\(http/);
});

test('prints the picture without -o, in the colours asked for', async () => {
  const folder = folderOf(TWO);
  const light = await zones(['diagram', 'a'], folder);
  const dark = await zones(['diagram', 'a', '--theme', 'dark'], folder);
  expect(readXml(light.stdout).name).toBe('svg');
  expect(readXml(dark.stdout).name).toBe('svg');
  expect(dark.stdout).not.toBe(light.stdout);
  expect((await zones(['diagram', 'a'], folder)).stdout).toBe(light.stdout);
});

test('draws the named one of several systems, and the one of a file', async () => {
  const folder = folderOf(TWO);
  expect((await zones(['diagram', '--system', 'south'], folder)).stdout).toContain('Industrial DMZ');
  expect((await zones(['diagram', 'a/one.zones'], folder)).stdout).toContain('North works');
});

test('what cannot be drawn ends with 2 and one line that says how to mend it', async () => {
  const folder = folderOf({ ...TWO, 'empty/x.txt': '' });
  const failure = async (...args: string[]) => {
    const { code, stdout, stderr } = await zones(['diagram', ...args], folder);
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    return stderr;
  };
  expect(await failure()).toMatch(/north and south.*--system/);
  expect(await failure('--system', 'sooth')).toContain("did you mean 'south'?");
  expect(await failure('a', '-o', 'a.gif')).toContain('.svg');
  expect(await failure('a', '-o', 'nowhere/a.svg')).toContain("Cannot write 'nowhere/a.svg'");
  expect(await failure('empty')).toContain("No .zones files in 'empty'.");
});
