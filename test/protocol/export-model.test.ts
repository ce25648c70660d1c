import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODEL_FORMATS } from '../../language-server/core/export/formats.ts';
import type {
  ExportModelParams,
  ExportModelResult,
  ModelFormatsResult,
} from '../../language-server/protocol-exchange.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-export-'));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
let client: LspClient;

beforeAll(async () => {
  const line = 'zone line "Line 1" : cell { network "10.1.0.0/24"  sl-t 1  asset plc : plc  asset fw : firewall }';
  writeFileSync(
    join(folder, 'plant.zones'),
    `system plant\n${line}\nzone office { network "10.2.0.0/24" }\nconduit up between line and office { via fw  flow office -> plc port 99 }`,
  );
  writeFileSync(join(folder, 'other.zones'), 'system other\nzone z : cell');
  client = await startClient([uriOf('').replace(/\/$/, '')]);
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const exported = (more: Partial<ExportModelParams>) =>
  client.request<ExportModelResult>('zones/exportModel', {
    uri: uriOf('plant.zones'),
    to: 'json',
    name: 'a.json',
    ...more,
  });

test('all formats of the table are offered', async () => {
  const { formats } = await client.request<ModelFormatsResult>('zones/modelFormats', undefined);
  expect(formats.map(({ id }) => id)).toEqual(MODEL_FORMATS.map(({ id }) => id));
});

test('the system of the file is exported, or the one that is named', async () => {
  const nameIn = ({ files }: ExportModelResult) => JSON.parse((files[0] as { text: string }).text).systems[0].name;
  expect(nameIn(await exported({}))).toBe('plant');
  expect(nameIn(await exported({ system: 'other' }))).toBe('other');
});

test('a workbook comes as bytes that can be read, with what the rules find', async () => {
  const { files } = await exported({ to: 'xlsx', name: 'a.xlsx' });
  const { sheets } = await readXlsx(Buffer.from((files[0] as { base64: string }).base64, 'base64'));
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.rows;
  expect(rowsOf('Zones').map((row) => row[1])).toEqual(['Zone', 'line', 'office']);
  expect(rowsOf('Findings').length).toBeGreaterThan(1);
});

test('a folder of tables comes as its files', async () => {
  const { files } = await exported({ to: 'csv', name: 'tables' });
  expect(files.map(({ name }) => name)).toContain('assets.csv');
});

test('what cannot be written is told, and why nothing is', async () => {
  const { unwritten } = await exported({ to: 'firewall', name: 'a.csv' });
  expect(unwritten).toEqual([expect.stringContaining("'tcp' or 'udp'")]);
  const refused = await exported({ to: 'firewall', name: 'a.csv', system: 'other' });
  expect([refused.files, refused.fault]).toEqual([[], expect.stringContaining('There is no filter')]);
});
