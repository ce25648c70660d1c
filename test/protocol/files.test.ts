import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CodeAction, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { shownFilesMethod } from '../../language-server/protocol.ts';
import { tell } from '../support/disk.ts';
import { changesOf } from '../support/edits.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { unknown, useServers, wrong } from '../support/unknown-kinds.ts';

const world = useServers();
const { start } = world;

const duplicates = (client: LspClient) =>
  [...client.findings().values()].flat().filter(({ code }) => code === 'duplicate-name');

describe('folders', () => {
  it('that are moved in, renamed, copied and deleted are read as they are', async () => {
    world.disk.makeFolder('plant');
    for (let i = 0; i < 60; i++) world.disk.write(`outside/f${i % 18}/in/x${i}.zones`, wrong(`x${i}`));
    const client = await start([world.disk.uri('plant')]);
    expect(unknown(client)).toEqual({});

    const steps = [
      () => world.disk.move('outside', 'plant/new'),
      () => world.disk.move('plant/new', 'plant/other'),
      () => world.disk.copy('plant/other', 'plant/copy'),
      () => world.disk.remove('plant/other'),
      () => world.disk.move('plant/copy/f3', 'plant/.hidden'),
      () => world.disk.move('plant/copy', 'gone'),
    ];
    const counts = [60, 60, 120, 60, 56, 0];
    for (const [i, step] of steps.entries()) {
      tell(client, step());
      await client.settled(world.disk.uri('plant/a.zones'));
      expect(Object.keys(unknown(client)), `step ${i}`).toHaveLength(counts[i]!);
    }
  });

  it('are watched, and one that is filled after it was reported is looked at again', async () => {
    world.disk.makeFolder('plant');
    const client = await start([world.disk.uri('plant')]);
    tell(client, world.disk.makeFolder('plant/new'));
    await client.settled(world.disk.uri('plant/a.zones'));
    world.disk.write('plant/new/deep/x.zones', wrong('x'));
    await vi.waitFor(
      () => expect(unknown(client)).toEqual({ [world.disk.uri('plant/new/deep/x.zones')]: ['x'] }),
      10_000,
    );
  });

  it('are asked of the client so that it reports folders, too', async () => {
    const registered: unknown[] = [];
    const client = await startClient([], {
      onRegister: (registrations) => registered.push(...registrations),
    });
    world.clients.push(client);
    await client.settled('untitled:x');
    expect(registered).toContainEqual(
      expect.objectContaining({
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: {
          watchers: [
            { globPattern: '**/*.[zZ][oO][nN][eE][sS]', kind: 2 },
            { globPattern: '**/*', kind: 5 },
          ],
        },
      }),
    );
  });

  it('are looked at time and again for a client that watches nothing', async () => {
    world.disk.write('plant/a.zones', wrong('a'));
    const client = await start([world.disk.uri('plant')], { capabilities: {} });
    world.disk.move('plant/a.zones', 'plant/new/b.zones');
    world.disk.write('plant/new/c.zones', wrong('c'));
    const expected = { [world.disk.uri('plant/new/b.zones')]: ['a'], [world.disk.uri('plant/new/c.zones')]: ['c'] };
    await vi.waitFor(() => expect(unknown(client)).toEqual(expected), 15_000);
    world.disk.write('plant/new/c.zones', wrong('d'));
    await vi.waitFor(
      () => expect(unknown(client)).toMatchObject({ [world.disk.uri('plant/new/c.zones')]: ['d'] }),
      15_000,
    );
  });

  it('with thousands of files are read in one burst of events', async () => {
    world.disk.makeFolder('plant');
    const client = await start([world.disk.uri('plant')]);
    const events = Array.from({ length: 3000 }, (_, i) =>
      world.disk.write(`plant/f${i % 50}/x${i}.zones`, wrong(`x${i}`)),
    ).flat();
    const others = events.map(([type, path]) => [type, path.replace('.zones', '.o')] as const);
    for (let i = 0; i < events.length; i += 100)
      tell(client, [...events.slice(i, i + 100), ...others.slice(i, i + 100)]);
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(Object.keys(unknown(client))).toHaveLength(3000);
    renameSync(world.disk.at('plant'), world.disk.at('old'));
    mkdirSync(world.disk.at('plant'));
    tell(
      client,
      events.map(([, path]) => [3, path] as const),
    );
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(unknown(client)).toEqual({});
  });
});

/** URIs of the same path as clients spell them. */
const spellings: Readonly<Record<string, (path: string) => string>> = {
  'as VS Code does': (path) => URI.file(path).toString(),
  'without escapes': (path) => `file://${path.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F')}`,
  'as Neovim does': (path) => `file://${path.split('/').map(encodeURIComponent).join('/')}`,
  'with escapes in lower case': (path) =>
    `file://${path.replaceAll(/[^\w/.-]/g, (each) =>
      encodeURIComponent(each)
        .toLowerCase()
        .replace(/^[^%]$/, (one) => `%${one.charCodeAt(0).toString(16)}`),
    )}`,
  'with all escapes': (path) =>
    `file://${[...Buffer.from(path)].map((byte) => (byte === 47 ? '/' : `%${byte.toString(16)}`)).join('')}`,
  'with the name of this host': (path) =>
    `file://localhost${URI.file(path).path.split('/').map(encodeURIComponent).join('/')}`,
  'with its scheme in capitals': (path) => `FILE://${path.split('/').map(encodeURIComponent).join('/')}`,
};

const ODD = "Plant (rev 2) +&'@;=,~!$*: é#? 100%";

describe('a file', () => {
  it.each(Object.keys(spellings))('is one document when its folder is spelled %s', async (spelling) => {
    world.disk.write(`${ODD}/a b.zones`, wrong('a'));
    world.disk.write(`${ODD}/other.zones`, wrong('other'));
    const root = spellings[spelling]!(world.disk.at(ODD));
    const client = await start([root]);
    expect(Object.values(unknown(client)).sort()).toEqual([['a'], ['other']]);
    for (const [name, spell] of Object.entries(spellings)) {
      const uri = spell(world.disk.at(`${ODD}/a b.zones`));
      void client.open(uri, wrong('b'));
      await client.settled(uri);
      expect(unknown(client), name).toEqual({ [uri]: ['b'], [`${root}/other.zones`]: ['other'] });
      expect(duplicates(client), name).toEqual([]);
      client.close(uri);
      await client.settled(uri);
      expect(Object.values(unknown(client)).sort(), name).toEqual([['a'], ['other']]);
    }
    tell(client, world.disk.remove(`${ODD}/a b.zones`));
    await client.settled(root);
    expect(Object.values(unknown(client))).toEqual([['other']]);
  });

  it('is answered about by the spelling that the client uses', async () => {
    const text = 'zone a : nokin {\n  asset p : plc\n}\n';
    world.disk.write(`${ODD}/a.zones`, text);
    world.disk.write(`${ODD}/b.zones`, 'zone b : cell {\n  implements SR 1.1 by a.p\n}\n');
    const client = await start([world.disk.uri(ODD)]);
    const uri = spellings['without escapes']!(world.disk.at(`${ODD}/a.zones`));
    void client.open(uri, text);
    const textDocument = { uri };
    const position = { line: 1, character: 8 };
    const [declared] = await client.request<Location[]>('textDocument/definition', { textDocument, position });
    expect(declared?.uri).toBe(uri);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument, position, newName: 'q' });
    expect(Object.keys(changesOf(edit)).sort()).toEqual([world.disk.uri(`${ODD}/b.zones`), uri].sort());
    const diagnostics = [...client.diagnostics(uri)!];
    const range = diagnostics.find(({ code }) => code === 'unresolved-reference')!.range;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics },
    });
    const changed = actions.flatMap((action) => Object.keys(changesOf(action.edit ?? {})));
    expect(new Set(changed)).toEqual(new Set([uri]));
    // Asked by another spelling than it was opened by.
    const other = { uri: spellings['with all escapes']!(world.disk.at(`${ODD}/a.zones`)) };
    const hover = await client.request('textDocument/hover', {
      textDocument: other,
      position: { line: 0, character: 5 },
    });
    expect(JSON.stringify(hover)).toContain('SL-T');
  });

  it('is one document by a link to it, or to a folder above', async () => {
    world.disk.write('real/plant/a.zones', wrong('a'));
    symlinkSync(world.disk.at('real'), world.disk.at('link'));
    symlinkSync(world.disk.at('real/plant/a.zones'), world.disk.at('real/plant/b.zones'));
    const client = await start([world.disk.uri('link/plant')]);
    expect(unknown(client)).toEqual({ [world.disk.uri('link/plant/a.zones')]: ['a'] });
    for (const name of ['link/plant/a.zones', 'real/plant/a.zones', 'link/plant/b.zones']) {
      void client.open(world.disk.uri(name), wrong('c'));
      await client.settled(world.disk.uri(name));
      expect(unknown(client)).toEqual({ [world.disk.uri(name)]: ['c'] });
      expect(duplicates(client)).toEqual([]);
      client.close(world.disk.uri(name));
    }
    tell(client, world.disk.write('real/plant/a.zones', wrong('d')));
    await client.settled(world.disk.uri('link/plant/a.zones'));
    expect(unknown(client)).toEqual({ [world.disk.uri('link/plant/a.zones')]: ['d'] });
  });
});

/** Long enough to read that the events after it come while it is read. */
const LONG = [1, 2, 3].map((i) => `// ${'x'.repeat(1_500_000)}\nasset-type long-${i} extends plc\n`).join('');

describe('what happens while a file is read', () => {
  const uri = () => world.disk.uri('plant/a.zones');

  /** What was read too early would come late. */
  async function quiet(client: LspClient): Promise<void> {
    for (let i = 0; i < 4; i++) {
      await client.settled(uri());
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  const long = () => world.disk.write('plant/a.zones', LONG + wrong('a'));
  const short = () => world.disk.write('plant/a.zones', wrong('b'));
  const remove = () => world.disk.remove('plant/a.zones');

  it.each([
    ['created, then deleted', [long, remove], []],
    ['replaced, then replaced back', [short, long, short], ['b']],
    ['deleted, then there again', [long, remove, short], ['b']],
  ])('counts: %s', async (_, happen, expected) => {
    world.disk.makeFolder('plant');
    const client = await start([world.disk.uri('plant')]);
    for (const wait of [0, 1, 2, 3, 5, 8]) {
      for (const step of happen) {
        tell(client, step());
        await new Promise((done) => setTimeout(done, wait));
      }
      await quiet(client);
      expect(unknown(client), `${wait} ms`).toEqual(expected.length > 0 ? { [uri()]: expected } : {});
    }
  });

  it('counts: closed, then deleted; closed, then opened again', async () => {
    world.disk.write('plant/a.zones', LONG + wrong('a'));
    const client = await start([world.disk.uri('plant')]);
    for (const wait of [0, 1, 2, 3, 5, 8]) {
      void client.open(uri(), wrong('b'));
      client.close(uri());
      await new Promise((done) => setTimeout(done, wait));
      void client.open(uri(), wrong('c'));
      await quiet(client);
      expect(unknown(client)).toEqual({ [uri()]: ['c'] });
      client.close(uri());
      await new Promise((done) => setTimeout(done, wait));
      tell(client, world.disk.remove('plant/a.zones'));
      await quiet(client);
      expect(unknown(client)).toEqual({});
      tell(client, world.disk.write('plant/a.zones', LONG + wrong('a')));
    }
  });

  it('a file that is open counts though it is gone, and goes when it is closed', async () => {
    world.disk.write('plant/a.zones', wrong('a'));
    const client = await start([world.disk.uri('plant')]);
    void client.open(uri(), wrong('b'));
    tell(client, world.disk.remove('plant/a.zones'));
    await client.settled(uri());
    expect(unknown(client)).toEqual({ [uri()]: ['b'] });
    client.close(uri());
    await client.settled(uri());
    expect(unknown(client)).toEqual({});
  });

  it('a file that is gone goes when nobody sees it, though its editor keeps the document', async () => {
    world.disk.write('plant/a.zones', wrong('a'));
    const client = await start([world.disk.uri('plant')]);
    const show = (...uris: string[]) => client.connection.sendNotification(shownFilesMethod, { uris });
    void show(uri());
    void client.open(uri(), wrong('b'));
    tell(client, world.disk.remove('plant/a.zones'));
    await client.settled(uri());
    expect(unknown(client)).toEqual({ [uri()]: ['b'] });
    void show();
    await client.settled(uri());
    expect(unknown(client)).toEqual({});
    void show(uri());
    await client.settled(uri());
    expect(unknown(client)).toEqual({ [uri()]: ['b'] });
    // One whose file is there counts as it is in the editor.
    tell(client, world.disk.write('plant/a.zones', wrong('c')));
    void show();
    await client.settled(uri());
    expect(unknown(client)).toEqual({ [uri()]: ['b'] });
    tell(client, world.disk.remove('plant/a.zones'));
    await client.settled(uri());
    expect(unknown(client)).toEqual({});
    client.close(uri());
    await client.settled(uri());
    expect(unknown(client)).toEqual({});
  });

  it('a file outside of all folders goes when it is closed', async () => {
    world.disk.write('other/a.zones', wrong('a'));
    const client = await start([world.disk.uri('plant')]);
    void client.open(world.disk.uri('other/a.zones'), wrong('a'));
    await client.settled(uri());
    expect(Object.keys(unknown(client))).toHaveLength(1);
    client.close(world.disk.uri('other/a.zones'));
    await client.settled(uri());
    expect(unknown(client)).toEqual({});
  });
});

describe('folders of a workspace', () => {
  const deaf = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const change = (client: LspClient, added: string[], removed: string[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((name) => ({ uri: world.disk.uri(name), name })),
        removed: removed.map((name) => ({ uri: world.disk.uri(name), name })),
      },
    });

  it.each([
    ['declares', undefined],
    ['does not declare', deaf],
  ])('within each other are the same in any order, for a client that %s folders', async (_, capabilities) => {
    world.disk.write('plant/a.zones', 'zone a : cell\n');
    world.disk.write('plant/sub/b.zones', 'zone a : cell\nconduit c between a and nobody\n');
    const options = capabilities && { capabilities };
    const both = ['plant', 'plant/sub'];
    const findings: unknown[] = [];
    for (const order of [both, [...both].reverse()]) {
      const client = await start(order.map(world.disk.uri), options);
      expect(duplicates(client)).toEqual([]);
      findings.push(client.findings());
      const later = await start([world.disk.uri(order[0]!)], options);
      void change(later, [order[1]!], []);
      await later.settled(world.disk.uri('plant/a.zones'));
      findings.push(later.findings());
      for (const name of both) {
        const left = await start(order.map(world.disk.uri), options);
        void change(left, [], [name]);
        await left.settled(world.disk.uri('plant/a.zones'));
        const fresh = await start(both.filter((other) => other !== name).map(world.disk.uri), options);
        expect(left.findings(), `without ${name}`).toEqual(fresh.findings());
      }
    }
    expect(findings[0]).not.toEqual(new Map());
    for (const other of findings) expect(other).toEqual(findings[0]);
  });

  it('take over the files that were open before them', async () => {
    world.disk.write('plant/a.zones', 'zone a : cell\n');
    world.disk.write('plant/sub/b.zones', 'zone a : cell\n');
    const client = await start([]);
    void client.open(world.disk.uri('plant/sub/b.zones'), 'zone a : cell\n');
    await client.settled(join('untitled:x'));
    void change(client, ['plant'], []);
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(duplicates(client)).toHaveLength(1);
  });
});
