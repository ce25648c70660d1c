import type { Cell } from '../../text/csv.ts';
import { csv } from '../../text/csv.ts';
import { markdownTable, markdownText } from '../../text/markdown.ts';

/** What a cell of a sheet has: a number as a number, several texts as several; nothing for a blank one. */
export type SheetValue = string | number | boolean | readonly string[] | null | undefined;

/** How the cells of a column are written in a workbook; elsewhere a day is `YYYY-MM-DD`, a yes `yes`. */
export type ValueSort = 'text' | 'number' | 'day';

/** What a colour says: the better, the greener. */
export type Tone = 'good' | 'partly' | 'planned' | 'bad' | 'quiet';

export interface WrittenColumn {
  readonly header: string;
  readonly sort: ValueSort;
  /** In characters. */
  readonly width?: number;
  /** Colours of cells that have a value. */
  readonly tones?: Readonly<Record<string, Tone>>;
}

/** A table to be written, whatever the format. */
export interface WrittenSheet {
  readonly title: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** How many columns from the left stay when one scrolls to the right. */
  readonly fixed?: number;
}

/** A cell as one text or number. */
export function plainCell(value: SheetValue): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join('; ') : value;
}

/** A sheet as CSV. */
export const sheetCsv = ({ columns, rows }: WrittenSheet): string =>
  csv([columns.map(({ header }) => header), ...rows.map((row) => row.map(plainCell))]);

/** A sheet as a heading and a table of Markdown. */
export function sheetMarkdown({ title, columns, rows }: WrittenSheet): string {
  const cells = rows.map((row) => row.map((value) => String(plainCell(value) ?? '')));
  const table = markdownTable([columns.map(({ header }) => header), ...cells], (i) => columns[i]?.sort === 'number');
  return `## ${markdownText(title)}\n\n${table}`;
}
