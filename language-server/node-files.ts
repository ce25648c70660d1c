import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ImportFormat, OpenFile } from './core/exchange/sheet.ts';
import type { FileSource } from './files/source.ts';

/** The readers of files of other tools: a bundle of its own, so that nothing starts later that does not need it. */
export const loadReaders = (): typeof import('./main-files.ts') =>
  createRequire(__filename)(join(__dirname, 'files.cjs'));

/** So much of a file is read at once, in bytes. */
const CHUNK = 256 * 1024;

/** A file of the disk, to be read. @throws the error of the file system where it is not there */
export async function diskSource(path: string): Promise<FileSource> {
  const found = await stat(path);
  if (found.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
  // It is read more than once, which no pipe can be.
  if (!found.isFile()) throw Object.assign(new Error('it is a pipe or a device, not a file'), { code: 'ENOTSUP' });
  return {
    name: path,
    size: found.size,
    async *chunks() {
      yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
    },
  };
}

/** A file as the tables that it holds, or why it cannot be read: a sentence. @throws the error of the file system */
export async function openImport(path: string, format?: ImportFormat): Promise<OpenFile | { readonly fault: string }> {
  const source = await diskSource(path);
  const { openFile, Unreadable } = loadReaders();
  try {
    return await openFile(source, format);
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message };
    throw error;
  }
}
