import { type Cell, type Line, type Row, WRITTEN, type Written } from '../crs/chapter.ts';
import type { Column, Table, TableCell, Tone } from './blocks.ts';

/** A column of a table, and what stands in it of a row. */
export interface ColumnSpec extends Column {
  /** Its lines, or its lines with a tone. */
  readonly cell: (row: Row) => readonly string[] | TableCell;
  /** True for one that is there to be filled in by hand. */
  readonly isKept?: boolean;
}

/** A column with what a key of its rows holds. */
export const column = (title: string, width: number, key: string): ColumnSpec => ({
  title,
  width,
  cell: (row) => linesOf(row[key]),
});

/** A column with what several keys hold, one below the other. */
export const columnOf = (title: string, width: number, cell: ColumnSpec['cell']): ColumnSpec => ({
  title,
  width,
  cell,
});

/** A column that is there also where nothing stands in it: to be filled in by hand. */
export const kept = (spec: ColumnSpec): ColumnSpec => ({ ...spec, isKept: true });

/** A column of levels or numbers. */
export const figures = (title: string, width: number, cell: ColumnSpec['cell']): ColumnSpec => ({
  title,
  width,
  isFigure: true,
  cell,
});

/** A level per FR: `2 2 0 1 3 1 3`. */
const VECTOR_LENGTH = 7;

/** What a cell of data says, a line for each value; none where nothing is given. */
export function linesOf(cell: Cell | undefined): string[] {
  if (cell === null || cell === undefined) return [];
  if (typeof cell === 'boolean') return [cell ? 'yes' : 'no'];
  if (typeof cell === 'object') {
    if (isList(cell)) return isVector(cell) ? [vectorText(cell)] : cell.flatMap(linesOf);
    return Object.entries(cell).flatMap(([name, value]) => {
      const lines = linesOf(value);
      return lines.length > 0 ? [`${name}: ${lines.join(', ')}`] : [];
    });
  }
  return String(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Several cells one behind the other: `Acme X5 6.2`. */
export function inOneLine(...cells: readonly (Cell | undefined)[]): string[] {
  const words = cells.flatMap(linesOf);
  return words.length > 0 ? [words.join(' ')] : [];
}

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell);

const isVector = (cells: readonly Cell[]): cells is readonly (number | null)[] =>
  cells.length === VECTOR_LENGTH && cells.every((each) => typeof each === 'number' || each === null);

/** A vector as a reader compares it: a dash where nothing is said of an FR. */
export const vectorText = (vector: readonly (number | null)[]): string =>
  vector.map((level) => (level === null ? '–' : level)).join(' ');

/** The text of a cell that holds one; undefined for any other. */
export const textIn = (cell: Cell | undefined): string | undefined => (typeof cell === 'string' ? cell : undefined);

/** The value of a cell that holds an object; of any other an empty one. */
export const partsOf = (cell: Cell | undefined): Readonly<Record<string, Cell | undefined>> =>
  typeof cell === 'object' && cell !== null && !isList(cell) ? cell : {};

/** The values of a cell that holds a list; of any other none. */
export const listIn = (cell: Cell | undefined): readonly Cell[] =>
  typeof cell === 'object' && cell !== null && isList(cell) ? cell : [];

/** Lines with a tone. */
export const toned = (lines: readonly string[], tone: Tone | undefined): TableCell =>
  tone ? { lines, tone } : { lines };

export type LineOf = (written: Written) => Line;

/**
 * A table of rows; undefined without any. A column in which no row says anything is left out, but for the first and those to be filled in.
 * @param lineOf the line that a row leads to
 */
export function tableOf(
  caption: string,
  specs: readonly ColumnSpec[],
  rows: readonly Row[],
  lineOf: LineOf,
): Table | undefined {
  if (rows.length === 0) return undefined;
  const filled = rows.map((row) => specs.map(({ cell }) => asCell(cell(row))));
  const isShown = specs.map(
    ({ isKept }, i) => isKept === true || i === 0 || filled.some((cells) => cells[i]!.lines.length > 0),
  );
  return {
    kind: 'table',
    caption,
    columns: specs.flatMap(({ title, width, isFigure }, i) => (isShown[i] ? [{ title, width, isFigure }] : [])),
    rows: filled.map((cells, i) => {
      const written = rows[i]![WRITTEN];
      const row = { cells: cells.filter((_, n) => isShown[n]) };
      return written ? { ...row, line: lineOf(written) } : row;
    }),
  };
}

const asCell = (said: readonly string[] | TableCell): TableCell => ('lines' in said ? said : { lines: said });

/** The rows of a chapter with one table, or of one of its tables. */
export function rowsIn({ content }: { readonly content: unknown }, table?: string): readonly Row[] {
  const rows = table === undefined ? content : (content as Readonly<Record<string, readonly Row[]>>)[table];
  return (rows ?? []) as readonly Row[];
}
