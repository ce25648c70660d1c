/**
 * The bundled server over stdio, as an editor uses it: start, reading of a folder, edits, typing, requests.
 * `npm run bench -- server [S|L|XL|one-1k|one-8k|start|misspelt …]` measures those named; all by default.
 */

import { startClient } from '../test/support/lsp-client.ts';
import { jsonBaseline } from './support/baseline.ts';
import { type GeneratedFile, plant } from './support/models.ts';
import { type ProbedClient, startProbed, type Usage } from './support/probed-client.ts';
import { median, megabytes, quantile, round, table } from './support/stats.ts';
import {
  type Folder,
  HUB_EDITS,
  HUB_RENAME,
  LEAF_EDITS,
  pause,
  positionOf,
  SETTINGS_EDITS,
  SHARED_EDITS,
  SYSTEM_EDITS,
  timeEdits,
  typeText,
  WHOLE_EDITS,
  writeFolder,
} from './support/workload.ts';

interface Model {
  readonly name: string;
  readonly what: string;
  readonly files: number;
  readonly perFile: number;
  /** How often a cold start, an edit and a request are repeated. */
  readonly starts: number;
  readonly edits: number;
  readonly goals: Readonly<Record<string, string>>;
}

const MODELS: readonly Model[] = [
  { name: 'S', what: '200 assets in 5 files', files: 5, perFile: 40, starts: 5, edits: 40, goals: {} },
  {
    name: 'L',
    what: '10,000 assets in 100 files',
    files: 100,
    perFile: 100,
    starts: 5,
    edits: 120,
    goals: {
      cold: '1,000 ms',
      memory: 'peak RSS 400 MB',
      leaf: 'p95 20 ms',
      hub: 'p95 20 ms',
      rename: 'p95 20 ms',
      system: 'p95 40 ms',
      any: 'p95 40 ms',
      typing: '≥ 38 of 40',
    },
  },
  {
    name: 'XL',
    what: '100,000 assets in 1,000 files',
    files: 1000,
    perFile: 100,
    starts: 2,
    edits: 24,
    goals: {
      cold: '8,000 ms',
      memory: 'live heap 1.3 GB',
      leaf: 'p95 30 ms',
      hub: 'p95 30 ms',
      rename: 'p95 100 ms',
      typing: '≥ 38 of 40',
      completion: 'p95 25 ms',
      references: 'p95 5 ms',
      renameRequest: 'p95 5 ms',
    },
  },
  {
    name: 'one-1k',
    what: '1,000 assets in one file, in one zone',
    files: 2,
    perFile: 1000,
    starts: 3,
    edits: 24,
    goals: { leaf: 'p95 50 ms' },
  },
  {
    name: 'one-8k',
    what: '8,000 assets in one file, in one zone',
    files: 2,
    perFile: 8000,
    starts: 2,
    edits: 12,
    goals: {},
  },
];

const KEYS = '  asset pump-9 "Pump 9" : plc { sl-c 2 }';

type Row = readonly string[];

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const rows: Row[] = [];
const unknown = wanted.filter(
  (name) => !['start', 'misspelt'].includes(name) && !MODELS.some((model) => model.name === name),
);
if (unknown.length > 0) throw new Error(`No such model: ${unknown.join(', ')}.`);
if (isWanted('start')) rows.push(...(await measureStart()));
if (isWanted('misspelt')) rows.push(await measureMisspelt());
for (const model of MODELS) if (isWanted(model.name)) rows.push(...(await measureModel(model)));
console.log(`\n${table(['model', 'what', 'median', 'p95', 'CPU', '× JSON', 'goal'], rows)}`);

/** From the start of the process to the answer of the handshake, and to the first findings of a small open file. */
async function measureStart(): Promise<Row[]> {
  const small: GeneratedFile = {
    name: 'small.zones',
    text: 'zone control "Control" : control {\n  sl-t 2\n  asset plc-1 : plc\n}\n',
  };
  const folder = writeFolder([small]);
  const initialize: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < 11; i++) {
    const client = await startClient([folder.uri], { capabilities: {} });
    void client.open(folder.fileUri(small), small.text);
    await client.settled(folder.fileUri(small));
    while (client.published.files === 0) await pause(1);
    initialize.push(client.times.initialized - client.times.started);
    first.push(client.published.at - client.times.started);
    await client.stop();
  }
  folder.remove();
  const name = 'one small file';
  return [
    [name, 'start → initialize', ...times(initialize), '', '', '100 ms'],
    [name, 'start → first findings', ...times(first), '', '', '130 ms'],
  ];
}

/** A zone with thousands of names that are nearly those of others: each is told what it may have been meant for. */
async function measureMisspelt(): Promise<Row> {
  const lines = Array.from({ length: 10_000 }, (_, i) => `  asset plc-${i} : plc\n  flow plcc-${i} -> plx-${i}\n`);
  const file: GeneratedFile = { name: 'misspelt.zones', text: `zone a : cell {\n${lines.join('')}}\n` };
  const folder = writeFolder([]);
  const values: number[] = [];
  for (let i = 0; i < 5; i++) {
    const client = await startClient([folder.uri], { capabilities: {} });
    await client.settled(folder.fileUri(file));
    const start = performance.now();
    await client.open(folder.fileUri(file), file.text);
    values.push(performance.now() - start);
    await client.stop();
  }
  folder.remove();
  return ['misspelt', '20,000 misspelt names in one zone → all findings', ...times(values), '', '', '1,000 ms'];
}

async function measureModel({ name, what, files, perFile, starts, edits, goals }: Model): Promise<Row[]> {
  console.error(`${name}: ${what}`);
  const folder = writeFolder(plant(files, perFile));
  const json = jsonBaseline(folder.files);
  const rows: Row[] = [];
  const add = (label: string, values: readonly number[], cpu: number, goal = '') =>
    rows.push([name, label, ...times(values), `${round(cpu)} ms`, ratio(cpu, json.ms), goal]);
  const baseline = `${what}: JSON.parse and walk (${megabytes(json.bytes)})`;
  rows.push([name, baseline, '', '', `${round(json.ms)} ms`, '1', '']);

  const cold: number[] = [];
  let usage: Usage | undefined;
  let published = 0;
  let client: ProbedClient | undefined;
  for (let i = 0; i < starts; i++) {
    await client?.stop();
    client = await startProbed(folder.uri, {});
    await client.settled(folder.fileUri(folder.files[0]!));
    cold.push(client.published.at - client.times.started);
    published = client.published.files;
    usage = await client.usage('memory');
  }
  if (!client || !usage) throw new Error('Nothing was started.');
  add(`cold start → all findings (${published} files)`, cold, usage.cpu, goals.cold);
  rows.push([name, ...memory('memory then', usage), goals.memory ?? '']);

  const [hub, leaf] = [folder.files[0]!, folder.files[Math.ceil(files / 2) | 1] ?? folder.files[1]!];
  for (const { name: file, text } of [hub, leaf]) void client.open(`${folder.uri}/${file}`, text);
  await client.settled(folder.fileUri(leaf));
  const measure = async (
    label: string,
    file: GeneratedFile,
    toggles: Parameters<typeof timeEdits>[3],
    goal?: string,
  ) => {
    await timeEdits(client, folder.fileUri(file), file.text, toggles, toggles.length);
    const before = await client.usage();
    const files = client.published.files;
    const values = await timeEdits(client, folder.fileUri(file), file.text, toggles, edits / 2);
    const after = await client.usage();
    const each = (after.cpu - before.cpu) / values.length;
    const reach = round((client.published.files - files) / values.length);
    add(`${label} → all findings (${reach} files)`, values, each, goal);
  };
  await measure('edit in a leaf file', leaf, LEAF_EDITS, goals.leaf);
  await measure('edit in the hub', hub, HUB_EDITS, goals.hub);
  await measure("rename of the hub's zone", hub, HUB_RENAME, goals.rename);
  await measure("edit of the system's controls", hub, SYSTEM_EDITS, goals.system);
  await measure("edit of the system's other settings", hub, SETTINGS_EDITS);
  await measure('edit of what all areas use', hub, SHARED_EDITS, goals.system);
  await measure('edit after which all is judged anew', hub, WHOLE_EDITS);
  const any: number[] = [];
  const kinds = [
    ...LEAF_EDITS.map((toggle) => ({ toggle, file: leaf })),
    ...[...HUB_EDITS, ...HUB_RENAME, ...SETTINGS_EDITS, ...SHARED_EDITS, ...SYSTEM_EDITS].map((toggle) => ({
      toggle,
      file: hub,
    })),
  ];
  const usedBefore = await client.usage();
  for (let i = 0; i < edits / 2; i += kinds.length) {
    for (const { toggle, file } of kinds)
      any.push(...(await timeEdits(client, folder.fileUri(file), file.text, [toggle], 1)));
  }
  add(
    `any edit but those of the row above, ${kinds.length} kinds in turn`,
    any,
    ((await client.usage()).cpu - usedBefore.cpu) / any.length,
    goals.any,
  );
  for (const [label, file] of [
    ['leaf', leaf],
    ['hub', hub],
  ] as const) {
    const { line } = positionOf(file.text, '  sl-t 2');
    client.edit(folder.fileUri(file), { line, character: 0 }, '', '\n');
    const inTime = await typeText(client, folder.fileUri(file), { line, character: 0 }, KEYS, 100);
    client.edit(folder.fileUri(file), { line, character: 0 }, '\n', '');
    rows.push([
      name,
      `keys in the ${label} that got findings within 100 ms`,
      `${inTime} of ${KEYS.length}`,
      '',
      '',
      '',
      goals.typing ?? '',
    ]);
  }
  rows.push(...(await measureRequests(client, folder, hub, leaf, name, goals, json.ms)));
  const after = await client.usage('memory');
  rows.push([name, ...memory('memory at the end', after), '']);
  await client.stop();
  folder.remove();
  return rows;
}

async function measureRequests(
  client: ProbedClient,
  folder: Folder,
  hub: GeneratedFile,
  leaf: GeneratedFile,
  model: string,
  goals: Readonly<Record<string, string>>,
  jsonTime: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  const ask = async (label: string, method: string, params: object, goal = '') => {
    const values: number[] = [];
    // As often as it takes for a row not to depend on what the rows before it have warmed up.
    for (let i = 0; i < 100; i++) await client.request(method, params);
    const before = await client.usage();
    let answer: unknown;
    for (let i = 0; i < 20; i++) {
      const start = performance.now();
      answer = await client.request(method, params);
      values.push(performance.now() - start);
    }
    const cpu = ((await client.usage()).cpu - before.cpu) / values.length;
    const size = JSON.stringify(answer).length;
    if (size < 10) throw new Error(`The server has no answer for: ${label}.`);
    const what = `${label} (${round(size / 1000)} kB)`;
    rows.push([model, what, ...times(values), `${round(cpu)} ms`, ratio(cpu, jsonTime), goal]);
  };
  const inLeaf = { textDocument: { uri: folder.fileUri(leaf) } };
  const inHub = { textDocument: { uri: folder.fileUri(hub) } };
  const after = (text: string, find: string) => {
    const { line, character } = positionOf(text, find);
    return { line, character: character + find.length };
  };
  const zone = after(hub.text, 'zone d');
  const completion = 'textDocument/completion';
  await ask(
    "completion of a flow's source",
    completion,
    { ...inLeaf, position: after(leaf.text, ' flow ') },
    goals.completion,
  );
  await ask(
    'completion of a via asset',
    completion,
    { ...inLeaf, position: after(leaf.text, 'via ') },
    goals.completion,
  );
  await ask(
    'completion of an asset type',
    completion,
    { ...inLeaf, position: after(leaf.text, '" : ') },
    goals.completion,
  );
  await ask(
    'completion of a control',
    completion,
    { ...inLeaf, position: after(leaf.text, 'implements ') },
    goals.completion,
  );
  await ask('hover on a control', 'textDocument/hover', { ...inLeaf, position: after(leaf.text, 'implements S') });
  await ask('hover on a zone', 'textDocument/hover', { ...inHub, position: zone });
  await ask('definition', 'textDocument/definition', { ...inLeaf, position: after(leaf.text, 'via f') });
  const references = { ...inHub, position: zone, context: { includeDeclaration: true } };
  await ask("references of the hub's zone", 'textDocument/references', references, goals.references);
  await ask(
    "rename of the hub's zone",
    'textDocument/rename',
    { ...inHub, position: zone, newName: 'idmz' },
    goals.renameRequest,
  );
  await ask('semantic tokens of a leaf file', 'textDocument/semanticTokens/full', inLeaf);
  await ask('outline of a leaf file', 'textDocument/documentSymbol', inLeaf);
  return rows;
}

/** Median and 95th percentile as they are shown. */
function times(values: readonly number[]): [string, string] {
  return [`${round(median(values))} ms`, `${round(quantile(values, 0.95))} ms`];
}

/** Peak of the resident memory, and what the heap holds after a collection, in the columns of the times. */
function memory(label: string, { peakRss, live }: Usage): string[] {
  return [label, `${megabytes(peakRss)} peak RSS`, `${megabytes(live)} live heap`, '', ''];
}

/** How many times the CPU time of the baseline something takes. */
function ratio(cpu: number, baseline: number): string {
  return cpu < baseline / 100 ? '< 0.01' : round(cpu / baseline);
}
