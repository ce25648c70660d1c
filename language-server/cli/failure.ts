/** The exit code for what could not be done; 1 is for findings, and for files that are not formatted. */
export const COULD_NOT = 2;

/** Thrown where a command cannot do what it was asked: its message says in one line what, where and how to mend it. */
export class Failure extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOTSUP: 'it is a pipe or a device, not a file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EBUSY: 'another program has it open',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'it would be larger than files may be here',
  EDQUOT: 'the quota of the disk is used up',
  EEXIST: 'it exists already',
  ELOOP: 'its links run in a ring',
};

/** What an error of the file system means, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
