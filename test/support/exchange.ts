import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isLeft,
  isUnderstood,
  READING_ORDER,
  recognised,
  recordsOf,
  sampled,
} from '../../language-server/core/exchange/reading/read-sheet.ts';
import { MODEL_FORMATS } from '../../language-server/core/export/formats.ts';
import type { ModelExport } from '../../language-server/core/export/frame/model-format.ts';
import { systemNamed, systems } from '../../language-server/core/plant/index.ts';
import type { PlantSystem } from '../../language-server/core/plant/plant.ts';
import { exportedSystem } from '../../language-server/editor/exported.ts';
import { openFile } from '../../language-server/files/index.ts';
import { writeWorkbook } from '../../language-server/files/writers/xlsx.ts';
import { createImportSession } from '../../language-server/language/import/session.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import { TODAY } from './fixture.ts';

/** The folders with examples, by name: the texts of their files. */
export const EXAMPLES: readonly (readonly [name: string, texts: readonly string[]])[] = [
  'water-treatment',
  'manufacturing',
  'substation',
].map((name) => {
  const folder = join(import.meta.dirname, '../../examples', name);
  return [name, readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))];
});

/** A workspace with files of these texts. */
export function workspaceOf(...texts: readonly string[]): Workspace {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(texts.map((text, i) => ({ uri: `file:///m/${i}.zones`, text, version: 0 })));
  return workspace;
}

/** All systems of a workspace in a format. */
export function exported(workspace: Workspace, id: string, name: string): ModelExport {
  const format = MODEL_FORMATS.find((each) => each.id === id)!;
  const all = systems(workspace.store.query()).map((plant) =>
    exportedSystem(workspace, plant.name, (uri) => uri.slice(uri.lastIndexOf('/') + 1)),
  );
  return format.write({ systems: all, today: TODAY, name });
}

/** The text of the only file of an export. */
export function textOf({ files }: ModelExport): string {
  const [file, ...more] = files;
  if (!file || more.length > 0 || typeof file.content !== 'string') throw new Error('That is no single text.');
  return file.content;
}

/** What stands in the files of an export, as bytes. */
export async function bytesOf({ files }: ModelExport): Promise<Map<string, Uint8Array>> {
  const bytes = new Map<string, Uint8Array>();
  for (const { name, content } of files) {
    bytes.set(name, typeof content === 'string' ? Buffer.from(content) : await writeWorkbook(content.sheets));
  }
  return bytes;
}

/** What an import of files makes of a model that is there, by default of none; and what it has left out. */
export async function imported(
  files: ReadonlyMap<string, Uint8Array>,
  into: Workspace = workspaceOf(),
): Promise<{
  readonly workspace: Workspace;
  readonly text: string;
  readonly left: readonly string[];
  readonly changes: number;
}> {
  const [system = 'plant'] = systems(into.store.query()).map(({ name }) => name);
  const session = createImportSession({
    workspace: into,
    system,
    isNamed: false,
    fileFor: (name) => `file:///m/${name}.zones`,
    undecided: () => {
      throw new Error('There are several systems.');
    },
  });
  const left: string[] = [];
  const sheets = [];
  for (const [name, bytes] of files) {
    const source = {
      name,
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    };
    for (const sheet of (await openFile(source)).sheets) {
      const sample = await sampled(sheet);
      const reading = recognised(sample, session.types, new Map());
      if (!isLeft({ sample, reading }) && isUnderstood(reading)) sheets.push({ sample, reading });
    }
  }
  for (const table of READING_ORDER) {
    for (const { sample, reading } of sheets) {
      if (reading.table !== table) continue;
      const counter = { rows: 0, skip: ({ why }: { why: string }) => void left.push(why) };
      for await (const record of recordsOf(sample, reading, counter)) session.add(record);
    }
  }
  const done = session.finish();
  left.push(...done.flatMap(({ plan }) => plan.unplaced.map(({ why }) => why)));
  const text = done.flatMap(({ edits }) => edits.created.map((file) => file.text())).join('\n');
  return {
    workspace: workspaceOf(text),
    text,
    left,
    changes: done.reduce((sum, { edits }) => sum + edits.changed.size, 0),
  };
}

/** What has a name in a system, and what a round trip keeps of it. */
export function skeletonOf(workspace: Workspace, system: string) {
  const plant: PlantSystem = systemNamed(workspace.store.query(), system);
  return {
    zones: plant.zones
      .map(({ path, title, declared, slT }) => ({
        path,
        title,
        networks: declared.networks.map(({ value }) => value),
        slT: slT ?? declared.slT?.vector,
      }))
      .sort(byPath),
    assets: plant.assets
      .map(({ path, title, declared }) => ({
        path,
        title,
        addresses: [...declared.addresses, ...declared.sharedAddresses].map(({ value }) => value),
        count: declared.count?.value,
        version: declared.version?.value,
      }))
      .sort(byPath),
    conduits: plant.conduits
      .map(({ path, title, ends, via, slT }) => ({
        path,
        title,
        ends: ends.map(({ name }) => name),
        via: via.map((asset) => asset.path),
        slT,
      }))
      .sort(byPath),
    flows: plant.flows
      .map(({ conduit, source, target, declared }) => ({
        path: [
          conduit?.path ?? '',
          source.element?.path,
          declared.both ? '<->' : '->',
          target.element?.path,
          declared.protocol?.text,
        ].join(' '),
        title: declared.title?.value,
        ports: declared.ports.map(({ transport = 'tcp', port }) => `${transport} ${port}`),
      }))
      .sort((a, b) => byPath(a, b) || ((a.title ?? '') < (b.title ?? '') ? -1 : 1)),
  };
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
