import { printableLine } from './visible.ts';

type Rows = readonly (readonly string[])[];
type IsFigure = (column: number) => boolean;

/** A table in Markdown, its first row the head; figures keep to the right. */
export const markdownTable = (rows: Rows, isFigure: IsFigure): string =>
  tableOfMarkup(
    rows.map((row) => row.map(markdownText)),
    isFigure,
  );

/** The same of cells that are Markdown already, each on one line. */
export function tableOfMarkup(rows: Rows, isFigure: IsFigure): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(head.map((_, i) => (isFigure(i) ? '---:' : '---'))), ...others.map(line), ''].join('\n');
}

/** A text on one line, and nothing in it is markup: for a cell, a heading, a paragraph. */
export const markdownText = (text: string): string => printableLine(text).replace(/[\\`*_{}[\]<>|#&~]/g, '\\$&');
