import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { Failure, reasonOf } from './failure.ts';

/** A file to be written. */
export interface FileToWrite {
  /** As the user has named it. */
  readonly path: string;
  data(): string | Uint8Array | Promise<string | Uint8Array>;
  /** A sentence: what to do where it cannot be written. */
  readonly mend: string;
}

/**
 * Writes a file whole or not at all, whatever happens to the disk or the process: what was there stays until all is
 * written beside it.
 * @param path as the user has named it
 * @param mend a sentence: what to do where it cannot be written
 * @throws Failure where it cannot be written, or is a link, a folder or a device
 */
export const writeWhole = (path: string, data: string | Uint8Array, mend: string): Promise<void> =>
  writeAllWhole([{ path, data: () => data, mend }]);

/**
 * Writes several files, all or none: what was there stays until all of them are written beside what they replace.
 * @throws Failure where one cannot be written; it says which have been written, if any
 */
export async function writeAllWhole(files: readonly FileToWrite[]): Promise<void> {
  const ready: WrittenBeside[] = [];
  const discard = (those: readonly WrittenBeside[]) => Promise.all(those.map((each) => each.discard()));
  try {
    for (const { path, data, mend } of files) ready.push(await writeBeside(path, await data(), mend));
  } catch (error) {
    await discard(ready);
    throw files.length > 1 && error instanceof Failure
      ? new Failure(`${error.message} No other file was written.`)
      : error;
  }
  for (const [i, { take }] of ready.entries()) {
    try {
      await take();
    } catch (error) {
      await discard(ready.slice(i));
      if (i === 0 || !(error instanceof Failure)) throw error;
      const written = files.slice(0, i).map(({ path }) => `'${path}'`);
      throw new Failure(`${error.message} Written before it: ${written.join(', ')}.`);
    }
  }
}

/** A file that is written beside the one that it is to replace. */
interface WrittenBeside {
  /** Lets it take its place. */
  take(): Promise<void>;
  discard(): Promise<void>;
}

async function writeBeside(path: string, data: string | Uint8Array, mend: string): Promise<WrittenBeside> {
  const refuse = (why: string) => new Failure(`Cannot write '${path}': ${why}. ${mend}`);
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw refuse(reasonOf(error));
  });
  // What a link leads to is not what the user has named.
  if (found?.isSymbolicLink()) throw refuse('it is a link');
  if (found?.isDirectory()) throw refuse('it is a folder');
  if (found && !found.isFile()) throw refuse('it is no file');
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const refused = (error: unknown) => {
    throw refuse(reasonOf(error));
  };
  // The file written beside it would take the place of one that must not be changed, too.
  if (found) await access(path, constants.W_OK).catch(refused);
  await writeNew(beside, data, found ? (file) => becomeLike(file, found) : undefined).catch(refused);
  return {
    take: () => rename(beside, path).catch(refused),
    discard: () => unlink(beside).catch(() => {}),
  };
}

/**
 * Writes a file that is not there yet, whole or not at all.
 * @param prepare is called with the file before it is filled
 * @throws the error of the file system where it is there, whatever it is, or cannot be written
 */
export async function writeNew(
  path: string,
  data: string | Uint8Array,
  prepare?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await prepare?.(file);
    // Until all is written: of what a disk takes when it is nearly full, one call writes a part.
    await file.writeFile(data);
    await file.sync();
  } catch (error) {
    await unlink(path).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
}

/** Gives a file mode and owner of the one that it will replace; whose files one may not give away keeps them. */
async function becomeLike(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await file.chown(uid, gid).catch(() => {});
  await file.chmod(mode & 0o777);
}
