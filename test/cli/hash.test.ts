import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const HASH = /^sha256:1:[\da-f]{64}$/;
const SYSTEM = 'system plant "A plant" {\n  revision 1 on 2026-01-01 by "OT" "first issue"\n}\n';
const ZONES = 'zone a "A" : control { sl-t 2 }\nzone b "B" : cell { sl-t 1 }\n';

/** What `zones hash` prints of some files, without the line's end. */
async function hashOf(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await zones(['hash', ...args], folderOf(files));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.replace(/\n$/, '');
}

test('prints one line, and the same for the same model however it is written', async () => {
  const hash = await hashOf({ 'plant.zones': SYSTEM + ZONES });
  expect(hash).toMatch(HASH);
  const header = 'system plant\n';
  const spread = {
    'x.zones': `${header}/* about b */ zone b "B":cell{sl-t 1}`,
    'y.zones': `${header}zone a "A" : control {\r\n\tsl-t 2 }`,
  };
  expect(await hashOf({ ...spread, 'z.zones': SYSTEM })).toBe(hash);
  const approved = SYSTEM.replace('}', `  approval on 2026-02-01 by "Manager" of revision 1 hash "${hash}"\n}`);
  expect(await hashOf({ 'plant.zones': approved + ZONES })).toBe(hash);
  expect(await hashOf({ 'plant.zones': SYSTEM + ZONES.replace('sl-t 1', 'sl-t 3') })).not.toBe(hash);
});

test('prints a line for each system, and takes the one that is wanted', async () => {
  const files = { 'a.zones': `system one\n${ZONES}`, 'b.zones': `system two\n${ZONES}zone c : cell { sl-t 1 }\n` };
  const lines = (await hashOf(files)).split('\n');
  expect(lines.map((line) => line.split('  ')[1])).toEqual(['one', 'two']);
  const [one, two] = lines.map((line) => line.split('  ')[0]!);
  expect(one).toMatch(HASH);
  expect(one).not.toBe(two);
  expect(await hashOf(files, '--system', 'two')).toBe(two);
  // A file stands for the system that it belongs to.
  expect(await hashOf(files, 'a.zones')).toBe(one);
});

test('hashes no model that cannot be read whole, and says what it does not know', async () => {
  const broken = folderOf({
    'a.zones': `${SYSTEM}zone a "A" : { sl-t 2\n`,
    'b.zones': 'system other\nzone b : cell\n',
  });
  expect(await zones(['hash'], broken)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^zones: System 'plant' has syntax errors in a\.zones, so a hash would leave out/),
  });
  expect((await zones(['hash', '--system', 'other'], broken)).stdout).toMatch(/^sha256:1:/);
  expect(await zones(['hash', '--system', 'none'], broken)).toMatchObject({
    code: 2,
    stderr: "zones: There is no system 'none': choose one of other, plant.\n",
  });
  const empty = await zones(['hash'], folderOf({}));
  expect({ code: empty.code, stdout: empty.stdout }).toEqual({ code: 0, stdout: '' });
  expect(empty.stderr).not.toBe('');
});
