import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { LEADS_OUT } from '../../language-server/lsp/runtime.ts';
import { shownFilesMethod } from '../../language-server/protocol.ts';
import { tell } from '../support/disk.ts';
import { unknown, useServers, wrong } from '../support/unknown-kinds.ts';

const world = useServers();
const { start } = world;

describe('a place in a folder', () => {
  it('that is a link is read where it leads into an open folder, and not where it leads out of all', async () => {
    world.disk.write('outside/secret.env', 'TOKEN=1\n');
    world.disk.write('outside/a.zones', wrong('a'));
    world.disk.write('beside/b.zones', wrong('b'));
    world.disk.write('plant/notes.txt', wrong('c'));
    world.disk.link('outside/a.zones', 'plant/a.zones');
    world.disk.link('outside/secret.env', 'plant/s.zones');
    world.disk.link('beside/b.zones', 'plant/b.zones');
    world.disk.link('plant/notes.txt', 'plant/c.zones');
    const client = await start([world.disk.uri('plant'), world.disk.uri('beside')]);
    expect(unknown(client)).toEqual({
      [world.disk.uri('beside/b.zones')]: ['b'],
      [world.disk.uri('plant/c.zones')]: ['c'],
    });
    for (const name of ['plant/a.zones', 'plant/s.zones']) {
      expect(client.diagnostics(world.disk.uri(name))!.map(({ message }) => message)).toEqual([LEADS_OUT]);
    }
    // What a user opens is the editor's text, and the disk's again when it is closed.
    void client.open(world.disk.uri('plant/a.zones'), wrong('d'));
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(unknown(client)[world.disk.uri('plant/a.zones')]).toEqual(['d']);
    client.close(world.disk.uri('plant/a.zones'));
    world.disk.remove('plant/s.zones');
    tell(client, world.disk.write('plant/s.zones', wrong('e')));
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(unknown(client)[world.disk.uri('plant/s.zones')]).toEqual(['e']);
    expect(client.diagnostics(world.disk.uri('plant/a.zones'))!.map(({ message }) => message)).toEqual([LEADS_OUT]);
  });

  // There are none of these on Windows.
  it.skipIf(process.platform === 'win32')('that is no file is not waited for, nor is a long one read', async () => {
    world.disk.write('plant/a.zones', wrong('a'));
    for (let i = 0; i < 8; i++) {
      execFileSync('mkfifo', [world.disk.at(`plant/pipe-${i}`)]);
      world.disk.link(`plant/pipe-${i}`, `plant/link-${i}.zones`);
    }
    execFileSync('mkfifo', [world.disk.at('plant/pipe.zones')]);
    const socket = createServer().listen(world.disk.at('plant/socket.zones'));
    await once(socket, 'listening');
    symlinkSync('/dev/zero', world.disk.at('plant/zero.zones'));
    world.disk.write('plant/long.zones', '');
    truncateSync(world.disk.at('plant/long.zones'), 400 * 1024 * 1024);
    const client = await start([world.disk.uri('plant')]);
    const pipes = Array.from({ length: 8 }, (_, i) => [1, world.disk.at(`plant/link-${i}.zones`)] as const);
    tell(client, pipes);
    // A document of which nobody sees anything counts if its file is there.
    for (const [, path] of pipes) void client.open(URI.file(path).toString(), wrong('p'));
    void client.connection.sendNotification(shownFilesMethod, { uris: [] });
    await client.settled(world.disk.uri('plant/a.zones'));
    expect(unknown(client)[world.disk.uri('plant/a.zones')]).toEqual(['a']);
    for (const [, path] of pipes) client.close(URI.file(path).toString());
    await client.settled(world.disk.uri('plant/a.zones'));
    const said = (name: string) => client.diagnostics(world.disk.uri(`plant/${name}`))!.map(({ message }) => message);
    for (const name of ['pipe.zones', ...pipes.map((_, i) => `link-${i}.zones`)]) {
      expect(said(name)).toEqual([expect.stringMatching(/^This is no file but a pipe/)]);
    }
    expect(said('socket.zones')).toEqual([expect.stringMatching(/^This is no file but a pipe/)]);
    expect(said('zero.zones')).toEqual([LEADS_OUT]);
    expect(said('long.zones')).toEqual([expect.stringMatching(/^This file is over 8 MB long/)]);
    socket.close();
    world.clients.length = 0;
    await client.stop();
    expect(client.process.exitCode).toBe(0);
  });
});
