import type { PlatformPath } from 'node:path';
import { URI } from 'vscode-uri';
import { wellFormed } from './core/text/names.ts';

/** What a model's file is called, also where a disk or a person has it in capitals. */
export const isModelName = (name: string): boolean => /\.zones$/i.test(name);

/**
 * True for names that a disk takes for the same where it does not tell capitals from small letters, or an accent from a
 * letter with one: as those of Windows and macOS do.
 */
export const isSameName = (a: string, b: string): boolean => fold(a) === fold(b);

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

/** The parts of a URI; undefined for what is none. */
export function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** Paths and URIs of files as a platform has them: functions of text alone, the same on every machine. */
export interface Paths {
  /** The path that a URI of a file names; undefined for one of another machine that has no such path, or of no file. */
  pathOf(uri: string): string | undefined;
  /** The URI of a file, in one spelling: a drive's letter is small. */
  uriOf(path: string): string;
  /** True for a folder and what lies in it. */
  isInside(folder: string, path: string): boolean;
  /** The path from a folder, with `/` and with `..` where needed; an absolute one where none leads there. */
  shownFrom(folder: string, path: string): string;
}

export function pathsOf(path: PlatformPath): Paths {
  const isWindows = path.sep === '\\';
  const withSlashes = (text: string): string => text.replaceAll(path.sep, '/');
  return {
    pathOf(uri) {
      const { authority = '', path: named = '' } = parsed(uri) ?? {};
      // The library takes what has no scheme for a file.
      if (!/^file:/i.test(uri) || !named.startsWith('/') || named.includes('\0')) return undefined;
      const host = authority.toLowerCase() === 'localhost' ? '' : authority;
      if (!isWindows) return host === '' ? path.resolve(named) : undefined;
      if (host !== '') return path.normalize(`//${host}${named}`);
      // Without a drive it is nowhere: which one is meant follows from where the process was started.
      return /^\/[a-z]:(\/|$)/i.test(named) ? path.resolve(`${named.slice(1)}/`) : undefined;
    },
    uriOf: (file) => URI.file(wellFormed(isWindows ? withSlashes(file) : file)).toString(),
    isInside(folder, file) {
      const way = path.relative(folder, file);
      return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
    },
    shownFrom: (folder, file) => withSlashes(path.relative(folder, file)) || '.',
  };
}

/** A path as a report has it, as a URI: relative where it is, of a file where it begins at a drive or a host. */
export function uriReference(shown: string): { readonly uri: string; readonly isRelative: boolean } {
  const isRelative = !/^([a-z]:)?\//i.test(shown);
  return {
    uri: isRelative ? wellFormed(shown).split('/').map(encodeURIComponent).join('/') : URI.file(shown).toString(),
    isRelative,
  };
}
