import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { createDisk, type Disk } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import vscodeCapabilities from '../support/vscode-capabilities.json' with { type: 'json' };

const uri = 'file:///lifecycle/a.zones';
const HOVER = { textDocument: { uri }, position: { line: 0, character: 5 } };
const MODEL = 'zone a : nokind\n';

let client: LspClient | undefined;
let disk: Disk | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
  disk?.removeAll();
  disk = undefined;
});

const codeOf = (method: string, params?: unknown): Promise<number | undefined> =>
  client!.request(method, params).then(
    () => undefined,
    ({ code }: { code: number }) => code,
  );

test('nothing is answered before the handshake, which is made once', async () => {
  const early: unknown[] = [];
  client = await startClient([], {
    async beforeHandshake(connection) {
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'zones', version: 1, text: MODEL },
      });
      for (const method of ['textDocument/hover', 'zones/exportFormats', 'no/such', 'shutdown']) {
        await connection.sendRequest(method, HOVER).catch(({ code }) => early.push(code));
      }
    },
  });
  expect(early).toEqual([1, 2, 3, 4].map(() => ErrorCodes.ServerNotInitialized));
  // What was sent too early has not been heard.
  expect(await client.request('textDocument/hover', HOVER)).toBeNull();
  expect(await codeOf('initialize', { capabilities: {}, processId: null, rootUri: null })).toBe(
    ErrorCodes.InvalidRequest,
  );
  await client.open(uri, MODEL);
  expect(await codeOf('textDocument/hover', HOVER)).toBeUndefined();
});

test('after `shutdown` nothing is answered, and `exit` ends the process', async () => {
  client = await startClient([]);
  await client.open(uri, MODEL);
  await client.request('shutdown', undefined);
  for (const method of ['textDocument/hover', 'shutdown', 'initialize']) {
    expect(await codeOf(method, { ...HOVER, capabilities: {} })).toBe(ErrorCodes.InvalidRequest);
  }
  client.expectEnd();
  void client.connection.sendNotification('exit');
  await once(client.process, 'exit');
  expect(client.process.exitCode).toBe(0);
  client = undefined;
});

test('findings say which version of the text they are of, and a change that was overtaken is not applied', async () => {
  client = await startClient([]);
  const change = (version: number, text: string) =>
    client!.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  const publications: { version?: number; diagnostics: { code: string }[] }[] = [];
  client.connection.onNotification('textDocument/publishDiagnostics', (params) => void publications.push(params));
  const codes = () => publications.at(-1)!.diagnostics.map(({ code }) => code);
  void client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zones', version: 5, text: MODEL },
  });
  await client.settled(uri);
  expect(publications.at(-1)!.version).toBe(5);
  expect(codes()).toContain('unresolved-reference');
  void change(7, 'zone a : cell\n');
  await client.settled(uri);
  expect(publications.at(-1)!.version).toBe(7);
  void change(6, MODEL);
  await client.settled(uri);
  expect(publications.at(-1)!.version).toBe(7);
  expect(codes()).not.toContain('unresolved-reference');
});

test('a client that heeds versions is told of each one of them, also where nothing else has changed', async () => {
  const { textDocument } = vscodeCapabilities;
  const publishDiagnostics = { ...textDocument.publishDiagnostics, versionSupport: true };
  client = await startClient([], {
    capabilities: { textDocument: { ...textDocument, publishDiagnostics } } as object,
  });
  const versions: unknown[] = [];
  client.connection.onNotification('textDocument/publishDiagnostics', ({ version }) => void versions.push(version));
  const textDocumentOf = (version: number) => ({ uri, languageId: 'zones', version, text: MODEL });
  void client.connection.sendNotification('textDocument/didOpen', { textDocument: textDocumentOf(1) });
  await client.settled(uri);
  for (const [version, text] of [MODEL, `${MODEL}\n`, '// Nothing that anything is said of\n'].entries()) {
    void client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 2 },
      contentChanges: [{ text }],
    });
    await client.settled(uri);
  }
  expect(versions).toEqual([1, 2, 3, 4]);
});

test('a client that refuses to watch files is served as one that cannot', async () => {
  disk = createDisk();
  disk.write('plant/a.zones', MODEL);
  client = await startClient([disk.uri('plant')], {
    onRegister: () => {
      throw new Error('not here');
    },
  });
  const a = disk.uri('plant/a.zones');
  await client.settled(a);
  expect(client.diagnostics(a)!.map(({ code }) => code)).toContain('unresolved-reference');
  const next = client.nextDiagnostics(a);
  disk.write('plant/a.zones', 'zone a : cell { sl-t 9 }\n');
  expect((await next).map(({ code }) => code)).toContain('invalid-value');
  expect(client.errors).toEqual([]);
});
