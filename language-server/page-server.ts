import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedPage } from './core/diagram/files/print-page.ts';

/** How long a page can be asked for, in milliseconds: a browser may have to start first. */
const LIFETIME = 5 * 60_000;

const HEADERS = {
  'Cache-Control': 'no-store',
  Connection: 'close',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const GONE =
  'There is no such page. A diagram can be read once, within five minutes, and is gone then: print it again from Zones.\n';

/** What this machine is called by its own browsers, at whatever port a tunnel ends: no name that somebody else may own. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** The pages that nobody has read yet, by their paths. */
const pages = new Map<string, ServedPage>();

/** The one server, while there are pages. */
let listening: Promise<Server> | undefined;

/**
 * Serves a page to the first who asks, on this machine alone, at an address that nobody can guess, for some minutes. A
 * file would do where editor and browser share a disk, which they do not over SSH, in containers or where the browser is
 * confined.
 * @returns the address
 */
export async function servePage(page: ServedPage): Promise<string> {
  const path = `/${randomBytes(16).toString('hex')}`;
  pages.set(path, page);
  setTimeout(take, LIFETIME, path).unref();
  listening ??= listen();
  try {
    return `http://127.0.0.1:${((await listening).address() as AddressInfo).port}${path}`;
  } catch (error) {
    listening = undefined;
    take(path);
    throw error;
  }
}

async function listen(): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Neither the server nor the wait for its end keeps the process.
  return server.unref();
}

function answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
  if (!OWN_HOST.test(headers.host ?? '')) {
    response.writeHead(403, HEADERS).end();
    return;
  }
  const page = method === 'GET' ? take(url) : undefined;
  const [status, type] = page ? [200, 'text/html'] : [404, 'text/plain'];
  const policy = page?.policy ?? "default-src 'none'";
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': policy,
  });
  response.end(page?.html ?? GONE);
}

/** A page, which nobody else gets then; with the last one the server ends. */
function take(path: string): ServedPage | undefined {
  const page = pages.get(path);
  if (pages.delete(path) && pages.size === 0) {
    void listening?.then((server) => server.close()).catch(() => {});
    listening = undefined;
  }
  return page;
}
