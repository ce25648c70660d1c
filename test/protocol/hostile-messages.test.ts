import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { HANDLERS } from '../../language-server/editor/features.ts';
import { PARAMS } from '../../language-server/lsp/params.ts';
import { createDisk, type Disk } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { ASKED, OURS, paramsOf } from '../support/requests.ts';

const { uri } = ASKED;
const position = { line: 1, character: 1 };
const range = { start: position, end: position };

/** Parameters of every message that are as the protocol has them. */
function goodParams(method: string): object {
  switch (method) {
    case 'initialize':
      return { capabilities: {}, processId: null, rootUri: null };
    case '$/cancelRequest':
      return { id: 4711 };
    case '$/progress':
      return { token: 4711, value: {} };
    case '$/setTrace':
      return { value: 'off' };
    case 'workspace/didChangeWorkspaceFolders':
      return {
        event: { added: [{ uri: 'file:///nowhere', name: 'x' }], removed: [{ uri: 'file:///nowhere', name: 'x' }] },
      };
    case 'workspace/didChangeWatchedFiles':
      return { changes: [{ uri: 'file:///nowhere/a.zones', type: 2 }] };
    case 'workspace/didChangeConfiguration':
      return { settings: {} };
    case 'zones/shownFiles':
      return { uris: [uri] };
    case 'textDocument/didOpen':
      return { textDocument: { uri: 'file:///nowhere/b.zones', languageId: 'zones', version: 1, text: 'zone b\n' } };
    case 'textDocument/didChange':
      return {
        textDocument: { uri: 'file:///nowhere/b.zones', version: 2 },
        contentChanges: [{ text: 'zone c\n', range }],
      };
    case 'textDocument/didClose':
    case 'textDocument/willSave':
    case 'textDocument/didSave':
      return { textDocument: { uri: 'file:///nowhere/b.zones' } };
    case 'textDocument/codeAction':
      return {
        textDocument: { uri },
        range,
        context: { diagnostics: [{ range, message: '', data: {} }], only: ['x'] },
      };
    default:
      return method.startsWith('zones/') ? OURS : { range, ...paramsOf(method) };
  }
}

/** What may stand in the place of a value. */
const WRONG: readonly unknown[] = [undefined, null, -1, 0.5, 1e300, 'x', [], [null], {}, true];

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

const isNotification = (method: string): boolean =>
  method.startsWith('$/') || /\/(did\w+|willSave|shownFiles)$/.test(method);

/** URIs that name no file, or none of this machine. */
const ODD_URIS = [
  'file:///tmp/%zz/x.zones',
  'file://host/share/x.zones',
  'file:///tmp/a%2Fb.zones',
  'file:///tmp/%E0%A4%A.zones',
  'file:///x.zones',
  'file:///C:/x.zones',
  'file:///',
  'file://',
  'file:x.zones',
  'file:///a\0b.zones',
  `file:///${'x/'.repeat(5000)}x.zones`,
  `file:///tmp/${'x'.repeat(5000)}.zones`,
  'file:///tmp/../../../x.zones',
  'FILE:///tmp/x.zones',
  'http://example.com/x.zones',
  'git:/tmp/x.zones?{"ref":"~"}',
  'untitled:',
  ':',
  '://',
  '%',
  ' ',
  '',
  'constructor',
  '__proto__',
  'zones-library:/no-such.zones',
  'zones-library:',
];

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
