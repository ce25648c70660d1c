import { printableLine, widthOf } from '../terminal.ts';

/** A column: its heading, and which side its cells keep to. */
export interface Column {
  readonly heading: string;
  readonly right?: boolean;
}

/** Rows as text in columns, with the headings above; two spaces between columns. A heading alone is a left column. */
export function table(given: readonly (Column | string)[], rows: readonly (readonly string[])[]): string[] {
  const columns = given.map((column): Column => (typeof column === 'string' ? { heading: column } : column));
  const lines = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(printableLine));
  const widths = columns.map((_, i) => lines.reduce((most, row) => Math.max(most, widthOf(row[i] ?? '')), 0));
  return lines.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - widthOf(cell));
        return columns[i]!.right ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

type Cell = string | number | boolean | null;

/** Rows as CSV (RFC 4180, lines ended by CRLF); nothing for null. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * What spreadsheets take for the beginning of a formula, in the letters of East Asia too. Some part cells at semicolons
 * and tabs as well, whatever the quotes say.
 */
const FORMULA = /(^|[;\t])(\s*)(?=[=+\-@＝＋－＠])/g;

/** A cell of CSV: a text as one line, that no spreadsheet takes for a formula; an apostrophe marks it as text. */
function csvCell(value: Cell): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = printableLine(value).replace(FORMULA, "$1$2'");
  return /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
