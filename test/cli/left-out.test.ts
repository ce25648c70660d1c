import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const MODEL = 'system s\nzone a "A" : nowhere {\n  sl-t 1\n}\n';
const TOLD = [
  "'plant/dangling.zones' is left out: it is a link to what is not there. Remove it, or bring back the file.",
  "'plant/folder.zones' is left out: it is a folder. Make it readable, or move it away.",
  "'plant/caf\ufffd' is left out: its name is not in UTF-8. Rename it.",
  "'plant/k\ufffd.zones' is left out: its name is not in UTF-8. Rename it.",
];

let folder: string;

/** A plant of one model, among what cannot be read. */
beforeEach(() => {
  folder = folderOf({ 'plant/a.zones': MODEL, 'plant/other/readme.txt': '' });
  const plant = join(folder, 'plant');
  symlinkSync('nowhere', join(plant, 'dangling.zones'));
  symlinkSync('other', join(plant, 'folder.zones'));
  const latin = (name: string) => Buffer.concat([Buffer.from(`${plant}/`), Buffer.from(name, 'latin1')]);
  mkdirSync(latin('café'));
  writeFileSync(latin('kü.zones'), MODEL);
});

test.each([
  [['check', 'plant'], 'plant/a.zones:2:14 error unresolved-reference'],
  [['check', '--fail-on', 'never', 'plant'], 'plant/a.zones:2:14 error unresolved-reference'],
  [['check', '--format', 'json', 'plant'], '"rule": "unresolved-reference"'],
  [['posture', 'plant'], '1 1 1 1 1 1 1'],
  [['diagram', 'plant'], '>A</text>'],
  [['catalog', 'plant'], 'SR 1.1'],
  [['format', '--check', 'plant'], ''],
])('%s says what it leaves out, goes on and ends with 2', async (args, printed) => {
  const { code, stdout, stderr } = await zones(args, folder);
  expect(stderr.trimEnd().split('\n').sort()).toEqual([...TOLD].sort());
  expect(stdout).toContain(printed);
  expect(code).toBe(2);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be read is one of them', async () => {
  chmodSync(join(folder, 'plant/other'), 0);
  const { code, stderr } = await zones(['check', 'plant'], folder);
  chmodSync(join(folder, 'plant/other'), 0o700);
  expect(stderr).toContain("'plant/other' is left out: permission is denied. Make it readable, or move it away.");
  expect(code).toBe(2);
});
