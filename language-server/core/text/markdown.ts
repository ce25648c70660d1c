import { printableLine } from './visible.ts';

/** A table in Markdown, its first row the head; figures keep to the right. */
export function markdownTable(rows: readonly (readonly string[])[], isFigure: (column: number) => boolean): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...others] = rows.map((row) => row.map(cellText));
  return [line(head), line(head.map((_, i) => (isFigure(i) ? '---:' : '---'))), ...others.map(line), ''].join('\n');
}

/** A text as it is in a cell: on one line, and nothing in it is markup. */
const cellText = (text: string): string => printableLine(text).replace(/[\\`*_{}[\]<>|#&~]/g, '\\$&');
