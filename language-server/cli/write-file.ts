import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { Failure, reasonOf } from './failure.ts';

/**
 * Writes a file whole or not at all, whatever happens to the disk or the process: what was there stays until all is
 * written beside it.
 * @param path as the user has named it
 * @param mend a sentence: what to do where it cannot be written
 * @throws Failure where it cannot be written, or is a link, a folder or a device
 */
export async function writeWhole(path: string, data: string | Uint8Array, mend: string): Promise<void> {
  const refuse = (why: string) => new Failure(`Cannot write '${path}': ${why}. ${mend}`);
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw refuse(reasonOf(error));
  });
  // What a link leads to is not what the user has named.
  if (found?.isSymbolicLink()) throw refuse('it is a link');
  if (found?.isDirectory()) throw refuse('it is a folder');
  if (found && !found.isFile()) throw refuse('it is no file');
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    // The file written beside it would take the place of one that must not be changed, too.
    if (found) await access(path, constants.W_OK);
    await writeNew(beside, data, found ? (file) => becomeLike(file, found) : undefined);
    await rename(beside, path).catch(async (error: unknown) => {
      await unlink(beside).catch(() => {});
      throw error;
    });
  } catch (error) {
    throw refuse(reasonOf(error));
  }
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
