import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/process.mjs';
import { esbuildMutation } from '../guard/mutate.ts';
import { MUTATIONS } from '../guard/mutations.ts';
import { startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ZONES = 'file:///verify/zones.zones';
const RISKS = 'file:///verify/risks.zones';

/** Edits a zone that a risk in another file is on, and answers what a server logs. */
async function errorsOf(options: unknown, command?: readonly string[]): Promise<readonly string[]> {
  const client = await startClient(['file:///verify'], { command, initializationOptions: options });
  // Not awaited: where nothing is found, nothing is published. A request is answered when all before it has been read.
  const settle = () =>
    client.request('textDocument/hover', { textDocument: { uri: ZONES }, position: { line: 0, character: 6 } });
  void client.open(RISKS, 'risk R-1 on line { mitigated-by SR 5.2 }\n');
  void client.open(ZONES, 'zone line : cell { implements SR 5.2 }\n');
  await settle();
  void client.change(ZONES, 'zone line : cell { implements SR 5.1 }\n');
  await settle();
  await client.stop();
  return client.errors;
}

/** A server with a fault, and how it is started. */
async function faultyServer(): Promise<readonly string[]> {
  const mutation = MUTATIONS.find(({ rule }) => rule === 'mitigation-unmet')!;
  const outfile = join(folder, 'server.cjs');
  await build({
    stdin: { contents: "import { runServer } from './language-server/main-node.ts'; runServer();", resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [esbuildMutation(mutation)],
  });
  return [outfile, '--stdio'];
}

test('a server that is to verify itself logs nothing where all is up to date', async () => {
  expect(await errorsOf({ verify: true })).toEqual([]);
});

test('and logs what is not, with the rule and the file; one that is not to does not', async () => {
  const faulty = await faultyServer();
  const errors = await errorsOf({ verify: true }, faulty);
  expect(errors.join('\n')).toMatch(
    /^Out of date: file:\/\/\/verify\/risks\.zones, .*\n +only fresh: .* mitigation-unmet /,
  );
  expect(await errorsOf({}, faulty)).toEqual([]);
});
