import { lstat, stat } from 'node:fs/promises';
import platformPath, { dirname, resolve } from 'node:path';
import { listModelFiles } from '../node-runtime.ts';
import { isModelName, pathsOf } from '../paths.ts';
import { COULD_NOT, Failure, reasonOf } from './failure.ts';
import { warn } from './terminal.ts';

/**
 * The folders that paths of folders and files name (default: the current folder), each with the files that it is limited
 * to, if it is.
 * @throws Failure where one is not there, or is no model
 */
export async function foldersOf(paths: readonly string[]): Promise<Map<string, Set<string> | undefined>> {
  const folders = new Map<string, Set<string> | undefined>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(path);
    const found = await stat(absolute).catch((error: unknown) => {
      throw new Failure(`Cannot read '${path}': ${reasonOf(error)}. Name a folder or a .zones file that can be read.`);
    });
    if (found.isDirectory()) folders.set(absolute, undefined);
    else if (!isModelName(absolute) || !found.isFile()) {
      throw new Failure(`'${path}' is no model: name a folder, or a file whose name ends in .zones.`);
    } else {
      const folder = dirname(absolute);
      if (!folders.has(folder)) folders.set(folder, new Set());
      folders.get(folder)?.add(absolute);
    }
  }
  return folders;
}

/**
 * Paths of the `.zones` files in a folder and below, sorted. A folder that cannot be read is told and left out.
 * @param entering is told of each folder before it is read
 */
export async function filesIn(folder: string, entering?: () => void): Promise<string[]> {
  const unreadable: [string, unknown][] = [];
  const files = await listModelFiles(folder, (path, error) => unreadable.push([path, error]), entering);
  for (const [path, error] of unreadable) await leaveOut(path, error);
  return files;
}

/** Says that a file or folder cannot be read, and why: the command goes on without it, and ends as one that could not. */
export async function leaveOut(path: string, error: unknown): Promise<void> {
  process.exitCode = COULD_NOT;
  warn(await whyLeftOut(path, error));
}

async function whyLeftOut(path: string, error: unknown): Promise<string> {
  const shown = displayPath(path);
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
    // Node puts this letter for bytes that are not UTF-8, and then finds nothing of that name.
    if (path.includes('\ufffd')) return `'${shown}' is left out: its name is not in UTF-8. Rename it.`;
    const isLink = await lstat(path).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    if (isLink) return `'${shown}' is left out: it is a link to what is not there. Remove it, or bring back the file.`;
  }
  return `'${shown}' is left out: ${reasonOf(error)}. Make it readable, or move it away.`;
}

/** A path from the current folder, with `/` and with `..` where needed. */
export const displayPath = (absolute: string): string => shownFrom(process.cwd(), absolute);

const { shownFrom } = pathsOf(platformPath);

/** What is said of a folder without models: nothing found must not look like nothing to do. */
export const noModelsIn = (folder: string): string => `No .zones files in '${folder}'.`;
