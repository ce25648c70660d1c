import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, privateFolder } from '../../language-server/private-folder.ts';
import { folderOf, zones } from '../support/cli.ts';

const CACHE = 'iec62443-zones';

/** Runs a command with a home of its own; what then is in it, in the shared temporary folder, and how it ended. */
async function runAt(home: string) {
  const temporary = folderOf({});
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: temporary };
  const { code, stderr } = await zones(['--version'], home, env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readdirSync(temporary)).toEqual([]);
  return readdirSync(home, { recursive: true }).map(String).sort();
}

const mode = (path: string): number => statSync(path).mode & 0o777;

test('compiled code lies in a folder of the user alone, never in the shared temporary one', async () => {
  const home = folderOf({});
  const made = await runAt(home);
  expect(made.length).toBeGreaterThan(3);
  const cache = join(home, '.cache', CACHE);
  expect([mode(join(home, '.cache')), mode(cache)]).toEqual([0o700, 0o700]);
  expect(made.filter((path) => !path.startsWith(join('.cache', CACHE)))).toEqual(['.cache']);
});

test.each<[string, (home: string, cache: string) => void]>([
  ['others can write to', (_, cache) => chmodSync(cache, 0o777)],
  ['others can look into', (_, cache) => chmodSync(cache, 0o755)],
  ['is in a folder that others can write to', (home) => chmodSync(join(home, '.cache'), 0o777)],
])('a folder that %s is not used', async (_, spoil) => {
  const home = folderOf({});
  const cache = join(home, '.cache', CACHE);
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  spoil(home, cache);
  expect(await runAt(home)).toEqual(['.cache', join('.cache', CACHE)]);
});

test('a link in the place of the folder is not followed', async () => {
  const home = folderOf({});
  const target = folderOf({});
  mkdirSync(join(home, '.cache'), { mode: 0o700 });
  symlinkSync(target, join(home, '.cache', CACHE));
  await runAt(home);
  expect(readdirSync(target)).toEqual([]);
});

test('a folder of another user, or in a home of another user, is not used', () => {
  const home = folderOf({});
  const folder = join(home, 'cache');
  const other = process.getuid!() + 1;
  expect(privateFolder(folder, other)).toBeUndefined();
  expect(privateFolder(folder)).toBe(folder);
  expect(privateFolder(folder, other)).toBeUndefined();
});

test('a file in the place of the folder, or above it, makes no fault', () => {
  const home = folderOf({ file: '' });
  expect(privateFolder(join(home, 'file'))).toBeUndefined();
  expect(privateFolder(join(home, 'file', 'cache'))).toBeUndefined();
});

test('the folder for caches is the one of the machine', () => {
  const env = { HOME: '/h/u', LOCALAPPDATA: 'C:\\Users\\u\\AppData\\Local' };
  expect(cacheFolder('linux', env)).toBe('/h/u/.cache');
  expect(cacheFolder('linux', { ...env, XDG_CACHE_HOME: '/caches' })).toBe('/caches');
  expect(cacheFolder('linux', { ...env, XDG_CACHE_HOME: 'caches' })).toBe('/h/u/.cache');
  expect(cacheFolder('darwin', { ...env, XDG_CACHE_HOME: '/caches' })).toBe('/h/u/Library/Caches');
  expect(cacheFolder('win32', env)).toBe('C:\\Users\\u\\AppData\\Local');
  for (const platform of ['linux', 'darwin', 'win32'] as const) expect(cacheFolder(platform, {})).toBeUndefined();
});
