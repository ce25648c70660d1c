import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
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
  /** A link to a file or a folder. */
  link(to: string, name: string): Event[];
  removeAll(): void;
}

export function createDisk(): Disk {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'zones-disk-')));
  const at = (name: string) => join(path, name);
  /** A watcher tells of places, not of the links that lead there. */
  const real = (name: string) => join(realpathSync(dirname(at(name))), basename(name));
  return {
    path,
    at,
    uri: (name) => URI.file(at(name)).toString(),
    write(name, text) {
      const before = existsSync(at(name));
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
      return [[before ? 2 : 1, realpathSync(at(name))]];
    },
    makeFolder(name) {
      mkdirSync(at(name), { recursive: true });
      return [[1, real(name)]];
    },
    move(from, to) {
      const before = existsSync(at(to));
      mkdirSync(dirname(at(to)), { recursive: true });
      const gone = real(from);
      renameSync(at(from), at(to));
      return [
        [3, gone],
        [before ? 2 : 1, real(to)],
      ];
    },
    copy(from, to) {
      try {
        copyTo(at(from), at(to));
      } catch (error) {
        // A part of it may be there.
        if (!existsSync(at(to))) throw error;
      }
      return [[1, real(to)]];
    },
    remove(name) {
      const gone = real(name);
      rmSync(at(name), { recursive: true });
      return [[3, gone]];
    },
    link(to, name) {
      symlinkSync(at(to), at(name));
      return [[1, real(name)]];
    },
    removeAll: () => rmSync(path, { recursive: true }),
  };
}

/** Node's own `cpSync` aborts the process where a ring of links is in the way. */
function copyTo(from: string, to: string): void {
  const found = lstatSync(from);
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (found.isFile()) copyFileSync(from, to);
  else {
    // What is in a folder first: it may be copied into itself.
    const names = readdirSync(from);
    mkdirSync(to, { recursive: true });
    for (const name of names) copyTo(join(from, name), join(to, name));
  }
}

/** Tells a server of events on the disk. */
export function tell(client: LspClient, events: readonly Event[]): void {
  const changes = events.map(([type, path]) => ({ type, uri: URI.file(path).toString() }));
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
