import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLI, folderOf, type Outcome, started, zones } from '../support/cli.ts';

const MODEL = 'system s\nzone  a : control\n';

/** Runs a command that can write 512 bytes to a file and no more, as on a disk that is full. */
function onFullDisk(args: readonly string[], cwd: string): Promise<Outcome> {
  const command = 'ulimit -f 1 && exec "$@"';
  // Node ends at the signal for it; a disk that is full sends none.
  const NODE_OPTIONS = '--import "data:text/javascript,process.on(%22SIGXFSZ%22,()=>{})"';
  const env = { PATH: process.env.PATH, HOME: cwd, NODE_DISABLE_COMPILE_CACHE: '1', NODE_OPTIONS };
  return started(
    spawn('sh', ['-c', command, 'sh', process.execPath, CLI, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

const TOO_LARGE = 'it would be larger than files may be here';

test.each(['svg', 'png'])('a disk that is full leaves the picture that was there: %s', async (ending) => {
  const folder = folderOf({ 'a.zones': MODEL, [`a.${ending}`]: 'as it was' });
  expect(await onFullDisk(['diagram', '-o', `a.${ending}`], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: `zones: Cannot write 'a.${ending}': ${TOO_LARGE}. Name a file in a folder that can be written.\n`,
  });
  expect(readFileSync(join(folder, `a.${ending}`), 'utf8')).toBe('as it was');
  expect(readdirSync(folder).filter((file) => file.startsWith(`a.${ending}`))).toEqual([`a.${ending}`]);
});

test('a disk that is full leaves the model that was there, and no part of a new one', async () => {
  const long = MODEL + '// a comment\n'.repeat(1000);
  const folder = folderOf({ 'a.zones': long });
  expect(await onFullDisk(['format'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: `zones format: Cannot write 'a.zones': ${TOO_LARGE}. It is as it was.\n`,
  });
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe(long);
  expect((await onFullDisk(['init', 'new'], folder)).code).toBe(2);
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});

test('of several files a disk that is full leaves all as they were', async () => {
  const long = `system s\nzone b : control\n${'// a comment\n'.repeat(100)}`;
  const folder = folderOf({ 'm/a.zones': MODEL, 'm/b.zones': long, 'list.csv': 'Name,Zone\nplc-1,a\nplc-2,b\n' });
  const imported = await onFullDisk(['import', 'list.csv', '--into', 'm'], folder);
  expect(imported).toMatchObject({ code: 2, stdout: '' });
  expect(imported.stderr).toContain(
    `Cannot write 'm/b.zones': ${TOO_LARGE}. It is as it was. No other file was written.`,
  );
  expect(readFileSync(join(folder, 'm/a.zones'), 'utf8')).toBe(MODEL);
  expect(readFileSync(join(folder, 'm/b.zones'), 'utf8')).toBe(long);
  expect(readdirSync(join(folder, 'm'))).toEqual(['a.zones', 'b.zones']);

  const assets = Array.from({ length: 50 }, (_, i) => `  asset plc-${i} : plc`).join('\n');
  const large = folderOf({ 'a.zones': `system s\nzone a : control {\n${assets}\n}` });
  const exported = await onFullDisk(['export', '--to', 'csv', '-o', 'tables'], large);
  expect(exported).toMatchObject({ code: 2, stdout: '' });
  expect(exported.stderr).toContain('No other file was written.');
  expect(readdirSync(join(large, 'tables'))).toEqual([]);

  const whole = await zones(['import', 'list.csv', '--into', 'm'], folder);
  expect(whole.stderr).toBe('');
  expect(readFileSync(join(folder, 'm/a.zones'), 'utf8')).toContain('asset plc-1');
  expect(readFileSync(join(folder, 'm/b.zones'), 'utf8')).toContain('asset plc-2');
});

test('pictures are written through no link, and over no folder or device', async () => {
  const folder = folderOf({ 'a.zones': MODEL, 'folder.svg/x': '' });
  symlinkSync('a.zones', join(folder, 'link.svg'));
  symlinkSync('nowhere.svg', join(folder, 'dangling.svg'));
  symlinkSync('/dev/null', join(folder, 'null.svg'));
  const mend = 'Name a file in a folder that can be written.';
  for (const [name, why] of [
    ['link.svg', 'it is a link'],
    ['dangling.svg', 'it is a link'],
    ['null.svg', 'it is a link'],
    ['folder.svg', 'it is a folder'],
    ['no/such.svg', 'there is no such file or folder'],
  ]) {
    const stderr = `zones: Cannot write '${name}': ${why}. ${mend}\n`;
    expect(await zones(['diagram', '-o', name!], folder)).toEqual({ code: 2, stdout: '', stderr });
  }
  expect(readFileSync(join(folder, 'a.zones'), 'utf8')).toBe(MODEL);
  expect(lstatSync(join(folder, 'link.svg')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(folder, 'nowhere.svg'))).toBe(false);
});

test('a picture takes the place of the one that was there', async () => {
  const folder = folderOf({ 'a.zones': MODEL, 'a.svg': 'x'.repeat(1_000_000) });
  expect(await zones(['diagram', '-o', 'a.svg'], folder)).toEqual({ code: 0, stdout: 'Wrote a.svg\n', stderr: '' });
  expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toBe((await zones(['diagram'], folder)).stdout);
});

test('a starter model is written over nothing, not even through a link to nothing', async () => {
  const folder = folderOf({ 'p/x': '' });
  symlinkSync('../elsewhere.zones', join(folder, 'p/p.zones'));
  const { code, stderr } = await zones(['init', 'p'], folder);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "zones: Cannot write 'p/p.zones': it exists already. Name another folder: zones init <dir>.\n",
  });
  expect(existsSync(join(folder, 'elsewhere.zones'))).toBe(false);
});
