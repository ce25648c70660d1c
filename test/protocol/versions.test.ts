import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { createDisk, type Disk } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import vscodeCapabilities from '../support/vscode-capabilities.json' with { type: 'json' };

const A = 'zone a : control {\n  asset p : plc\n  implements SR 1.1, SR 1.1\n}\n';
const B = 'zone b : cell {\n  implements SR 1.1 by a.p\n}\n';

describe('changes of open documents tell which text they are of', () => {
  let disk: Disk;
  let client: LspClient;
  afterEach(async () => {
    await client.stop();
    disk.removeAll();
  });

  /** With both files on the disk, and `a.zones` open. */
  async function start(capabilities: ClientCapabilities, version: number): Promise<void> {
    disk = createDisk();
    disk.write('a.zones', A);
    disk.write('b.zones', B);
    client = await startClient([disk.uri('.')], { capabilities });
    const textDocument = { uri: disk.uri('a.zones'), languageId: 'zones', version, text: A };
    void client.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  const rename = () =>
    client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: disk.uri('a.zones') },
      position: { line: 1, character: 8 },
      newName: 'q',
    });

  async function codeActions(): Promise<CodeAction[]> {
    const uri = disk.uri('a.zones');
    await client.settled(uri);
    const diagnostics = [...client.diagnostics(uri)!];
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
    const context = { diagnostics, only: ['quickfix', 'source.fixAll'] };
    return client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  const documentsIn = ({ documentChanges = [] }: WorkspaceEdit) =>
    (documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument);

  it('to a client that takes versions', async () => {
    await start(vscodeCapabilities as ClientCapabilities, 41);
    const [a, b] = [disk.uri('a.zones'), disk.uri('b.zones')];
    expect(documentsIn(await rename())).toEqual([
      { uri: a, version: 41 },
      { uri: b, version: null },
    ]);
    const actions = await codeActions();
    expect(actions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['quickfix', 'source.fixAll.zones']));
    for (const { edit } of actions) {
      expect(edit!.changes).toBeUndefined();
      expect(documentsIn(edit!).length).toBeGreaterThan(0);
      for (const document of documentsIn(edit!)) expect(document).toEqual({ uri: a, version: 41 });
    }
  });

  it('the text that has just been typed, also where it says nothing new', async () => {
    await start(vscodeCapabilities as ClientCapabilities, 1);
    const uri = disk.uri('a.zones');
    for (const [version, text] of [
      [5, `${A}\n`],
      [6, `${A}\n`],
      [9, A],
    ] as const) {
      const textDocument = { uri, version };
      void client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
      expect(documentsIn(await rename())).toContainEqual({ uri, version });
    }
    client.close(uri);
    expect(documentsIn(await rename())).toContainEqual({ uri, version: null });
  });

  it('not to one that takes none', async () => {
    await start({}, 41);
    const edits = [await rename(), ...(await codeActions()).map(({ edit }) => edit!)];
    expect(edits.length).toBeGreaterThan(2);
    for (const { changes, documentChanges } of edits) {
      expect(Object.keys(changes!)).toContain(disk.uri('a.zones'));
      expect(documentChanges).toBeUndefined();
    }
  });
});
