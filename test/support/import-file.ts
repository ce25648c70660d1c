import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderOf, zones } from './cli.ts';

/** Imports a file into an empty folder, checks that its model is right and that nothing changes the second time. */
export async function modelOf(name: string, content: string | Uint8Array, ...args: readonly string[]) {
  const folder = folderOf({ [name]: '' });
  writeFileSync(join(folder, name), content);
  const { code, stdout, stderr } = await zones(['import', name, '--into', 'm', '--json', ...args], folder);
  expect(stderr).toBe('');
  const again = await zones(['import', name, '--into', 'm', '--json', ...args], folder);
  expect(JSON.parse(again.stdout)).toMatchObject({ added: [], filled: [], conflicts: [], written: [] });
  const check = JSON.parse((await zones(['check', 'm', '--format', 'json'], folder)).stdout);
  const errors = check.findings.filter(
    ({ severity, rule }: Record<string, string>) => severity === 'error' && rule !== 'zone-bypass',
  );
  expect(errors).toEqual([]);
  expect((await zones(['format', '--check', 'm'], folder)).stdout).toBe('');
  return { code, ...JSON.parse(stdout), text: readFileSync(join(folder, 'm/m.zones'), 'utf8') };
}

/** How a file that cannot be read is refused. */
export async function refusalOf(name: string, content: string | Uint8Array) {
  const folder = folderOf({ [name]: '' });
  writeFileSync(join(folder, name), content);
  const { code, stdout, stderr } = await zones(['import', name, '--into', 'm'], folder);
  expect([code, stdout]).toEqual([2, '']);
  return stderr;
}
