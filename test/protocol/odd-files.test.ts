import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { LEADS_OUT } from '../../language-server/lsp/runtime.ts';
import { shownFilesMethod } from '../../language-server/protocol.ts';
import { createDisk, type Disk, tell } from '../support/disk.ts';
import { type ClientOptions, type LspClient, startClient } from '../support/lsp-client.ts';

/** A file with a finding that names it. */
const wrong = (name: string) => `zone ${name} : no-${name}\n`;

let disk: Disk;
let clients: LspClient[];
beforeEach(() => {
  disk = createDisk();
  clients = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  disk.removeAll();
});

async function start(folders: readonly string[], options?: ClientOptions): Promise<LspClient> {
  const client = await startClient(folders, options);
  clients.push(client);
  await client.settled(disk.uri('plant/a.zones'));
  return client;
}

/** The kinds that are unknown, by the file that names them as the client was told of it. */
function unknown(client: LspClient): Record<string, string[]> {
  const named = [...client.findings()].map(([uri, found]) => {
    const messages = found.map(({ message }) => /no kind of zone 'no-([\w-]+)'/.exec(message)?.[1]);
    return [uri, messages.filter((name) => name !== undefined)] as const;
  });
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}

describe('a place in a folder', () => {
  it('that is a link is read where it leads into an open folder, and not where it leads out of all', async () => {
    disk.write('outside/secret.env', 'TOKEN=1\n');
    disk.write('outside/a.zones', wrong('a'));
    disk.write('beside/b.zones', wrong('b'));
    disk.write('plant/notes.txt', wrong('c'));
    disk.link('outside/a.zones', 'plant/a.zones');
    disk.link('outside/secret.env', 'plant/s.zones');
    disk.link('beside/b.zones', 'plant/b.zones');
    disk.link('plant/notes.txt', 'plant/c.zones');
    const client = await start([disk.uri('plant'), disk.uri('beside')]);
    expect(unknown(client)).toEqual({ [disk.uri('beside/b.zones')]: ['b'], [disk.uri('plant/c.zones')]: ['c'] });
    for (const name of ['plant/a.zones', 'plant/s.zones']) {
      expect(client.diagnostics(disk.uri(name))!.map(({ message }) => message)).toEqual([LEADS_OUT]);
    }
    // What a user opens is the editor's text, and the disk's again when it is closed.
    void client.open(disk.uri('plant/a.zones'), wrong('d'));
    await client.settled(disk.uri('plant/a.zones'));
    expect(unknown(client)[disk.uri('plant/a.zones')]).toEqual(['d']);
    client.close(disk.uri('plant/a.zones'));
    disk.remove('plant/s.zones');
    tell(client, disk.write('plant/s.zones', wrong('e')));
    await client.settled(disk.uri('plant/a.zones'));
    expect(unknown(client)[disk.uri('plant/s.zones')]).toEqual(['e']);
    expect(client.diagnostics(disk.uri('plant/a.zones'))!.map(({ message }) => message)).toEqual([LEADS_OUT]);
  });

  // There are none of these on Windows.
  it.skipIf(process.platform === 'win32')('that is no file is not waited for, nor is a long one read', async () => {
    disk.write('plant/a.zones', wrong('a'));
    for (let i = 0; i < 8; i++) {
      execFileSync('mkfifo', [disk.at(`plant/pipe-${i}`)]);
      disk.link(`plant/pipe-${i}`, `plant/link-${i}.zones`);
    }
    execFileSync('mkfifo', [disk.at('plant/pipe.zones')]);
    const socket = createServer().listen(disk.at('plant/socket.zones'));
    await once(socket, 'listening');
    symlinkSync('/dev/zero', disk.at('plant/zero.zones'));
    disk.write('plant/long.zones', '');
    truncateSync(disk.at('plant/long.zones'), 400 * 1024 * 1024);
    const client = await start([disk.uri('plant')]);
    const pipes = Array.from({ length: 8 }, (_, i) => [1, disk.at(`plant/link-${i}.zones`)] as const);
    tell(client, pipes);
    // A document of which nobody sees anything counts if its file is there.
    for (const [, path] of pipes) void client.open(URI.file(path).toString(), wrong('p'));
    void client.connection.sendNotification(shownFilesMethod, { uris: [] });
    await client.settled(disk.uri('plant/a.zones'));
    expect(unknown(client)[disk.uri('plant/a.zones')]).toEqual(['a']);
    for (const [, path] of pipes) client.close(URI.file(path).toString());
    await client.settled(disk.uri('plant/a.zones'));
    const said = (name: string) => client.diagnostics(disk.uri(`plant/${name}`))!.map(({ message }) => message);
    for (const name of ['pipe.zones', ...pipes.map((_, i) => `link-${i}.zones`)]) {
      expect(said(name)).toEqual([expect.stringMatching(/^This is no file but a pipe/)]);
    }
    expect(said('socket.zones')).toEqual([expect.stringMatching(/^This is no file but a pipe/)]);
    expect(said('zero.zones')).toEqual([LEADS_OUT]);
    expect(said('long.zones')).toEqual([expect.stringMatching(/^This file is over 8 MB long/)]);
    socket.close();
    clients.length = 0;
    await client.stop();
    expect(client.process.exitCode).toBe(0);
  });
});
