import { describe, expect, test } from 'vitest';
import { columnOf, meaningsOf } from '../../../language-server/core/exchange/reading/headings.ts';
import { recogniseColumns } from '../../../language-server/core/exchange/reading/recognise-columns.ts';
import { TABLES } from '../../../language-server/core/exchange/tables/index.ts';
import { TABLE_IDS } from '../../../language-server/core/exchange/tables/table.ts';
import { spellingOf } from '../../../language-server/core/text/spelling.ts';
import { types } from './library.ts';

describe.each(TABLE_IDS)('the table of %s', (id) => {
  const { title, columns } = TABLES[id];

  test('is read back by the headings that it is written with', () => {
    const sample = { name: title, header: columns.map(({ header }) => header), rows: [] };
    const reading = recogniseColumns(sample, types, new Map());
    expect(reading.table).toBe(id);
    expect(reading.columns.map(({ meaning }) => meaning)).toEqual(columns.map(({ id }) => id));
  });

  test('has no heading that means two things', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { id: column, header, aliases } of columns) {
      for (const spelling of new Set([header, ...aliases].map(spellingOf))) {
        if (seen.has(spelling)) twice.push(`${spelling}: ${seen.get(spelling)}, ${column}`);
        seen.set(spelling, column);
      }
    }
    expect(twice).toEqual([]);
  });

  test('knows its columns by their ids', () => {
    expect(columns.map((column) => columnOf(id, column.id))).toEqual(columns);
    expect(new Set(columns.map((column) => column.id)).size).toBe(columns.length);
  });
});

describe('a heading of an inventory', () => {
  const meaning = (heading: string) => meaningsOf('assets', heading)[0]?.meaning;

  test.each([
    ['IP Address', 'address'],
    ['IP-Adresse (PROFINET)', 'address'],
    ['ip_address', 'address'],
    ['IPv4-Adresse 2', 'address'],
    ['MAC-Adresse', 'mac'],
    ['macAddress', 'mac'],
    ['Purdue Level', 'level'],
    ['Ebene', 'level'],
    ['Device type', 'type'],
    ['Gerätetyp', 'type'],
    ['Geraetetyp', 'type'],
    ['Hersteller', 'vendor'],
    ['Device OEM vendor', 'vendor'],
    ['device.manufacturer', 'vendor'],
    ['Firmware', 'version'],
    ['Firmware-Stand', 'version'],
    ['VLAN', 'zone'],
    ['Segment', 'zone'],
    ['S/N', 'serial'],
    ['Seriennummer', 'serial'],
    ['Kritikalität', 'criticality'],
    ['Standort', 'location'],
    ['Anzahl', 'count'],
  ])('%s means %s', (heading, expected) => {
    expect(meaning(heading)).toBe(expected);
  });

  test.each(['Risk Level', 'Vendor website', 'Preis', 'Last seen', 'Farbe', 'Zustand'])(
    '%s means nothing by itself',
    (heading) => {
      expect(meaning(heading)).toBeUndefined();
    },
  );
});

describe('values tell', () => {
  const read = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    recogniseColumns({ name: '', header, rows }, types, new Map()).columns.map(({ meaning }) => meaning);

  test('addresses, MAC addresses and types where the heading does not', () => {
    expect(
      read(
        ['A', 'B', 'C', 'D'],
        ['10.0.0.1', '00:11:22:33:44:55', 'PLC', 'x'],
        ['10.0.0.2', '00:11:22:33:44:66', 'HMI', 'y'],
      ),
    ).toEqual(['address', 'mac', 'type', undefined]);
  });

  test('the address of a building from one of a network', () => {
    expect(read(['Name', 'Adresse'], ['a', 'Hauptstraße 5'], ['b', 'Tor 3'])).toEqual(['name', 'location']);
    expect(read(['Name', 'Adresse'], ['a', '10.0.0.1'])).toEqual(['name', 'address']);
  });

  test('the sort of a device from its model, where both are called type', () => {
    expect(read(['Name', 'Typ'], ['a', 'S7-1515'], ['b', 'TP1200'])).toEqual(['name', 'product']);
    expect(read(['Name', 'Typ'], ['a', 'SPS'], ['b', 'Bediengerät'])).toEqual(['name', 'type']);
    expect(read(['Name', 'Gerätetyp', 'Typ'], ['a', 'SPS', 'S7-1515'])).toEqual(['name', 'type', 'product']);
  });

  test('that a level is none', () => {
    expect(read(['Name', 'Level'], ['a', 'ground floor'], ['b', 'roof'])).toEqual(['name', undefined]);
  });

  test('which of two columns it is: the better heading, and a word beside it is no second one', () => {
    expect(read(['Location', 'Network location'], ['K3', 'local'])).toEqual(['location', undefined]);
    expect(read(['VLAN', 'Zone'], ['20', 'Cell'])).toEqual([undefined, 'zone']);
  });
});
