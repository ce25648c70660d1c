import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-'));
const uri = (file: string) => pathToFileURL(join(folder, file)).href;
const told: string[][] = [];
let client: LspClient;

beforeAll(async () => {
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.zones`), `system s\nzone ${name}`);
  client = await startClient([pathToFileURL(folder).href]);
  client.connection.onNotification('zones/modelChanged', ({ uris }: { uris: string[] }) => void told.push(uris));
  await client.settled(uri('a.zones'));
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** What a client is told after something has happened to a file on the disk. */
async function toldAfter(file: string): Promise<string[][]> {
  told.length = 0;
  const changes = [{ uri: uri(file), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.settled(uri('a.zones'));
  return [...told];
}

test('a file that is read again as it was changes no model', async () => {
  expect(await toldAfter('b.zones')).toEqual([]);
});

test('one with another text does, be it a comment: places are others', async () => {
  writeFileSync(join(folder, 'b.zones'), '// behind the fence\nsystem s\nzone b');
  expect((await toldAfter('b.zones')).flat()).toContain(uri('b.zones'));
});

test('and so does typing in an editor', async () => {
  await client.open(uri('a.zones'), 'system s\nzone a { sl-t }');
  told.length = 0;
  await client.change(uri('a.zones'), 'system s\nzone a2 { sl-t }');
  expect(told.flat()).toContain(uri('a.zones'));
});
