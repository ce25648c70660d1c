import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { LspClient } from './lsp-client.ts';

/** What a client reports of a place: it is there, has changed, is gone. */
export type Event = readonly [type: 1 | 2 | 3, path: string];

/** A folder on the disk whose changes are told as an editor's watcher does: of a folder alone, not of what is in it. */
export interface Disk {
  readonly path: string;
  /** The path of a file or folder in it. */
  at(name: string): string;
  uri(name: string): string;
  write(name: string, text: string | Uint8Array): Event[];
  makeFolder(name: string): Event[];
  move(from: string, to: string): Event[];
  copy(from: string, to: string): Event[];
  remove(name: string): Event[];
  /** Names of all files or folders. */
  names(sort: 'files' | 'folders'): string[];
  removeAll(): void;
}

export function createDisk(): Disk {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'zones-disk-')));
  const at = (name: string) => join(path, name);
  return {
    path,
    at,
    uri: (name) => URI.file(at(name)).toString(),
    write(name, text) {
      const before = existsSync(at(name));
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
      return [[before ? 2 : 1, at(name)]];
    },
    makeFolder(name) {
      mkdirSync(at(name), { recursive: true });
      return [[1, at(name)]];
    },
    move(from, to) {
      const before = existsSync(at(to));
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
      return [
        [3, at(from)],
        [before ? 2 : 1, at(to)],
      ];
    },
    copy(from, to) {
      cpSync(at(from), at(to), { recursive: true });
      return [[1, at(to)]];
    },
    remove(name) {
      rmSync(at(name), { recursive: true });
      return [[3, at(name)]];
    },
    names: (sort) =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => (sort === 'files' ? entry.isFile() : entry.isDirectory()))
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)),
    removeAll: () => rmSync(path, { recursive: true }),
  };
}

/** Tells a server of events on the disk. */
export function tell(client: LspClient, events: readonly Event[]): void {
  const changes = events.map(([type, path]) => ({ type, uri: URI.file(path).toString() }));
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
