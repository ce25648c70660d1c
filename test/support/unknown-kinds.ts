import { afterEach, beforeEach } from 'vitest';
import { createDisk, type Disk } from './disk.ts';
import { type ClientOptions, type LspClient, startClient } from './lsp-client.ts';

/** A file with a finding that names it: what a server has read is told by what it finds. */
export const wrong = (name: string) => `zone ${name} : no-${name}\n`;

/** The kinds that are unknown, by the file that names them as the client was told of it. */
export function unknown(client: LspClient): Record<string, string[]> {
  const named = [...client.findings()].map(([uri, found]) => {
    const messages = found.map(({ message }) => /no kind of zone 'no-([\w-]+)'/.exec(message)?.[1]);
    return [uri, messages.filter((name) => name !== undefined)] as const;
  });
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}

/** A disk for each test of a file, and servers on it, which end with the test. */
export function useServers(): {
  readonly disk: Disk;
  /** The servers that have been started. */
  readonly clients: LspClient[];
  /** Starts a server; answers it when `plant/a.zones` has its findings. */
  start(folders: readonly string[], options?: ClientOptions): Promise<LspClient>;
} {
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
  return {
    get disk() {
      return disk;
    },
    get clients() {
      return clients;
    },
    async start(folders, options) {
      const client = await startClient(folders, options);
      clients.push(client);
      await client.settled(disk.uri('plant/a.zones'));
      return client;
    },
  };
}
