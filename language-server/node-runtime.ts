import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { decode } from './encoding.ts';
import type { Content, Identity, Runtime } from './lsp/runtime.ts';

/** The file system and clock of the machine. */
export const nodeRuntime: Runtime = {
  async identify(uri) {
    const path = pathOf(uri);
    if (path !== undefined) return identityOf(path);
    const spelled = parsed(uri)?.toString() ?? uri;
    return { place: spelled, target: spelled };
  },
  async listFiles(place) {
    const path = pathOf(place);
    if (path === undefined) return [];
    const found = (await isFolder(path)) ? await listModelFiles(path, () => {}) : [path].filter(isModelPath);
    const listed = await Promise.all(
      found.map(async (file) => ({ ...(await linkOf(file)), stamp: await stampOf(file) })),
    );
    return listed.flatMap(({ stamp, ...identity }) => (stamp === undefined ? [] : [{ ...identity, stamp }]));
  },
  async readFile(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    return readModelFile(path).catch(() => undefined);
  },
  today() {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  pause: () => new Promise((done) => setImmediate(done)),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds).unref()),
  async servePage(page) {
    // Node's HTTP server takes a while to load, and few pictures are printed.
    const { servePage } = await import('./page-server.ts');
    return servePage(page);
  },
};

const isModelPath = (path: string): boolean => path.endsWith('.zones');
const uriOf = (path: string): string => URI.file(path).toString();

/** The parts of a URI; undefined for what is none. */
function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** The path that a URI of a file names on this machine; undefined for one of another machine, or of no file. */
function pathOf(uri: string): string | undefined {
  const { scheme = '', authority = '', path = '', fsPath = '' } = parsed(uri) ?? {};
  if (scheme.toLowerCase() !== 'file' || !path.startsWith('/') || path.includes('\0')) return undefined;
  if (authority !== '' && authority.toLowerCase() !== 'localhost') {
    return process.platform === 'win32' ? fsPath : undefined;
  }
  // `fsPath` takes the name of a host for a part of the path, and a folder `C:` for a drive.
  return resolve(process.platform === 'win32' ? URI.file(path).fsPath : path);
}

async function identityOf(path: string): Promise<Identity> {
  const [folder, target] = await Promise.all([realPathOf(dirname(path)), realPathOf(path)]);
  const place = join(folder, basename(path));
  // Where only the case differs it is the same name, on a disk that does not tell them apart.
  const same = target.toLowerCase() === place.toLowerCase();
  return { place: uriOf(same ? target : place), target: uriOf(target) };
}

/** A path without links; of one that is not there, as far as it is. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const folder = dirname(path);
  return folder === path ? path : join(await realPathOf(folder), basename(path));
}

const isFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What a file in a folder without links is a link to. */
async function linkOf(path: string): Promise<Identity> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  const place = uriOf(path);
  return { place, target: isLink ? uriOf(await realPathOf(path)) : place };
}

/** Undefined for what is no file. */
async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found?.isFile() ? `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}` : undefined;
}

/**
 * Paths of the `.zones` files in a folder and below, sorted; dot folders and node_modules are not read. Links to
 * folders are not followed, so a ring of links cannot trap the walk.
 * @param unreadable is told of each folder that cannot be read, which is left out
 * @param entering is told of each folder before it is read
 */
export async function listModelFiles(
  folder: string,
  unreadable: (folder: string, error: unknown) => void,
  entering: () => void = () => {},
): Promise<string[]> {
  const found: string[] = [];
  async function walk(path: string): Promise<void> {
    entering();
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      unreadable(path, error);
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inner = join(path, entry.name);
      if (entry.isDirectory()) await walk(inner);
      else if (isModelPath(entry.name) && (entry.isFile() || entry.isSymbolicLink())) found.push(inner);
    }
  }
  await walk(folder);
  return found.sort();
}

/**
 * The text of a file, or why it cannot be told. It has no byte order mark, which is no part of it: editors count columns
 * without it too.
 */
export async function readModelFile(path: string): Promise<Content> {
  const decoded = decode(await readFile(path));
  return 'fault' in decoded ? { text: '', ...decoded } : { text: decoded.text.replace(/^\ufeff/, '') };
}
