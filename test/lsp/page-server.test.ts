import { expect, test } from 'vitest';
import { servePage } from '../../language-server/page-server.ts';

const pageOf = (html: string) => ({ html, policy: "default-src 'none'" });

test('serves the page at its address, to this machine alone, and nothing elsewhere', async () => {
  const address = await servePage(pageOf('<p>Plant</p>'));
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}$/);
  const page = await fetch(address);
  expect([page.status, await page.text()]).toEqual([200, '<p>Plant</p>']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
  const { origin, pathname } = new URL(address);
  for (const other of ['/', `${pathname}x`, pathname.slice(0, -1), `${pathname}/x`]) {
    const response = await fetch(`${origin}${other}`);
    expect([response.status, await response.text()]).toEqual([404, '']);
  }
  expect((await fetch(address, { method: 'POST' })).status).toBe(404);
});

test('two pages have addresses that tell nothing of each other', async () => {
  const [one, other] = [new URL(await servePage(pageOf('1'))), new URL(await servePage(pageOf('2')))];
  expect(one.port).not.toBe(other.port);
  expect(one.pathname).not.toBe(other.pathname);
  expect((await fetch(new URL(one.pathname, other))).status).toBe(404);
});
