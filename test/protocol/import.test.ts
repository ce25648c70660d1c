import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportParams, ImportResult } from '../../language-server/protocol-exchange.ts';
import { applyEdits } from '../support/edits.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-import-'));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
const MODEL = 'system plant\n\nzone line "Line 1" : cell {\n  asset plc : plc // the old one\n}\n';
let client: LspClient;

beforeAll(async () => {
  writeFileSync(join(folder, 'plant.zones'), MODEL);
  writeFileSync(
    join(folder, 'list.csv'),
    'Name;Hersteller;Kasten;Zone\nplc;Siemens;SPS;Line 1\nPanel;Siemens;HMI;Line 1\n',
  );
  writeFileSync(join(folder, 'broken.xlsx'), 'no workbook');
  client = await startClient([uriOf('').replace(/\/$/, '')]);
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const imported = (more: Partial<ImportParams>) =>
  client.request<ImportResult>('zones/import', {
    uri: uriOf('list.csv'),
    folder: uriOf('').replace(/\/$/, ''),
    ...more,
  });

test('an import is told with its columns, and changes nothing', async () => {
  const { sheets, systems, changed, created, summary } = await imported({});
  expect(systems).toEqual([]);
  expect(sheets[0]?.columns).toEqual([
    { header: 'Name', meaning: 'name', example: 'plc' },
    { header: 'Hersteller', meaning: 'vendor', example: 'Siemens' },
    { header: 'Kasten', meaning: 'type', example: 'SPS' },
    { header: 'Zone', meaning: 'zone', example: 'Line 1' },
  ]);
  expect(sheets[0]?.meanings).toContainEqual({ meaning: 'vendor', header: 'Vendor' });
  expect(created).toEqual([]);
  expect(changed.map(({ uri }) => uri)).toEqual([uriOf('plant.zones')]);
  expect(changed[0]?.text).toBe(
    'system plant\n\nzone line "Line 1" : cell {\n  asset plc : plc { vendor "Siemens" } // the old one\n  asset panel "Panel" : hmi-panel { vendor "Siemens" }\n}\n',
  );
  expect(applyEdits(MODEL, changed[0]!.edits)).toBe(changed[0]?.text);
  expect(summary).toBe('1 asset new, 1 value filled');
});

test('what the user says of a column counts', async () => {
  const { sheets, changed } = await imported({ mapping: { Kasten: null, Hersteller: 'supplier' } });
  expect(sheets[0]?.columns.map(({ meaning }) => meaning)).toEqual(['name', 'supplier', null, 'zone']);
  expect(changed[0]?.text).toContain('asset panel "Panel" : unknown-device { supplier "Siemens" }');
});

test('what is typed and not saved is the model', async () => {
  const text = MODEL.replace('asset plc : plc', 'asset plc : plc { vendor "ACME" }');
  const textDocument = { uri: uriOf('plant.zones'), languageId: 'zones', version: 1, text };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  const { changed, notes } = await imported({});
  expect(changed[0]?.text).toContain('vendor "ACME"');
  expect(notes).toEqual(["line.plc: vendor is 'ACME', the file says 'Siemens'"]);
});

test('a file that cannot be read is refused with a sentence', async () => {
  expect((await imported({ uri: uriOf('broken.xlsx') })).fault).toContain('is no workbook');
  expect((await imported({ uri: uriOf('gone.csv') })).fault).toContain('It is not there');
});

test('a file whose rows say nothing is told as that, and not as known already', async () => {
  const emptyOf = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    const { fault, empty } = await imported({ uri: uriOf(name) });
    return fault ?? empty;
  };
  expect(await emptyOf('header.csv', 'Name;IP\n')).toContain('no rows below its header');
  expect(await emptyOf('colours.csv', 'Farbe;Preis\nrot;3\nblau;4\n')).toContain("'Farbe', 'Preis'");
  expect(await emptyOf('list.csv', 'Name;Type\nplc;PLC\n')).toBeNull();
});
