import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedPage } from './core/diagram/files/print-page.ts';

/** How long a page can be asked for, in milliseconds: a browser may have to start first. */
const LIFETIME = 5 * 60_000;

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves a page to the browsers of this machine, at an address that nobody can guess, for some minutes. A file would do
 * where editor and browser share a disk, which they do not over SSH, in containers or where the browser is confined.
 * @returns the address
 */
export async function servePage({ html, policy }: ServedPage): Promise<string> {
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => {
    const isPage = request.method === 'GET' && request.url === path;
    if (isPage) response.writeHead(200, { ...HEADERS, 'Content-Security-Policy': policy }).end(html);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Neither the server nor the wait for its end keeps the process.
  server.unref();
  setTimeout(() => server.close(), LIFETIME).unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}
