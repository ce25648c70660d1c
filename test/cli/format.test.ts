import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const WRITTEN = 'zone  a {\n sl-t 2\n}\n';
const FORMATTED = 'zone a {\n  sl-t 2\n}\n';

test('formats what it is given in place, and says which files', async () => {
  const folder = folderOf({
    'a.zones': WRITTEN,
    'sub/b.zones': FORMATTED,
    'sub/c.zones': WRITTEN,
    'other.txt': WRITTEN,
  });
  expect(await zones(['format', 'sub'], folder)).toEqual({ code: 0, stdout: 'Formatted: sub/c.zones\n', stderr: '' });
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe(WRITTEN);
  expect(readFileSync(join(folder, 'sub/c.zones'), 'utf8')).toBe(FORMATTED);
  expect(await zones(['format'], folder)).toEqual({ code: 0, stdout: 'Formatted: a.zones\n', stderr: '' });
  expect(await zones(['format'], folder)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe(WRITTEN);
});

test('--check changes nothing, and ends with 1 where something is not formatted', async () => {
  const folder = folderOf({ 'a.zones': WRITTEN, 'b.zones': FORMATTED });
  expect(await zones(['format', '--check'], folder)).toEqual({
    code: 1,
    stdout: 'Not formatted: a.zones\n',
    stderr: '',
  });
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe(WRITTEN);
  expect(await zones(['format', '--check', 'b.zones'], folder)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('says which declarations it has left, since they cannot be read', async () => {
  const folder = folderOf({ 'a.zones': `zone  c {}\n// above\nzone  b {\n  sl-t }\n` });
  expect(await zones(['format'], folder)).toEqual({
    code: 0,
    stdout: 'Formatted: a.zones\n',
    stderr: "a.zones: left as written, since it cannot be read: line 4. See 'zones check'.\n",
  });
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe('zone c {}\n// above\nzone  b {\n  sl-t }\n');
});

test('keeps the byte order mark, the line ends and the mode of a file', async () => {
  const folder = folderOf({ 'a.zones': `\ufeff${WRITTEN.replaceAll('\n', '\r\n')}` });
  chmodSync(join(folder, 'a.zones'), 0o640);
  expect((await zones(['format'], folder)).code).toBe(0);
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe(`\ufeff${FORMATTED.replaceAll('\n', '\r\n')}`);
  expect(statSync(join(folder, 'a.zones')).mode & 0o777).toBe(0o640);
});

test('writes through no link; one to another model that is formatted is passed over', async () => {
  const folder = folderOf({ 'a/model.zones': WRITTEN, 'real.txt': WRITTEN });
  symlinkSync('model.zones', join(folder, 'a/link.zones'));
  expect(await zones(['format', 'a'], folder)).toEqual({ code: 0, stdout: 'Formatted: a/model.zones\n', stderr: '' });
  expect(lstatSync(join(folder, 'a/link.zones')).isSymbolicLink()).toBe(true);
  symlinkSync('real.txt', join(folder, 'link.zones'));
  expect(await zones(['format', 'link.zones'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: "zones format: Cannot write 'link.zones': it is a link. It is as it was.\n",
  });
  expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe(WRITTEN);
});

test('changes no file whose encoding cannot be told, which would not come back, but the others', async () => {
  const folder = folderOf({ 'a.zones': WRITTEN });
  const latin = Buffer.from('zone  a "K\xfchlung"\n', 'latin1');
  writeFileSync(join(folder, 'b.zones'), latin);
  expect(await zones(['format'], folder)).toEqual({
    code: 2,
    stdout: 'Formatted: a.zones\n',
    stderr: expect.stringMatching(
      /^zones format: 'b\.zones' is left as it is\. This file is not in UTF-8: it seems to be in Windows-1252 .*: save it in UTF-8\.\n$/,
    ),
  });
  expect(readFileSync(join(folder, 'b.zones'))).toEqual(latin);
});

test('says where there is nothing to format', async () => {
  const folder = folderOf({ 'x.txt': '' });
  expect(await zones(['format'], folder)).toEqual({ code: 0, stdout: '', stderr: "No .zones files in '.'.\n" });
  expect(await zones(['format', 'x.txt'], folder)).toMatchObject({
    code: 2,
    stderr: "zones: 'x.txt' is no model: name a folder, or a file whose name ends in .zones.\n",
  });
  expect(await zones(['format', 'y.zones'], folder)).toMatchObject({
    code: 2,
    stderr:
      "zones: Cannot read 'y.zones': there is no such file or folder. Name a folder or a .zones file that can be read.\n",
  });
});

test('names each file once, whatever it is given', async () => {
  const folder = folderOf({ 'sub/c.zones': WRITTEN });
  expect((await zones(['format', '--check', '.', 'sub', 'sub/c.zones'], folder)).stdout).toBe(
    'Not formatted: sub/c.zones\n',
  );
});

test('--check does not count what cannot be read: zones check does', async () => {
  const folder = folderOf({ 'a.zones': 'zone  b { sl-t }\n', 'b.zones': 'zone  c {}\n\0' });
  expect(await zones(['format', '--check'], folder)).toEqual({
    code: 0,
    stdout: '',
    stderr: `a.zones: left as written, since it cannot be read: line 1. See 'zones check'.
b.zones: left as written, since it cannot be read: line 2. See 'zones check'.
`,
  });
});
