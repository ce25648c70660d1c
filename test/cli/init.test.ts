import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { starterModelMethod } from '../../language-server/protocol.ts';
import { folderOf, zones } from '../support/cli.ts';
import { startClient } from '../support/lsp-client.ts';

test('writes a model of five zones that has no errors and something left to do', async () => {
  const folder = folderOf({});
  const { code, stdout } = await zones(['init', 'plants/North Site 2'], folder);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'Wrote plants/North Site 2/North-Site-2.zones\nNext: zones check "plants/North Site 2"\n',
  });
  const check = await zones(['check', 'plants', '--format', 'json'], folder);
  const { findings, summary } = JSON.parse(check.stdout);
  expect(check.code).toBe(0);
  // How it is partitioned is a model to follow; what is left are requirements, the texts that only its user can write,
  // and the record of each zone.
  const grave = findings.filter(({ severity }: { severity: string }) => severity === 'error' || severity === 'warning');
  expect(new Set(grave.map(({ rule }: { rule: string }) => rule))).toEqual(
    new Set(['missing-control', 'missing-focus']),
  );
  const written = findings.filter(({ rule }: { rule: string }) => rule === 'invalid-value');
  expect(written.map(({ severity, message }: { severity: string; message: string }) => [severity, message])).toEqual([
    ['info', expect.stringContaining("'description' is still to be written")],
    ['info', expect.stringContaining("'owner' is still to be written")],
  ]);
  expect(findings[0].system).toBe('North-Site-2');
  expect(summary.conduits).toBeGreaterThanOrEqual(4);
  const posture = JSON.parse((await zones(['posture', 'plants', '--format', 'json'], folder)).stdout);
  const kinds = posture.systems[0].zones.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['enterprise', 'perimeter', 'control', 'cell', 'process']));
});

test('claims nothing: no requirement is met, planned, excluded or accepted before its user says so', async () => {
  const folder = folderOf({});
  await zones(['init', 'plant'], folder);
  const [system] = JSON.parse((await zones(['posture', 'plant', '--format', 'json'], folder)).stdout).systems;
  interface Figures {
    readonly path: string;
    readonly required: number | null;
    readonly missing: readonly string[];
    readonly planned: number | null;
    readonly accepted: number | null;
  }
  const asked = (system.zones as Figures[]).filter(({ required }) => required !== null);
  expect(asked).toHaveLength(6);
  for (const { path, required, missing, planned, accepted } of asked) {
    expect([path, missing.length, planned, accepted]).toEqual([path, required, 0, 0]);
  }
});

test('the lines that it gives as examples are lines of the language', async () => {
  const folder = folderOf({});
  await zones(['init', 'plant'], folder);
  const file = join(folder, 'plant/plant.zones');
  const text = readFileSync(file, 'utf8');
  const lines = [...text.matchAll(/^ \* {3}((?:implements|plans|excludes) .*)$/gm)].map(([, line]) => line);
  expect(lines).toHaveLength(3);
  writeFileSync(file, text.replace(/^ {2}owner .*$/m, `  owner "Works"\n  ${lines.join('\n  ')}`));
  const { findings } = JSON.parse((await zones(['check', 'plant', '--format', 'json'], folder)).stdout);
  expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  const [system] = JSON.parse((await zones(['posture', 'plant', '--format', 'json'], folder)).stdout).systems;
  expect(system.zones.find(({ path }: { path: string }) => path === 'control')).toMatchObject({ met: 2, planned: 1 });
});

test('never overwrites a file', async () => {
  const folder = folderOf({});
  await zones(['init', 'p'], folder);
  writeFileSync(join(folder, 'p/p.zones'), '// mine');
  const { code, stdout, stderr } = await zones(['init', 'p'], folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe("zones: Cannot write 'p/p.zones': it exists already. Name another folder: zones init <dir>.\n");
  expect(readFileSync(join(folder, 'p/p.zones'), 'utf8')).toBe('// mine');
  expect((await zones(['init', 'p/p.zones/inner'], folder)).code).toBe(2);
  expect(existsSync(join(folder, 'p/p.zones/inner'))).toBe(false);
});

test('the server gives the editor the same text', async () => {
  const folder = folderOf({});
  await zones(['init', 'riverside'], folder);
  const client = await startClient();
  const { text } = await client.request<{ text: string }>(starterModelMethod, { system: 'riverside' });
  await client.stop();
  expect(text).toBe(readFileSync(join(folder, 'riverside/riverside.zones'), 'utf8'));
});
