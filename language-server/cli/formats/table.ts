import { printableLine } from '../../core/text/visible.ts';
import { widthOf } from '../terminal.ts';

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
