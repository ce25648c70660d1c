import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import platformPath, { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { type Decoded, decode } from './encoding.ts';
import { MAX_FILE, TOO_LONG } from './language/parser/split.ts';
import { loadDocuments } from './load-documents.ts';
import { type Content, type Identity, LEADS_OUT, type Runtime } from './lsp/runtime.ts';
import { loadReaders, openImport } from './node-files.ts';
import { isModelName, isSameName, parsed, pathsOf } from './paths.ts';

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
    const found = (await isFolder(path)) ? await listModelFiles(path, () => {}) : [path].filter(isModelName);
    const listed = await Promise.all(
      found.map(async (file) => ({ ...(await linkOf(file)), stamp: await stampOf(file) })),
    );
    // A link that leads nowhere is listed, as what it leads to may come; what has gone meanwhile is not.
    return listed.filter(({ stamp, place, target }) => stamp !== undefined || target !== place);
  },
  async identifyBelow(folder, path) {
    const from = pathOf(folder);
    return from === undefined || path.includes('\0') ? undefined : uriOf(await realPathOf(resolve(from, path)));
  },
  async isFile(place) {
    const found = await stat(pathOf(place) ?? '').catch(() => undefined);
    return found?.isFile() ?? false;
  },
  async listEntries(place) {
    const entries = await readdir(pathOf(place) ?? '', { withFileTypes: true }).catch((): Dirent[] => []);
    return entries.map((entry) => ({
      name: entry.name,
      sort: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : 'file',
    }));
  },
  async readFile(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    return readModelFile(path).catch(() => undefined);
  },
  async openImport(uri) {
    const path = pathOf(uri);
    if (path === undefined) return { fault: 'It is no file of this machine. Save it to a folder here.' };
    return openImport(path).catch((error: NodeJS.ErrnoException) => {
      if (!error.code?.startsWith('E')) throw error;
      return { fault: 'It is not there, or must not be read.' };
    });
  },
  writeWorkbook: async (sheets) => Buffer.from(await loadReaders().writeWorkbook(sheets)).toString('base64'),
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
  documents: {
    writeDocx: async (documents) => loadDocuments().writeDocx(documents),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  },
};

const { pathOf, uriOf, isInside } = pathsOf(platformPath);

async function identityOf(path: string): Promise<Identity> {
  const [folder, target] = await Promise.all([realPathOf(dirname(path)), realPathOf(path)]);
  const place = join(folder, basename(path));
  return { place: uriOf(isSameName(target, place) ? target : place), target: uriOf(target) };
}

/** A path without links; of one that is not there, as far as it is. */
async function realPathOf(path: string): Promise<string> {
  const { root } = parse(path);
  const names = path.slice(root.length).split(sep);
  let real = root;
  let there = 0;
  // Halved and halved again: of thousands of folders that are not there, only a few are asked about.
  for (let gone = names.length + 1, asked = names.length; there + 1 < gone; asked = (there + gone) >> 1) {
    const found = await realpath(join(root, ...names.slice(0, asked))).catch(() => undefined);
    if (found === undefined) gone = asked;
    else [real, there] = [found, asked];
  }
  return join(real, ...names.slice(there));
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
  return { place, target: isLink ? uriOf(await realpath(path).catch(() => endOfLink(path))) : place };
}

/** A ring of links is as long as one likes. */
const MOST_LINKS = 40;

/** What a link would lead to in the end, if it were there. */
async function endOfLink(path: string): Promise<string> {
  let end = path;
  for (let i = 0; i < MOST_LINKS; i++) {
    const next = await readlink(end).catch(() => undefined);
    if (next === undefined) break;
    end = await realFolderOf(resolve(dirname(end), next));
  }
  return end;
}

/** A path with the links of the folders above resolved. */
const realFolderOf = async (path: string): Promise<string> => join(await realPathOf(dirname(path)), basename(path));

/** Undefined for a folder, and for what is not there. */
async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && !found.isDirectory() ? `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}` : undefined;
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
      else if (isModelName(entry.name)) found.push(inner);
    }
  }
  await walk(folder);
  return found.sort();
}

const NO_FILE =
  'This is no file but a pipe, a socket or a device, so nothing of it is read: put a file in its place, or name it otherwise.';

/** In UTF-8, which is the longest, what is longer than this has more characters than are read. */
const MOST_BYTES = 3 * MAX_FILE;

/**
 * The text of a file with its byte order mark, or why it cannot be told. The file is looked at before it is read: a pipe
 * would never end, and a long file would fill the memory.
 * @param folder where the file has to lie, its links followed; anywhere unless given
 * @throws the error of the file system where it is not there or must not be read
 */
export async function decodeModelFile(path: string, folder?: string): Promise<Decoded> {
  const found = await stat(path);
  if (folder !== undefined && !isInside(await realpath(folder), await realpath(path))) return { fault: LEADS_OUT };
  if (!found.isFile() && !found.isDirectory()) return { fault: NO_FILE };
  if (found.size > MOST_BYTES) return { fault: TOO_LONG };
  return decode(await readFile(path));
}

/** As `decodeModelFile`, without the byte order mark, which is no part of the text: editors count columns without it too. */
export async function readModelFile(path: string, folder?: string): Promise<Content> {
  const decoded = await decodeModelFile(path, folder);
  return 'fault' in decoded ? { text: '', ...decoded } : { text: decoded.text.replace(/^\ufeff/, '') };
}
