import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { listModelFiles } from '../node-runtime.ts';
import { Failure, reasonOf } from './failure.ts';

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
    else if (!absolute.endsWith('.zones') || !found.isFile()) {
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
 * Paths of the `.zones` files in a folder and below, sorted.
 * @throws Failure where a folder cannot be read
 */
export function filesIn(folder: string): Promise<string[]> {
  return listModelFiles(folder, (path, error) => {
    throw new Failure(`Cannot read the folder '${displayPath(path)}': ${reasonOf(error)}. Make it readable.`);
  });
}

/** A path from the current folder, with `/` and with `..` where needed. */
export function displayPath(absolute: string): string {
  return relative(process.cwd(), absolute).split(sep).join('/') || '.';
}

/** What is said of a folder without models: nothing found must not look like nothing to do. */
export const noModelsIn = (folder: string): string => `No .zones files in '${folder}'.`;
