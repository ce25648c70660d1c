import { request } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { servePage } from '../../language-server/page-server.ts';

const pageOf = (html: string) => ({ html, policy: "default-src 'none'" });

/** Asks for an address under another name of the machine; the status. */
const statusUnder = (host: string, address: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(address, { headers: { Host: host } }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end();
  });

/** True where nobody listens at a port any more. */
const isClosed = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => false,
    () => true,
  );

afterEach(() => vi.useRealTimers());

test('serves the page at its address, once, to this machine alone, and nothing elsewhere', async () => {
  const other = await servePage(pageOf('another'));
  const address = await servePage(pageOf('<p>Plant</p>'));
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}$/);
  const { origin, pathname } = new URL(address);
  for (const path of ['/', `${pathname}x`, pathname.slice(0, -1), `${pathname}/x`, `${pathname}?`]) {
    const response = await fetch(`${origin}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  }
  expect((await fetch(address, { method: 'POST' })).status).toBe(404);
  const page = await fetch(address);
  expect([page.status, await page.text()]).toEqual([200, '<p>Plant</p>']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
  const again = await fetch(address);
  expect([again.status, await again.text()]).toEqual([404, expect.stringContaining('print it again')]);
  expect((await fetch(other)).status).toBe(200);
});

test('one server has all pages, and ends with the last of them', async () => {
  const [one, other] = [await servePage(pageOf('1')), await servePage(pageOf('2'))];
  expect(new URL(one).port).toBe(new URL(other).port);
  expect(new URL(one).pathname).not.toBe(new URL(other).pathname);
  expect(await (await fetch(one)).text()).toBe('1');
  expect(await isClosed(one)).toBe(false);
  expect(await (await fetch(other)).text()).toBe('2');
  expect(await isClosed(other)).toBe(true);
  const next = await servePage(pageOf('3'));
  expect(await (await fetch(next)).text()).toBe('3');
});

test('a name that somebody else may own gets nothing, and takes nothing away', async () => {
  const address = await servePage(pageOf('1'));
  const { port } = new URL(address);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example:80']) {
    expect(await statusUnder(host, address)).toBe(403);
  }
  // A tunnel ends at a port of its own.
  expect(await statusUnder('localhost:4711', address)).toBe(200);
});

test('a page that nobody asks for is gone after five minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const address = await servePage(pageOf('1'));
  vi.advanceTimersByTime(5 * 60_000 - 1);
  expect(await isClosed(address)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isClosed(address)).toBe(true);
});
