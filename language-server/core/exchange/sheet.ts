import type { TableId } from './tables/table.ts';

/**
 * A table as a reader of files finds it: whatever the format, rows of texts below a header. Formats that are no tables
 * (a scan, a drawing, a bill of materials) are laid out as such, with headings that the tables know.
 */
export interface Sheet {
  /** The name of the sheet of a workbook; empty where the file is the table. */
  readonly name: string;
  /** Of what each row speaks, where the format tells. */
  readonly table?: TableId;
  /** The number of the header's row, the first being 1; 0 where the format has none. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

export interface SheetRow {
  /** Its own number in the file: what a person looks for. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Why it cannot be read, if so: a sentence. It is skipped. */
  readonly fault?: string;
}

/** The formats that can be read, as `--format` and JSON name them. */
export const IMPORT_FORMATS = ['csv', 'xlsx', 'nmap', 'otm', 'drawio', 'cyclonedx', 'netbox', 'zeek', 'json'] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A file as a reader has opened it; its rows are read when they are asked for, once. */
export interface OpenFile {
  readonly format: ImportFormat;
  readonly sheets: readonly Sheet[];
}
