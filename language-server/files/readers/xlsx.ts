import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { withHeader } from '../../core/exchange/reading/find-header.ts';
import type { OpenFile, Sheet, SheetRow } from '../../core/exchange/sheet.ts';
import { bytesOf, type FileSource, Unreadable } from '../source.ts';

/** What a workbook may hold when it is unpacked: a small file can claim any size. */
const MOST_UNPACKED = 512 * 1024 * 1024;

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type Worksheet = Workbook['sheets'][number];
type Value = Worksheet['rows'][number][number];

/** All sheets of a workbook that are not hidden. Of formulas the values that were saved with them. */
export async function readWorkbook(source: FileSource): Promise<OpenFile> {
  const bytes = await bytesOf(source);
  refuseBomb(bytes);
  const workbook = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden }).catch(
    (error: unknown) => {
      const { name, message } = error as Error;
      if (/encrypt|password/i.test(`${name} ${message}`)) {
        throw new Unreadable('It is protected by a password. Save it without one.');
      }
      if (/\bspans\b.*\blimit\b/.test(message)) {
        throw new Unreadable(
          'A sheet of it has a cell far outside its table. Delete the rows and columns beyond the table, or export the sheet as CSV.',
        );
      }
      throw new Unreadable('It is a damaged or incomplete workbook. Open it in Excel, and save it anew.');
    },
  );
  return { format: 'xlsx', sheets: workbook.sheets.flatMap(sheetOf) };
}

function refuseBomb(bytes: Uint8Array): void {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    throw new Unreadable('It is a damaged or incomplete workbook. Open it in Excel, and save it anew.');
  }
  if (unpacked > MOST_UNPACKED) {
    throw new Unreadable(
      `Unpacked it would have ${Math.round(unpacked / 1024 / 1024)} MB, more than a workbook is read with. Export the sheet as CSV.`,
    );
  }
}

function sheetOf({ name, rows, merges = [] }: Worksheet): Sheet[] {
  const filled = rows.map((row) => row.map(textOfValue));
  for (const { startRow, endRow, startCol } of merges) {
    const value = filled[startRow]?.[startCol] ?? '';
    for (let row = startRow + 1; row <= Math.min(endRow, filled.length - 1); row++) {
      const cells = filled[row]!;
      while (cells.length <= startCol) cells.push('');
      cells[startCol] = value;
    }
  }
  const all = filled.map((cells, i): SheetRow => ({ number: i + 1, cells }));
  const { header, headerRow, below } = withHeader(all.slice(0, 40));
  if (header.length === 0) return [];
  // Blank cells at the end of a row are not stored: that is no row that is too short.
  const padded = [...below, ...all.slice(40)].map(({ number, cells }): SheetRow => {
    const missing = header.length - cells.length;
    return { number, cells: missing > 0 ? [...cells, ...Array<string>(missing).fill('')] : cells };
  });
  return [{ name, headerRow, header, rows: padded }];
}

function textOfValue(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}
