import type { Column, Table, TableId } from './table.ts';

/** A table whose columns are known to the compiler by their ids. */
export function defineTable<const Id extends string>(
  id: TableId,
  [title, ...sheets]: readonly [string, ...string[]],
  columns: readonly Column<Id>[],
): Table<Id> {
  return { id, title, sheets, columns };
}

/** Headings that are written as lists with commas, in as many lines as it takes. */
export const listed = (...lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(',').map((heading) => heading.trim())).filter((heading) => heading !== '');
