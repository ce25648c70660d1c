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
  // How it is partitioned is a model to follow; what is left are requirements, and the record of each zone.
  const grave = findings.filter(({ severity }: { severity: string }) => severity === 'error' || severity === 'warning');
  expect(new Set(grave.map(({ rule }: { rule: string }) => rule))).toEqual(
    new Set(['missing-control', 'missing-focus']),
  );
  expect(findings[0].system).toBe('North-Site-2');
  expect(summary.conduits).toBeGreaterThanOrEqual(4);
  const posture = JSON.parse((await zones(['posture', 'plants', '--format', 'json'], folder)).stdout);
  const kinds = posture.systems[0].zones.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['enterprise', 'perimeter', 'control', 'cell', 'process']));
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
