import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { modelOf, refusalOf } from '../support/import-file.ts';

const workbook = (...sheets: readonly WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets: [...sheets] });

describe('a workbook', () => {
  test('is read sheet by sheet, below titles, with merged cells filled down', async () => {
    const assets: WriteSheet = {
      name: 'Inventar',
      rows: [
        ['Anlage 7', null, null, null],
        ['Zone', 'Gerätename', 'Gerätetyp', 'Anzahl'],
        ['Linie 1', 'Steuerung', 'SPS', 1],
        [null, 'Panel', 'HMI', 2],
        ['Linie 2', 'Antrieb', 'Frequenzumrichter', 3],
      ],
      merges: [{ startRow: 2, endRow: 3, startCol: 0, endCol: 0 }],
    };
    const flows: WriteSheet = {
      name: 'Kommunikation',
      rows: [
        ['Quelle', 'Ziel', 'Protokoll'],
        ['Panel', 'Antrieb', 'PROFINET'],
      ],
    };
    const { added, flows: between, text, files } = await modelOf('a.xlsx', await workbook(flows, assets));
    expect(files[0].format).toBe('xlsx');
    expect(added.map(({ path, type }: Record<string, string>) => [path, type])).toEqual([
      ['linie-1.steuerung', 'plc'],
      ['linie-1.panel', 'hmi-panel'],
      ['linie-2.antrieb', 'variable-frequency-drive'],
    ]);
    expect(text).toContain('count 2');
    expect(between).toHaveLength(1);
    expect(text).toMatch(
      /conduit linie-1-to-linie-2 between linie-1 and linie-2 \{\n {2}flow panel -> antrieb : profinet/,
    );
  });

  test('counts rows as the sheet does, and takes the values of formulas', async () => {
    const rows = [
      ['Name', 'IP', 'Vendor'],
      ['a', '10.0.0.1', 'V'],
      ['b', '10.0.0.999', 'V'],
      ['c', '10.0.0.3', null],
    ];
    const cells = new Map([
      ['1,0', { formula: 'A1&"x"', formulaResult: 'from-formula', value: 'from-formula', type: 'formula' as const }],
    ]);
    const { added, skipped } = await modelOf('a.xlsx', await workbook({ name: 'S', rows, cells }));
    expect(added.map(({ path }: { path: string }) => path)).toEqual([
      'to-be-placed.from-formula',
      'to-be-placed.b',
      'to-be-placed.c',
    ]);
    expect(skipped.map(({ row }: { row: number }) => row)).toEqual([3]);
  });

  test('with days and numbers keeps what they say', async () => {
    const rows = [
      ['Name', 'End of Support', 'Version', 'Serial'],
      ['a', new Date(Date.UTC(2029, 11, 31)), 2.1, 4711],
    ];
    const { text } = await modelOf('a.xlsx', await workbook({ name: 'S', rows }));
    expect(text).toContain('asset a : unknown-device { version "2.1"  serial "4711"  support-ends 2029-12-31 }');
  });

  test('that is damaged, or no workbook, or a bomb, is refused', async () => {
    const whole = await workbook({ name: 'S', rows: [['Name'], ['a']] });
    expect(await refusalOf('a.xlsx', whole.subarray(0, whole.length / 2))).toContain('damaged or incomplete workbook');
    expect(await refusalOf('a.xlsx', zipSync({ 'a.txt': strToU8('x') }))).toContain('damaged or incomplete workbook');
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(600 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusalOf('a.xlsx', bomb)).toContain('Unpacked it would have 600 MB');
  });

  test('with a cell far below and beside its table is not called damaged', async () => {
    const parts = unzipSync(await workbook({ name: 'S', rows: [['Name'], ['a']] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const changed = strFromU8(parts[sheet]!).replace('</sheetData>', stray);
    expect(changed).toContain('XFD1048576');
    const far = zipSync({ ...parts, [sheet]: strToU8(changed) });
    expect(await refusalOf('a.xlsx', far)).toContain('has a cell far outside its table. Delete the rows and columns');
  });
});
