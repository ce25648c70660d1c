import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { Runtime } from './lsp/runtime.ts';

/** The file system and clock of the machine. */
export const nodeRuntime: Runtime = {
  async listFiles(folder) {
    const found = await listModelFiles(fileURLToPath(folder), () => {});
    return found.map((path) => URI.file(path).toString());
  },
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    return readModelFile(fileURLToPath(uri)).catch(() => undefined);
  },
  today() {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  async servePage(page) {
    // Node's HTTP server takes a while to load, and few pictures are printed.
    const { servePage } = await import('./page-server.ts');
    return servePage(page);
  },
};

/**
 * Paths of the `.zones` files in a folder and below, sorted; dot folders and node_modules are not read. Links to
 * folders are not followed, so a ring of links cannot trap the walk.
 * @param unreadable is told of each folder that cannot be read; what it does not throw at is left out
 */
export async function listModelFiles(
  folder: string,
  unreadable: (folder: string, error: unknown) => void,
): Promise<string[]> {
  const found: string[] = [];
  async function walk(path: string): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      unreadable(path, error);
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inner = join(path, entry.name);
      if (entry.isDirectory()) await walk(inner);
      else if (entry.name.endsWith('.zones') && (entry.isFile() || entry.isSymbolicLink())) found.push(inner);
    }
  }
  await walk(folder);
  return found.sort();
}

/** The text of a file, without the byte order mark, which is no part of it: editors count columns without it too. */
export async function readModelFile(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
}
