import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { HANDLERS } from '../../language-server/editor/features.ts';
import { PARAMS } from '../../language-server/lsp/params.ts';
import { createDisk, type Disk } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { goodParams, isNotification, ODD_URIS, WRONG } from '../support/messages.ts';
import { ASKED } from '../support/requests.ts';

const { uri } = ASKED;
const position = { line: 1, character: 1 };

/** A value with each of its parts, and itself, replaced by something else, one at a time. */
function* spoilt(value: unknown): Iterable<unknown> {
  yield* WRONG;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const other of spoilt(part)) {
      if (Array.isArray(value)) yield value.map((item, i) => (String(i) === key ? other : item));
      else yield { ...value, [key]: other };
    }
  }
}

it('has a shape for each message that is answered', () => {
  expect([...HANDLERS.keys()].filter((method) => !PARAMS.has(method))).toEqual([]);
});

describe('no message ends the server or makes it throw', () => {
  let client: LspClient;
  let disk: Disk;

  beforeAll(async () => {
    disk = createDisk();
    disk.write('a.zones', 'zone a\n');
    client = await startClient([disk.uri('.')]);
    await client.open(uri, ASKED.text);
  });
  afterAll(async () => {
    await client.stop();
    disk.removeAll();
  });

  async function expectToServe(): Promise<void> {
    // Who has sent that nothing is shown has hidden the file that is asked about.
    void client.connection.sendNotification('zones/shownFiles', { uris: [uri] });
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 3, character: 5 },
    });
    expect(JSON.stringify(hover)).toContain('Industrial DMZ');
    expect(client.errors).toEqual([]);
  }

  /** Sends a request; answers the code of the error that it is answered with. */
  const codeOf = (method: string, params: unknown): Promise<number | undefined> =>
    client.request(method, params).then(
      () => undefined,
      ({ code }: { code: number }) => code,
    );

  it.each([...PARAMS.keys()])('%s with parameters that are none', async (method) => {
    for (const params of spoilt(goodParams(method))) {
      if (isNotification(method)) void client.connection.sendNotification(method, params as object);
      else expect(await codeOf(method, params), JSON.stringify(params)).not.toBe(ErrorCodes.InternalError);
    }
    await expectToServe();
  });

  it.each([...PARAMS.keys()])('%s with parameters that are as they have to be', async (method) => {
    if (isNotification(method)) void client.connection.sendNotification(method, goodParams(method));
    else {
      const expected = method === 'initialize' ? ErrorCodes.InvalidRequest : undefined;
      const code = await codeOf(method, goodParams(method));
      // Nothing is done before a file is saved, and at that place stands no name.
      if (!/willSaveWaitUntil|ename$/.test(method)) expect(code).toBe(expected);
    }
    await expectToServe();
  });

  it.each(ODD_URIS.map((odd) => [odd.slice(0, 80), odd]))('any message about %j', async (_, odd) => {
    const textDocument = { uri: odd, languageId: 'zones', version: 1, text: 'zone z : nokind\n' };
    const notify = (method: string, params: object) => void client.connection.sendNotification(method, params);
    const ask = async () => {
      for (const method of PARAMS.keys()) {
        if (isNotification(method) || method === 'initialize') continue;
        const params = { ...goodParams(method), uri: odd, textDocument: { uri: odd }, data: { uri: odd } };
        expect(await codeOf(method, params), method).not.toBe(ErrorCodes.InternalError);
      }
    };
    await ask();
    notify('textDocument/didOpen', { textDocument });
    await ask();
    notify('textDocument/didChange', {
      textDocument: { uri: odd, version: 2 },
      contentChanges: [{ range: { start: position, end: { line: 9999, character: 9999 } }, text: 'x' }],
    });
    notify('zones/shownFiles', { uris: [odd] });
    notify('workspace/didChangeWatchedFiles', { changes: [1, 2, 3].map((type) => ({ uri: odd, type })) });
    const folder = [{ uri: odd, name: 'x' }];
    // Not the root of the disk: all of it would be read.
    if (odd.includes('.zones')) {
      notify('workspace/didChangeWorkspaceFolders', { event: { added: folder, removed: [] } });
      await ask();
      notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: folder } });
    }
    notify('textDocument/didClose', { textDocument: { uri: odd } });
    notify('zones/shownFiles', { uris: [uri] });
    await ask();
    await expectToServe();
  });
});
