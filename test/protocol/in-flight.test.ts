import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { plant, random } from '../../bench/support/models.ts';
import { HUB_EDITS, HUB_RENAME, LEAF_EDITS, pause, SYSTEM_EDITS, writeFolder } from '../../bench/support/workload.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const SEED = 62443;

/**
 * Edits and requests follow each other faster than the server answers: the findings of a change are told file by file,
 * with other messages in between. In the end they must be those of a server that has seen the last texts alone.
 */
test('edits and requests that overtake the findings leave those of the last text', async () => {
  const next = random(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const folder = writeFolder(plant(12, 40, SEED));
  const [hub, ...areas] = folder.files;
  const texts = new Map(folder.files.map((file) => [folder.fileUri(file), file.text]));
  const client = await startClient([folder.uri]);
  const requests: Promise<unknown>[] = [];
  const open = new Set<string>();
  for (let i = 0; i < 150; i++) {
    const isHub = next() < 0.5;
    const file = isHub ? hub! : pick(areas.slice(0, 4));
    const uri = folder.fileUri(file);
    if (!open.has(uri)) void client.open(uri, file.text);
    open.add(uri);
    const { find, replace } = pick(isHub ? [...HUB_EDITS, ...SYSTEM_EDITS, ...HUB_RENAME] : LEAF_EDITS);
    const text = texts.get(uri)!;
    const edited = text.includes(find) ? text.replace(find, replace) : text.replace(replace, find);
    // Now and then a half is lost, and now and then all is as it was.
    const dice = next();
    const after = dice < 0.1 ? edited.slice(0, edited.length / 2) : dice < 0.3 ? file.text : edited;
    texts.set(uri, after);
    void client.change(uri, after);
    requests.push(...ask(client, uri, Math.floor(next() * 40), pick(['hover', 'completion', 'codeAction', 'none'])));
    if (next() < 0.5) await pause(next() * 20);
  }
  await Promise.all(requests);
  // What is found in a half depends on what was found before: findings stay while a declaration cannot be read.
  for (const file of folder.files.filter(({ text }, i) => isHalf(texts.get(folder.fileUri(folder.files[i]!))!, text))) {
    const uri = folder.fileUri(file);
    texts.set(uri, file.text);
    void client.change(uri, file.text);
  }

  const fresh = await startClient([folder.uri]);
  for (const uri of open) void fresh.open(uri, texts.get(uri)!);
  for (const each of [client, fresh]) await Promise.all(ask(each, folder.fileUri(hub!), 0, 'hover'));
  for (const uri of texts.keys()) expect(client.diagnostics(uri) ?? [], uri).toEqual(fresh.diagnostics(uri) ?? []);
  await Promise.all([client.stop(), fresh.stop()]);
  folder.remove();
});

/** True for a text that was cut, and maybe edited after. */
const isHalf = (text: string, whole: string): boolean => text.length < 0.9 * whole.length;

test('a request that comes after a change is answered when all findings of that change have been sent', async () => {
  // Large enough for the server to send the findings of such a change in many turns.
  const folder = writeFolder(plant(60, 60, SEED));
  const [hub] = folder.files;
  const uri = folder.fileUri(hub!);
  const { find, replace } = SYSTEM_EDITS[0]!;
  const texts = [hub!.text, hub!.text.replace(find, replace)];
  const shown = (client: LspClient) => folder.files.map((file) => client.diagnostics(folder.fileUri(file)) ?? []);
  const afterwards = async (client: LspClient) => {
    await Promise.all(ask(client, uri, 0, 'hover'));
    return shown(client);
  };
  const expected: ReturnType<typeof shown>[] = [];
  for (const text of texts) {
    const fresh = await startClient([folder.uri]);
    void fresh.open(uri, text);
    expected.push(await afterwards(fresh));
    await fresh.stop();
  }
  expect(expected[0]!.filter((findings, i) => isDeepStrictEqual(findings, expected[1]![i]))).toEqual([]);

  const client = await startClient([folder.uri]);
  void client.open(uri, texts[0]!);
  await afterwards(client);
  for (let i = 1; i <= 10; i++) {
    void client.change(uri, texts[i % 2]!);
    // The request comes while the findings are worked out, sooner or later.
    await pause(i);
    expect(await afterwards(client), `after ${i} ms`).toEqual(expected[i % 2]);
  }
  await client.stop();
  folder.remove();
});

type Question = 'hover' | 'completion' | 'codeAction' | 'none';

function ask(client: LspClient, uri: string, line: number, question: Question): Promise<unknown>[] {
  if (question === 'none') return [];
  const position = { line, character: 8 };
  const range = { start: position, end: position };
  const context = { diagnostics: client.diagnostics(uri)?.slice(0, 3) ?? [] };
  const extra = question === 'codeAction' ? { range, context } : { position };
  return [client.request(`textDocument/${question}`, { textDocument: { uri }, ...extra })];
}

test('a file that is opened while it is read from the disk is judged by the text of the editor', async () => {
  const folder = writeFolder([{ name: 'plant.zones', text: 'zone a { sl-t 9 }\n' }]);
  const uri = folder.fileUri(folder.files[0]!);
  const client = await startClient([folder.uri]);
  await client.settled(uri);
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  void client.open(uri, 'zone a { sl-t 8 }\n');
  for (let i = 0; i < 5; i++) {
    await client.settled(uri);
    await pause(20);
  }
  const messages = client.diagnostics(uri)!.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining('8'));
  expect(messages).not.toContainEqual(expect.stringContaining('9'));
  await client.stop();
  folder.remove();
});
