/** The tables that a plant goes in and out in. */
export const TABLE_IDS = ['zones', 'assets', 'conduits', 'flows', 'statements'] as const;

export type TableId = (typeof TABLE_IDS)[number];

/** How a cell is read and written. */
export type CellSort =
  | 'text'
  | 'name' // of an element: a name of the language or a path, or words that become one
  | 'texts' // several, parted by semicolons, commas or line ends
  | 'number'
  | 'day' // a real date in a workbook, `YYYY-MM-DD` elsewhere
  | 'vector' // seven security levels, `2` or `2 2 0 1 3 1 3`
  | 'word' // of a fixed set, in the words of the language
  | 'yes'; // yes or no

/**
 * A column of a table. What is written under `header` is read back by it, as is what others call it: so a table that
 * Zones has written and one of any other tool come in by the same way.
 */
export interface Column<Id extends string = string> {
  /** What its cells mean: the word in `--mapping` and in JSON. */
  readonly id: Id;
  /** The heading that exports write. */
  readonly header: string;
  /** Headings of other tools and people, English and German; compared without case, signs and blanks. */
  readonly aliases: readonly string[];
  readonly sort: CellSort;
  /** True where several columns of one sheet may mean it: their values come one after the other. */
  readonly several?: boolean;
  /** True for what is written to be read by people and programs, and not taken back: it follows from the rest. */
  readonly derived?: boolean;
}

export interface Table<Id extends string = string> {
  readonly id: TableId;
  /** What exports call the sheet or file; what an import knows it by. */
  readonly title: string;
  /** What others call a sheet of it. */
  readonly sheets: readonly string[];
  readonly columns: readonly Column<Id>[];
}

/** The columns of a table as its type. */
export type ColumnOf<T> = T extends Table<infer Id> ? Id : never;

/** A cell as it is written: a number as a number, several texts as several. */
export type CellValue = string | number | boolean | readonly string[] | readonly number[] | undefined;

/** A row to be written: what it has, by the columns. */
export type RowOf<T> = { readonly [Id in ColumnOf<T>]?: CellValue };
