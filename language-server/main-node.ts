import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type Runtime, startServer } from './lsp/server.ts';

/** The file system and clock of the machine. */
export const nodeRuntime: Runtime = {
  async listFiles(folder) {
    const found: string[] = [];
    await collect(fileURLToPath(folder), found);
    return found.sort().map((path) => URI.file(path).toString());
  },
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
  },
  today() {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

/** Links to folders are not followed, so a ring of links cannot trap the walk. */
async function collect(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await collect(path, found);
    else if (entry.name.endsWith('.zones')) found.push(path);
  }
}

startServer(createConnection(ProposedFeatures.all), nodeRuntime);
