import { isIp, readAddress } from '../../model/address.ts';
import type { SheetRow } from '../sheet.ts';
import { isOwnHeader } from '../tables/index.ts';
import { isReportHeader } from '../tables/reports.ts';
import { TABLE_IDS } from '../tables/table.ts';
import { CONTAINED, meaningsOf } from './headings.ts';
import { textIn } from './values.ts';

/** The first rows of a sheet with the header found among them. */
export interface WithHeader {
  readonly header: readonly string[];
  /** 0 where there is none. */
  readonly headerRow: number;
  readonly below: readonly SheetRow[];
}

/** Finds the header below titles and remarks: the row with most headings that are known, else the first that is full. */
export function withHeader(rows: readonly SheetRow[]): WithHeader {
  let best = -1;
  let most = 0;
  rows.forEach(({ cells }, i) => {
    // The words that may stand in a table of ours are no headings.
    const known = isOwnHeader(cells) || isReportHeader(cells) ? Number.POSITIVE_INFINITY : knownIn(cells);
    if (known > most) [best, most] = [i, known];
  });
  if (best < 0)
    best = rows.findIndex(({ cells, fault }) => fault === undefined && cells.filter((cell) => textIn(cell)).length > 1);
  if (best < 0) best = rows.findIndex(({ cells }) => cells.some((cell) => textIn(cell)));
  if (best < 0) return { header: [], headerRow: 0, below: rows };
  const { cells, number } = rows[best]!;
  if (most === 0 && cells.some((cell) => isAddress(cell))) {
    return { header: cells.map((_, i) => `Column ${i + 1}`), headerRow: 0, below: rows.slice(best) };
  }
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const header = cells.slice(0, last + 1).map((cell, i) => cell.replace(/\s+/g, ' ').trim() || `Column ${i + 1}`);
  return { header, headerRow: number, below: rows.slice(best + 1) };
}

const isAddress = (cell: string): boolean => {
  const reading = readAddress(cell.trim());
  return isIp(reading) || reading.kind === 'mac';
};

/** How many cells of a row are headings, each meaning counted once; a row of data has a word of a heading now and then. */
function knownIn(cells: readonly string[]): number {
  const found = new Set(
    cells
      .flatMap((cell) => {
        const text = textIn(cell);
        if (text === undefined || text.length > 60) return [];
        return TABLE_IDS.flatMap((table) => meaningsOf(table, text).filter(({ rank }) => rank < CONTAINED)).slice(0, 1);
      })
      .map(({ meaning }) => meaning),
  );
  return found.size;
}
