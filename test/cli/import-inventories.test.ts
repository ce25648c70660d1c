import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { folderOf, zones } from '../support/cli.ts';

const inventory = (name: string): string => join(import.meta.dirname, '../import', name);

/** What is still to be decided when an inventory is in: levels, conduits, and what only people know of a zone. */
const TO_BE_DECIDED = new Set([
  ...['missing-sl-t', 'isolated-zone', 'unprotected-boundary', 'missing-focus'],
  ...['zone-owner', 'zone-boundary', 'zone-record', 'asset-criticality', 'unknown-type'],
]);

/**
 * Inventories with the headings that public tools and people write, and a plant that nobody has: a monitoring tool's
 * export, a workbook of a capture analysis with segments and connections, and an engineer's list in German Excel.
 */
describe.each([
  {
    file: 'sensor-console.csv',
    zones: [
      ['mixing', 'control', 2],
      ['packing', 'cell', 1],
      ['control-room', 'control', 2],
    ],
    types: {
      plc: 2,
      'hmi-panel': 1,
      'managed-switch': 1,
      'variable-frequency-drive': 1,
      'unknown-device': 1,
      'scada-server': 1,
      'engineering-workstation': 1,
      historian: 1,
    },
  },
  {
    file: 'capture-workbook.xlsx',
    zones: [
      ['pump-station', 'cell', 1],
      ['control-center', 'control', 2],
      ['dmz', 'perimeter', 3.5],
    ],
    types: { rtu: 1, 'hmi-panel': 1, 'scada-server': 1, historian: 1, 'engineering-workstation': 1, 'jump-host': 1 },
  },
  {
    file: 'ingenieurliste.csv',
    zones: [
      ['rechenwerk', 'cell', 1],
      ['biologie', 'cell', 1],
      ['leitwarte', 'control', 2],
    ],
    types: {
      plc: 2,
      'hmi-panel': 1,
      'variable-frequency-drive': 1,
      transmitter: 1,
      'industrial-switch': 1,
      'scada-server': 2,
      'engineering-workstation': 1,
      firewall: 1,
    },
  },
])('$file', ({ file, zones: expected, types }) => {
  test('becomes a model that asks for no more than SL-T, conduits and what only people know', async () => {
    const folder = folderOf({});
    const { code, stdout } = await zones(['import', inventory(file), '--into', 'plant', '--json'], folder);
    expect(code).toBe(0);
    const { added } = JSON.parse(stdout);
    const counts: Record<string, number> = {};
    for (const { type } of added) counts[type] = (counts[type] ?? 0) + 1;
    expect(counts).toEqual(types);
    const posture = JSON.parse((await zones(['posture', 'plant', '--format', 'json'], folder)).stdout);
    const found = posture.systems[0].zones.map(({ path, kind, level }: Record<string, unknown>) => [path, kind, level]);
    expect(found).toEqual(expected);
    const check = JSON.parse((await zones(['check', 'plant', '--format', 'json'], folder)).stdout);
    const rules: string[] = check.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain('missing-sl-t');
    expect(rules.filter((rule) => !TO_BE_DECIDED.has(rule))).toEqual([]);
    const text = readFileSync(join(folder, 'plant/plant.zones'), 'utf8');
    expect(formatText(text).text).toBe(text);
  });

  test('changes nothing when it is imported again', async () => {
    const folder = folderOf({});
    await zones(['import', inventory(file), '--into', 'plant'], folder);
    const before = readFileSync(join(folder, 'plant/plant.zones'), 'utf8');
    const { code, stdout } = await zones(['import', inventory(file), '--into', 'plant', '--json'], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      added: [],
      filled: [],
      conflicts: [],
      zones: [],
      conduits: [],
      flows: [],
    });
    expect(readFileSync(join(folder, 'plant/plant.zones'), 'utf8')).toBe(before);
  });
});

test('klaerwerk.csv, by hand in German Excel: gaps, a sum, a remark, and two columns that could be the name', async () => {
  const folder = folderOf({});
  const { code, stdout } = await zones(['import', inventory('klaerwerk.csv'), '--into', 'plant', '--json'], folder);
  expect(code).toBe(1);
  const { files, added, skipped } = JSON.parse(stdout);
  const meanings = files[0].columns.map(({ header, meaning }: Record<string, string>) => [header, meaning]);
  expect(meanings).toEqual([
    ['BMK', 'name'],
    ['Gerät', 'type'],
    ['Hersteller / Typ', 'product'],
    ['IP-Adresse', 'address'],
    ['Netz', 'zone'],
    ['Bemerkung', 'description'],
  ]);
  expect(files[0].unknown).toEqual(['Lfd. Nr.', 'Anlagenteil']);
  expect(added.map(({ path, type }: Record<string, string>) => [path, type])).toEqual([
    ['prozessnetz.a1-s1-k1', 'plc'],
    ['prozessnetz.a1-s1-a1', 'hmi-panel'],
    ['prozessnetz.a1-s1-t1', 'variable-frequency-drive'],
    ['prozessnetz.b1-s1-k1', 'plc'],
    ['prozessnetz.b1-s1-u1', 'managed-switch'],
    ['leitnetz.leit01', 'scada-server'],
    ['leitnetz.leit02', 'engineering-workstation'],
    ['leitnetz.fw01', 'firewall'],
  ]);
  expect(skipped.map(({ row }: { row: number }) => row)).toEqual([15, 16]);
});

test('wartungsliste.csv, of a maintenance system: numbers tell its equipment apart, titles name it', async () => {
  const folder = folderOf({});
  const args = ['import', inventory('wartungsliste.csv'), '--into', 'plant', '--json'];
  const { code, stdout } = await zones(args, folder);
  expect(code).toBe(0);
  const { files, added } = JSON.parse(stdout);
  const meanings = files[0].columns.map(({ header, meaning }: Record<string, string>) => [header, meaning]);
  expect(meanings).toEqual([
    ['Equipment', 'id'],
    ['Bezeichnung des technischen Objekts', 'title'],
    ['Technischer Platz', 'location'],
    ['Hersteller des Anlagenteils', 'vendor'],
    ['Typbezeichnung', 'product'],
    ['Herst.-Serialnummer', 'serial'],
    ['Standort', 'location'],
    ['Raum', 'location'],
  ]);
  expect(added.map(({ path, type }: Record<string, string>) => [path, type])).toEqual([
    ['to-be-placed.sps-foerderband-sued', 'plc'],
    ['to-be-placed.frequenzumrichter-bandantrieb', 'variable-frequency-drive'],
    ['to-be-placed.bedienpanel-foerderband', 'hmi-panel'],
    ['to-be-placed.scalance-switch-halle-2', 'industrial-switch'],
    ['to-be-placed.kuehlwasserpumpe-ost', 'unknown-device'],
    ['to-be-placed.kuehlwasserpumpe-ost-2', 'unknown-device'],
    ['to-be-placed.kuehlwasserpumpe-ost-3', 'unknown-device'],
  ]);
  const before = readFileSync(join(folder, 'plant/plant.zones'), 'utf8');
  expect(JSON.parse((await zones(args, folder)).stdout)).toMatchObject({ added: [], filled: [], unchanged: 7 });
  expect(readFileSync(join(folder, 'plant/plant.zones'), 'utf8')).toBe(before);
});

test('numbers in a column of names stay names where no column has titles', async () => {
  const folder = folderOf({ 'l.csv': 'Equipment,Type,IP\n1001,PLC,10.0.0.1\n1002,HMI,10.0.0.2\n' });
  const { files, added } = JSON.parse((await zones(['import', 'l.csv', '--into', 'plant', '--json'], folder)).stdout);
  expect(files[0].columns[0]).toMatchObject({ header: 'Equipment', meaning: 'name' });
  expect(added.map(({ path }: Record<string, string>) => path)).toEqual(['to-be-placed.n-1001', 'to-be-placed.n-1002']);
});

test('monitoring-console.csv, which gives each column a second time as the tool keeps it', async () => {
  const folder = folderOf({});
  const args = ['import', inventory('monitoring-console.csv'), '--into', 'plant', '--json'];
  const { files, added } = JSON.parse((await zones(args, folder)).stdout);
  const meanings = files[0].columns.map(({ header, meaning }: Record<string, string>) => [header, meaning]);
  expect(meanings).toEqual([
    ['Type', 'type'],
    ['Device', 'name'],
    ['Host', 'address'],
    ['Location', 'location'],
  ]);
  expect(files[0].unknown).toContain('Type(RAW)');
  expect(added.map(({ path, type }: Record<string, string>) => [path, type])).toEqual([
    ['to-be-placed.plc-boiler-01', 'plc'],
    ['to-be-placed.hmi-boiler-01', 'hmi-panel'],
    ['to-be-placed.fw-ot-01', 'firewall'],
  ]);
});

test('a column of raw values is read where it has no twin', async () => {
  const folder = folderOf({ 'l.csv': 'Name,Type,IP(RAW)\npump,PLC,10.0.0.1\n' });
  const { files } = JSON.parse((await zones(['import', 'l.csv', '--into', 'plant', '--json'], folder)).stdout);
  expect(files[0].columns[2]).toMatchObject({ header: 'IP(RAW)', meaning: 'address' });
});
