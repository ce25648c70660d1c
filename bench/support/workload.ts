import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver-protocol';
import type { LspClient } from '../../test/support/lsp-client.ts';
import type { GeneratedFile } from './models.ts';

/** A generated model in a folder of its own. */
export interface Folder {
  readonly uri: string;
  readonly files: readonly GeneratedFile[];
  fileUri(file: GeneratedFile): string;
  remove(): void;
}

export function writeFolder(files: readonly GeneratedFile[]): Folder {
  const path = join(mkdtempSync(join(tmpdir(), 'zones-bench-')), 'plant');
  mkdirSync(path);
  for (const { name, text } of files) writeFileSync(join(path, name), text);
  const uri = pathToFileURL(path).href;
  return {
    uri,
    files,
    fileUri: ({ name }) => `${uri}/${name}`,
    remove: () => rmSync(join(path, '..'), { recursive: true }),
  };
}

/** A text replaced by another and back again. */
export interface Toggle {
  readonly find: string;
  readonly replace: string;
}

/** Edits of the kinds that people make, one after the other; each says something else about the model. */
export const LEAF_EDITS: readonly Toggle[] = [
  { find: 'sl-t 2 { RDF 3 }', replace: 'sl-t 3' },
  { find: 'implements SR', replace: 'implements SR 1.1 RE(1), SR' },
  { find: 'asset dev-', replace: 'asset renamed-' },
  { find: 'criticality high', replace: 'criticality low' },
  { find: '"process data"', replace: '"setpoints"' },
  { find: ': cell level 1', replace: ': control level 2' },
];

export const HUB_EDITS: readonly Toggle[] = [
  { find: '  sl-t 2\n  implements SR 5.1', replace: '  sl-t 3\n  implements SR 5.1' },
  { find: 'implements SR 5.1, SR 5.2', replace: 'implements SR 5.1' },
  { find: '"10.0.0.5"', replace: '"10.0.0.6"' },
  { find: 'extends plc { vendor "Acme" sl-c 2 }', replace: 'extends plc { vendor "Acme" sl-c 3 }' },
  { find: '"DMZ historian"', replace: '"Historian of the DMZ"' },
];

/** What every zone of the plant inherits. */
export const SYSTEM_EDITS: readonly Toggle[] = [
  { find: 'implements SR 1.3, SR 1.4, hardening', replace: 'implements SR 1.3, hardening' },
];

/** Settings of the system from which little follows: a severity, a plan instead of what is implemented. */
export const SETTINGS_EDITS: readonly Toggle[] = [
  { find: 'owner "Operations"', replace: 'owner "Operations"\n  rule zone-owner error "so"' },
  { find: 'SR 1.4, hardening', replace: 'SR 1.4\n  plans hardening until 2030-01-31' },
];

/** Declarations that all areas use: what a profile holds, the name of a type. */
export const SHARED_EDITS: readonly Toggle[] = [
  { find: '{ SR 2.4, SR 3.2, SR 7.7 }', replace: '{ SR 2.4, SR 3.2 }' },
  { find: 'asset-type house-plc', replace: 'asset-type house-plx' },
];

/** What a project decides once, and all is judged by: the reference model, the name of the system. */
export const WHOLE_EDITS: readonly Toggle[] = [
  { find: 'owner "Operations"', replace: 'owner "Operations"\n  reference-model purdue' },
  { find: 'system plant "', replace: 'system works "' },
];

export const HUB_RENAME: readonly Toggle[] = [{ find: 'zone dmz ', replace: 'zone dmz-x ' }];

/** Applies toggles in turn, `rounds` times there and back; answers the milliseconds until all findings were there. */
export async function timeEdits(
  client: LspClient,
  uri: string,
  text: string,
  toggles: readonly Toggle[],
  rounds: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const { find, replace } = toggles[i % toggles.length]!;
    const at = positionOf(text, find);
    for (const [from, to] of [
      [find, replace],
      [replace, find],
    ] as const) {
      const start = performance.now();
      client.edit(uri, at, from, to);
      await client.settled(uri);
      times.push(performance.now() - start);
      // What the server does on its own after an edit (collecting garbage) belongs to no edit in particular.
      await pause(5);
    }
  }
  return times;
}

/** Types a text one key each `interval` ms; answers how many keys had their findings before the next key. */
export async function typeText(
  client: LspClient,
  uri: string,
  at: Position,
  text: string,
  interval: number,
): Promise<number> {
  let inTime = 0;
  for (let i = 0; i < text.length; i++) {
    client.edit(uri, { line: at.line, character: at.character + i }, '', text[i]!);
    let over = false;
    void client.settled(uri).then(() => {
      if (!over) inTime++;
    });
    await pause(interval);
    over = true;
  }
  await client.settled(uri);
  client.edit(uri, at, text, '');
  await client.settled(uri);
  return inTime;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Position of the n-th occurrence of a text in another; the first by default. */
export function positionOf(text: string, find: string, occurrence = 0): Position {
  let offset = text.indexOf(find);
  for (let i = 0; i < occurrence; i++) offset = text.indexOf(find, offset + 1);
  if (offset < 0) throw new Error(`The model has no '${find}'.`);
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}
