import type { ImportFormat, Sheet } from '../core/exchange/sheet.ts';

/** A file as a reader has opened it; its rows are read when they are asked for, once. */
export interface OpenFile {
  readonly format: ImportFormat;
  readonly sheets: readonly Sheet[];
}
