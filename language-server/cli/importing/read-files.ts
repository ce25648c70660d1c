import { type MappingFile, mappingOf } from '../../core/exchange/reading/mapping.ts';
import {
  isLeft,
  isUnderstood,
  READING_ORDER,
  type RowCounter,
  recognised,
  recordsOf,
  type SampledSheet,
  type Skipped,
  sampled,
} from '../../core/exchange/reading/read-sheet.ts';
import type { Mapping, SheetReading } from '../../core/exchange/reading/recognise-columns.ts';
import type { ImportFormat } from '../../core/exchange/sheet.ts';
import type { TableId } from '../../core/exchange/tables/table.ts';
import { abridge, listAnd } from '../../core/text/words.ts';
import type { ImportSession } from '../../language/import/session.ts';
import { openImport } from '../../node-files.ts';
import { COULD_NOT, Failure, reasonOf } from '../failure.ts';
import type { FilesRead, ReadFile, SkippedIn } from '../formats/import.ts';
import { displayPath } from '../model-paths.ts';
import { type Progress, warn } from '../terminal.ts';

export interface ReadOptions {
  readonly format?: ImportFormat;
  readonly mapping: Mapping;
  readonly progress: Progress;
  /** Asks whether columns mean something else. */
  ask?(file: string, reading: SheetReading, sheet: string): Promise<SheetReading>;
}

/**
 * Reads files into an import. One that cannot be read is told and left out, and the command ends as one that could not.
 * @throws Failure where nothing of any of them can be read
 */
export async function readFiles(
  paths: readonly string[],
  session: ImportSession,
  options: ReadOptions,
): Promise<FilesRead> {
  const opened: OpenedFile[] = [];
  const skipped: SkippedIn[] = [];
  const faults: string[] = [];
  const trying = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  for (const path of paths) {
    const file = displayPath(path);
    const found = await trying(() => openOne(path, session, options, (each) => skipped.push({ file, ...each })));
    if (found) opened.push(found);
  }
  // Table by table: what a row names may stand in another file.
  for (const table of READING_ORDER) {
    for (const file of opened) await trying(() => readRows(file, table, session, options.progress));
  }
  const isEmpty = ({ sheets, counter }: OpenedFile) => sheets.length > 0 && counter.rows === 0;
  for (const { read } of opened.filter(isEmpty)) {
    faults.push(refusal(read.file, 'There are no rows below its header. Export it again.').message);
  }
  const files = opened.filter((file) => !isEmpty(file)).map(({ read, counter }) => ({ ...read, rows: counter.rows }));
  if (files.length === 0 && faults.length === 1) throw new Failure(faults[0]);
  options.progress.end();
  warn(...faults);
  if (files.length === 0) throw new Failure('Nothing could be read.');
  if (faults.length > 0) process.exitCode = COULD_NOT;
  return { files, skipped };
}

interface OpenSheet {
  readonly name: string;
  readonly sample: SampledSheet;
  reading: SheetReading;
}

/** A file whose columns are understood, and whose rows are still to be read. */
interface OpenedFile {
  readonly read: ReadFile;
  readonly sheets: readonly OpenSheet[];
  readonly counter: RowCounter;
}

const refusal = (file: string, why: string) => new Failure(`Cannot import '${file}'. ${why}`);

async function openOne(
  path: string,
  session: ImportSession,
  { format, mapping, progress, ask }: ReadOptions,
  skip: (skipped: Skipped) => void,
): Promise<OpenedFile> {
  const shown = displayPath(path);
  progress.step(`Reading ${shown} …`);
  const open = await openImport(path, format).catch((error: NodeJS.ErrnoException) => {
    if (!error.code?.startsWith('E')) throw error;
    throw new Failure(`Cannot read '${shown}': ${reasonOf(error)}. Name a list, scan or drawing that can be read.`);
  });
  if ('fault' in open) throw refusal(shown, open.fault);
  const sheets: OpenSheet[] = [];
  for (const sheet of open.sheets) {
    const sample = await sampled(sheet);
    sheets.push({ name: sheet.name, sample, reading: recognised(sample, session.types, mapping) });
  }
  for (const sheet of sheets)
    if (ask && !sheet.sample.sheet.table) sheet.reading = await ask(shown, sheet.reading, sheet.name);
  const left = sheets.filter(isLeft);
  if (left.length > 0) warn(leftOut(shown, left));
  const others = sheets.filter((sheet) => !left.includes(sheet));
  const understood = others.filter(({ reading }) => isUnderstood(reading));
  if (understood.length === 0 && left.length === 0) {
    const headings = others.flatMap(({ reading }) => reading.columns.map(({ header }) => `'${header}'`));
    throw refusal(
      shown,
      headings.length === 0
        ? 'There is nothing in it that could be imported.'
        : `None of its columns tells what its rows speak of: ${abridge(headings, 8)}. Say so in a file for --mapping: { "columns": { "heading": "name" } }.`,
    );
  }
  const read = { file: shown, format: open.format, rows: 0, readings: others.map(({ reading }) => reading) };
  return { read, sheets: understood, counter: { rows: 0, skip } };
}

/** Reads the rows of a file that are of one table. */
async function readRows(
  { read, sheets, counter }: OpenedFile,
  table: TableId,
  session: ImportSession,
  progress: Progress,
): Promise<void> {
  for (const { sample, reading } of sheets) {
    if (reading.table !== table) continue;
    for await (const record of recordsOf(sample, reading, counter)) {
      session.add(record);
      if (counter.rows % 10_000 === 0) progress.step(`Reading ${read.file}: ${counter.rows} rows …`);
    }
  }
}

/** What is said of sheets that are not taken back. */
function leftOut(file: string, sheets: readonly OpenSheet[]): string {
  const names = sheets.flatMap(({ name }) => (name === '' ? [] : [`'${name}'`]));
  return names.length === 0
    ? `Left out: '${file}' tells how requirements stand. Write that in the model.`
    : `Left out of '${file}': ${listAnd(names)}, which tell how requirements stand. Write that in the model.`;
}

/** What was understood of all files, for `--mapping`. */
export const mappingRead = (files: readonly ReadFile[], before: MappingFile | undefined): MappingFile =>
  mappingOf(
    files.flatMap(({ readings }) => readings),
    before,
  );
