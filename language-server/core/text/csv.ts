import { printableLine } from './visible.ts';

/** What a cell of CSV may have. */
export type Cell = string | number | boolean | null;

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
  const text = asText(printableLine(value));
  return /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet takes for a formula, nor loses the beginning of; an apostrophe marks it as text. */
export const asText = (text: string): string => text.replace(FORMULA, "$1$2'").replace(/^(?=[\t\r])/, "'");
