import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FileSource } from '../../files/source.ts';
import { Failure, reasonOf } from '../failure.ts';

/** The readers and writers of files of other tools: a bundle of its own, so that no other command starts later for it. */
export const loadReaders = (): typeof import('../../main-files.ts') =>
  createRequire(__filename)(join(__dirname, 'files.cjs'));

/**
 * A file to be read.
 * @throws Failure where there is none that can be read
 */
export async function fileSource(path: string): Promise<FileSource> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(`Cannot read '${path}': ${reasonOf(error)}. Name a file that can be read.`);
  });
  if (!found.isFile()) throw new Failure(`'${path}' is no file: name the list, scan or drawing to import.`);
  return {
    name: path,
    size: found.size,
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
      } catch (error) {
        if (!(error as NodeJS.ErrnoException).code?.startsWith('E')) throw error;
        throw new Failure(`Cannot read '${path}': ${reasonOf(error)}. Name a file that can be read.`);
      }
    },
  };
}
