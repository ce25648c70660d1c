import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/process.mjs';

test('the integration suite of the extension host', () => {
  const script = join(root, 'test/editor/integration/run.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--browser'], {
    encoding: 'utf8',
    timeout: 150_000,
  });
  const output = stdout + stderr;
  expect(Number(/(\d+) passing/.exec(output)?.[1] ?? 0), output).toBeGreaterThan(0);
  expect(status, output).toBe(0);
}, 180_000);
