import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { random } from '../../bench/support/models.ts';
import { createDisk, type Disk, type Event, tell } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const SEED = Number(process.env.SEED ?? 62443);
const RUNS = Number(process.env.RUNS ?? 6);
const STEPS = 40;

/** Is written in Latin-1, which is not read. */
const LATIN = 'zone a "K\u00fchlung"\n';

/** Declarations of few names: files clash, and say things of each other. */
const TEXTS = [
  'zone a : cell { sl-t 2  asset p : plc }\n',
  'zone b : nokind\nzone a.x : cell\n',
  'zone b : control { sl-t 1  implements SR 1.1 }\n',
  'conduit c between a and b { flow a.p -> b : https }\n',
  'system s "S" { owner "x" }\nzone a : cell\n',
  'asset-type p extends plc\nzone c : cell { asset p : p }\n',
  'zone ',
  '',
  LATIN,
];

const bytesOf = (text: string) => Buffer.from(text, text === LATIN ? 'latin1' : 'utf8');

const FOLDERS = ['one', 'one/in', 'two', 'two/Rev (2) é', '.hidden', 'one/node_modules', 'beside'];
const FILES = ['x.zones', 'y.zones', 'z z.zones', 'note.txt'];
const ROOTS = ['one', 'two', 'one/in', 'link'];

/** URIs of the same file. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => URI.file(path).toString(),
  (path) => `file://${path}`,
  (path) => `file://localhost${path.split('/').map(encodeURIComponent).join('/')}`,
  (path) =>
    URI.file(path)
      .toString()
      .replaceAll(/%../g, (each) => each.toLowerCase()),
];

/** What a client has done: the disk, its open documents with their texts, in the order of their last change, and its folders. */
interface World {
  readonly disk: Disk;
  readonly open: Map<string, string>;
  roots: string[];
}

/**
 * After any sequence of events the findings are those of a server that starts with the files, documents and folders as
 * they are in the end. Events come in bursts, after what they tell of, twice, or in another order.
 */
test.each(Array.from({ length: RUNS }, (_, i) => SEED + i))(
  'what happens on the disk and in the editor, seed %i',
  async (seed) => {
    const next = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const world: World = { disk: createDisk(), open: new Map(), roots: ['one', 'two'] };
    const { disk } = world;
    for (const folder of FOLDERS) disk.makeFolder(folder);
    for (const folder of FOLDERS) if (next() < 0.7) disk.write(`${folder}/${pick(FILES)}`, bytesOf(pick(TEXTS)));
    symlinkSync(disk.at('two'), disk.at('link'));
    const client = await startClient(world.roots.map(disk.uri));
    const log: string[] = [];
    let pending: Event[] = [];
    for (let step = 1; step <= STEPS; step++) {
      const burst = 1 + Math.floor(next() * 6);
      for (let i = 0; i < burst; i++) {
        if (next() < 0.6) pending.push(...happen(world, pick, log));
        else edit(world, client, pick, log);
        if (next() < 0.4) pending = flush(client, pending, next);
        if (next() < 0.2) await new Promise((done) => setTimeout(done, next() * 5));
      }
      pending = flush(client, pending, next);
      if (step % 8 > 0) continue;
      const fresh = await startClient(world.roots.map(disk.uri));
      for (const [uri, text] of world.open) void fresh.open(uri, text);
      for (const each of [client, fresh]) await each.settled('untitled:x');
      expect(client.findings(), `seed ${seed}, step ${step}:\n${log.join('\n')}`).toEqual(fresh.findings());
      expect(client.errors).toEqual([]);
      await fresh.stop();
      log.push('--- as a fresh start');
    }
    await client.stop();
    disk.removeAll();
  },
);

/** Tells of events: in order, in another order, or some of them twice. */
function flush(client: LspClient, pending: Event[], next: () => number): Event[] {
  if (next() < 0.2) pending.reverse();
  if (next() < 0.2) pending.push(...pending.slice(0, 3));
  if (pending.length > 0) tell(client, pending);
  return [];
}

type Pick = <T>(list: readonly T[]) => T;

/** Something happens on the disk. */
function happen({ disk }: World, pick: Pick, log: string[]): Event[] {
  const file = () => `${pick(FOLDERS)}/${pick(FILES)}`;
  const folder = () => pick([...FOLDERS.slice(1), 'one/new', 'two/new', 'two/new/er', 'beside/other']);
  const text = pick(TEXTS);
  const [from, to] = pick([0, 1]) ? [file(), file()] : [folder(), folder()];
  const [name, act] = pick<[string, () => Event[]]>([
    ['write', () => disk.write(FILES.includes(basename(from)) ? from : `${from}/x.zones`, bytesOf(text))],
    ['move', () => disk.move(from, to)],
    ['copy', () => disk.copy(from, to)],
    ['remove', () => disk.remove(from)],
    ['link', () => disk.link(from, to)],
  ]);
  try {
    const events = act();
    log.push(`${name} ${from} ${to} ${JSON.stringify(text)}`);
    return events;
  } catch {
    // It is not there, or the other is in the way.
    return [];
  }
}

/** Something happens in the editor. */
function edit(world: World, client: LspClient, pick: Pick, log: string[]): void {
  const { disk, open } = world;
  const act = pick(['open', 'open', 'close', 'change', 'change', 'folder']);
  if (act === 'folder') {
    const name = pick(ROOTS);
    const isOpen = world.roots.includes(name);
    world.roots = isOpen ? world.roots.filter((other) => other !== name) : [...world.roots, name];
    const folder = [{ uri: disk.uri(name), name }];
    const event = { added: isOpen ? [] : folder, removed: isOpen ? folder : [] };
    void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    log.push(`folders ${world.roots}`);
  } else if (act === 'open') {
    const path = disk.at(`${pick([...FOLDERS, 'link'])}/${pick(FILES.slice(0, 3))}`);
    // An editor has one document a path.
    if ([...open.keys()].some((other) => URI.parse(other).path === path)) return;
    const uri = pick(SPELLINGS)(path);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : pick(TEXTS);
    open.set(uri, text);
    void client.open(uri, text);
    log.push(`open ${uri} ${JSON.stringify(text)}`);
  } else if (open.size > 0) {
    const uri = pick([...open.keys()]);
    const text = pick(TEXTS);
    open.delete(uri);
    if (act === 'change') open.set(uri, text);
    if (act === 'change') void client.change(uri, text);
    else client.close(uri);
    log.push(`${act} ${uri} ${JSON.stringify(text)}`);
  }
}
