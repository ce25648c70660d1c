import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-settings-'));
const uri = URI.file(join(folder, 'a.zones')).toString();
const TEXT = `system plant { rule zone-boundary error }
zone a : control { allow missing-control because "x"  allow missing-sl-t because "y" }
zone b : control { sl-t 0 }
`;
let client: LspClient;

beforeAll(async () => {
  client = await startClient([URI.file(folder).toString()], {
    initializationOptions: { rules: { documentation: 'off' } },
    capabilities: {
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    },
  });
  await client.open(uri, TEXT);
});

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** Severities (1 error … 4 hint) of the rules about the record. */
const recorded = () =>
  client
    .diagnostics(uri)!
    .filter(({ code }) => /^zone-/.test(String(code)))
    .map(({ code, severity }) => `${code} ${severity}`);

async function configure(zones: unknown): Promise<string[]> {
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { zones } });
  await client.settled(uri);
  return recorded();
}

test('the severities of rules are followed from the start and as they change, what the model sets standing over them', async () => {
  expect(recorded()).toEqual(['zone-boundary 1', 'zone-boundary 1']);
  expect(await configure({ rules: { 'zone-owner': 'warning', documentation: 'info', 'zone-record': 'off' } })).toEqual([
    'zone-owner 2',
    'zone-boundary 1',
    'zone-owner 2',
    'zone-boundary 1',
  ]);
  expect(await configure({ rules: { 'zone-record': 'off', 'zone-owners': 'off', 'zone-owner': 7 } })).toEqual([
    'zone-owner 4',
    'zone-boundary 1',
    'zone-owner 4',
    'zone-boundary 1',
  ]);
  expect(await configure(null)).toHaveLength(6);
});

test('the changes of a fix of all are worked out when it is chosen', async () => {
  const diagnostics = client.diagnostics(uri)!.filter(({ code }) => code === 'unused-allow');
  expect(diagnostics).toHaveLength(1);
  await client.change(uri, TEXT.replace('sl-t 0', 'sl-t 0  allow missing-sl-t because "z"'));
  const context = { diagnostics: client.diagnostics(uri)!.filter(({ code }) => code === 'unused-allow') };
  const { range } = context.diagnostics[0]!;
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: context.diagnostics.slice(0, 1) },
  });
  const all = actions.find(({ title }) => title === "Fix all of 'unused-allow' in this file")!;
  expect(all.edit).toBeUndefined();
  const resolved = await client.request<CodeAction>('codeAction/resolve', all);
  expect(JSON.stringify(resolved.edit).match(/newText/g)).toHaveLength(2);
  // What needs no more is answered as it is.
  const [first] = actions;
  expect(await client.request('codeAction/resolve', first)).toEqual(first);
});
