import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

let folder: string;

/** A plant in capitals, among a pipe, a long file and a link to a secret. */
beforeEach(() => {
  folder = folderOf({ 'plant/PLANT.ZONES': 'zone a : nowhere\n', 'secret.env': 'TOKEN=hunter2\n' });
  const at = (name: string) => join(folder, 'plant', name);
  if (process.platform !== 'win32') execFileSync('mkfifo', [at('pipe.zones')]);
  symlinkSync('../secret.env', at('link.zones'));
  writeFileSync(at('long.zones'), '');
  truncateSync(at('long.zones'), 400 * 1024 * 1024);
});

test.skipIf(process.platform === 'win32')('check tells what it does not read, and checks the rest', async () => {
  const { code, stdout, stderr } = await zones(['check', 'plant'], folder);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^plant\/PLANT\.ZONES:1:10 error unresolved-reference /m);
  expect(stdout).toMatch(/^plant\/pipe\.zones:1:1 error syntax-error This is no file but a pipe/m);
  expect(stdout).toMatch(/^plant\/link\.zones:1:1 error syntax-error This is a link to a file outside of this folder/m);
  expect(stdout).toMatch(/^plant\/long\.zones:1:1 error syntax-error This file is over 8 MB long/m);
  expect(stdout + stderr).not.toContain('hunter2');
});

test.skipIf(process.platform === 'win32')('format leaves them as they are, and says so', async () => {
  const { code, stderr } = await zones(['format', '--check', 'plant'], folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(/'plant\/pipe\.zones' is left as it is\. This is no file/);
  expect(stderr).toMatch(/'plant\/long\.zones' is left as it is\. This file is over 8 MB/);
  expect(stderr).not.toContain('hunter2');
});

test('a link is not a way to have a file outside printed, named or not', async () => {
  const { stdout, stderr } = await zones(['check', 'plant/link.zones'], folder);
  expect(stdout).toContain('This is a link to a file outside of this folder');
  expect(stdout + stderr).not.toContain('hunter2');
});

test('a picture with more lines than can be followed is refused in a sentence', async () => {
  const many = Array.from({ length: 501 }, (_, i) => `zone z${i}\nconduit c${i} between hub and z${i}\n`).join('');
  const plant = folderOf({ 'hub.zones': `system s "Hub"\nzone hub : control\n${many}` });
  const { code, stdout, stderr } = await zones(['diagram', '.'], plant);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^zones: The picture of 'Hub' would have 501 lines .*\n$/);
});

test('a PNG that would fill the memory is refused, and drawn at another scale', async () => {
  const nested = Array.from({ length: 99 }, (_, i) => `zone z${i} { `).join('') + '}'.repeat(99);
  const plant = folderOf({ 'nested.zones': nested });
  const large = await zones(['diagram', '.', '-o', 'a.png'], plant);
  expect(large.code).toBe(2);
  expect(large.stderr).toMatch(/pixels, more than a PNG file can be made with\. Use a smaller --scale/);
});
