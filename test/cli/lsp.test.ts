import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { CLI, folderOf, zones } from '../support/cli.ts';
import { startClient } from '../support/lsp-client.ts';

test('zones lsp --stdio is the language server: handshake, findings, hover, orderly end', async () => {
  const folder = folderOf({ 'closed.zones': 'system plant\nzone b : nowhere\n' });
  const client = await startClient([URI.file(folder).toString()], { command: [CLI, 'lsp', '--stdio'] });
  expect(client.initialized.serverInfo?.name).toBe('zones');
  const uri = URI.file(`${folder}/open.zones`).toString();
  const found = await client.open(uri, 'system plant\nzone a : control {\n  sl-t 1\n  implements SR 1.1\n}\n');
  expect(found.map(({ code }) => code)).toContain('missing-control');
  const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 3, character: 14 },
  });
  expect(hover.contents.value).toContain('Human user identification and authentication');
  const closed = client.diagnostics(URI.file(`${folder}/closed.zones`).toString()) ?? [];
  expect(closed.map(({ code }) => code)).toContain('unresolved-reference');
  await client.stop();
  expect(client.process.exitCode).toBe(0);
});

test('zones lsp asks for its transport', async () => {
  const { code, stdout, stderr } = await zones(['lsp']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^zones lsp: .*--stdio.*\n$/);
});
