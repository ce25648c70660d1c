import type { CellStyle, CellValue, ColumnDef, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import {
  plainCell,
  type SheetValue,
  type Tone,
  type WrittenColumn,
  type WrittenSheet,
} from '../../core/export/frame/sheet.ts';
import { asText } from '../../core/text/csv.ts';
import { printable } from '../../core/text/visible.ts';

/** The same day in each workbook: what is the same has the same bytes. */
const WRITTEN = new Date('2020-01-01T00:00:00Z');

/** Sheets as a workbook: a header that stays and filters, widths by what is in the columns, days and numbers as such. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { creator: 'Zones', created: WRITTEN, modified: WRITTEN },
    defaultFont: FONT,
  });
}

const FONT = { name: 'Calibri', size: 11 };

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '33475B' } },
  alignment: { vertical: 'center', wrapText: true },
};

const BODY: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/** Texts in dark colours on pale ones, which can be told apart in grey, too. */
const TONES: Readonly<Record<Tone, readonly [text: string, fill: string]>> = {
  good: ['1B5E20', 'C8E6C9'],
  partly: ['7A4F01', 'FFE0B2'],
  planned: ['0D47A1', 'BBDEFB'],
  bad: ['8E1B1B', 'FFCDD2'],
  quiet: ['4A5560', 'E4E8EC'],
};

function sheetOf({ title, columns, rows, fixed = 0 }: WrittenSheet): WriteSheet {
  const defined = columns.map((column, i) => columnOf(column, rows, i));
  const written = rows.map((row) => row.map((value, i) => cellOf(value, columns[i]!)));
  return {
    name: title,
    columns: defined,
    rows: [columns.map(({ header }) => header), ...written],
    cells: new Map(columns.map((_, i) => [`0,${i}`, { style: HEADER }])),
    rowDefs: heightsOf(written, defined),
    freezePane: { rows: 1, columns: fixed },
    autoFilter: { range: `A1:${letterOf(columns.length - 1)}${rows.length + 1}` },
    conditionalRules: columns.flatMap((column, i) => rulesOf(column, letterOf(i), rows.length)),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The height of a line, in points. */
const LINE = 15;
/** Of a long text the rest is seen in the cell. */
const MOST_LINES = 12;

/** Rows as high as the texts that are broken in them: not every program works it out. */
function heightsOf(rows: readonly CellValue[][], columns: readonly ColumnDef[]): NonNullable<WriteSheet['rowDefs']> {
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map();
  rows.forEach((row, i) => {
    const lines = row.map((value, column) => {
      if (typeof value !== 'string') return 1;
      const width = columns[column]!.width! - 1;
      return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
    });
    const most = Math.min(MOST_LINES, Math.max(1, ...lines));
    if (most > 1) heights.set(i + 1, { height: most * LINE });
  });
  return heights;
}

const [NARROWEST, WIDEST] = [8, 42];
/** Rows that are looked at for how wide a column is. */
const MEASURED = 2000;

function columnOf({ header, sort, width }: WrittenColumn, rows: WrittenSheet['rows'], column: number): ColumnDef {
  let longest = header.length + 3;
  for (const row of rows.slice(0, MEASURED)) {
    const text = String(plainCell(row[column]) ?? '');
    for (const line of text.split('\n')) longest = Math.max(longest, line.length + 1);
  }
  const style = sort === 'day' ? { ...BODY, numFmt: 'yyyy-mm-dd' } : BODY;
  return { width: sort === 'day' ? 12 : (width ?? Math.min(WIDEST, Math.max(NARROWEST, longest))), style };
}

/** A cell of a workbook has no more characters. */
const LONGEST = 32_767;

function cellOf(value: SheetValue, { sort }: WrittenColumn): CellValue {
  const plain = plainCell(value);
  if (typeof plain !== 'string') return plain;
  if (sort === 'day' && /^\d{4}-\d\d-\d\d$/.test(plain)) return new Date(`${plain}T00:00:00Z`);
  if (plain === '') return null;
  const text = asText(printable(plain));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function rulesOf({ tones = {} }: WrittenColumn, letter: string, count: number): ConditionalRule[] {
  if (count === 0) return [];
  return Object.entries(tones).map(([value, tone], i) => {
    const [color, fill] = TONES[tone];
    const test = /^\d+$/.test(value) ? `AND(ISNUMBER(${letter}2),${letter}2=${value})` : `${letter}2="${value}"`;
    return {
      // A blank cell would be 0, too.
      type: 'expression',
      formula: test,
      priority: i + 1,
      range: `${letter}2:${letter}${count + 1}`,
      style: {
        font: { color: { rgb: color } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill }, bgColor: { rgb: fill } },
      },
    };
  });
}

/** `A` for the first column, `AA` for the 27th. */
const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
