import { type MappingFile, mappingOf } from '../../core/exchange/reading/mapping.ts';
import {
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
import { abridge } from '../../core/text/words.ts';
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
  const files: ReadFile[] = [];
  const skipped: SkippedIn[] = [];
  const faults: string[] = [];
  for (const path of paths) {
    const file = displayPath(path);
    try {
      files.push(await readOne(path, session, options, (each) => skipped.push({ file, ...each })));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push(error.message);
    }
  }
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

async function readOne(
  path: string,
  session: ImportSession,
  { format, mapping, progress, ask }: ReadOptions,
  skip: (skipped: Skipped) => void,
): Promise<ReadFile> {
  const shown = displayPath(path);
  const refuse = (why: string) => new Failure(`Cannot import '${shown}'. ${why}`);
  progress.step(`Reading ${shown} …`);
  const open = await openImport(path, format).catch((error: NodeJS.ErrnoException) => {
    if (!error.code?.startsWith('E')) throw error;
    throw new Failure(`Cannot read '${shown}': ${reasonOf(error)}. Name a list, scan or drawing that can be read.`);
  });
  if ('fault' in open) throw refuse(open.fault);
  const sheets: OpenSheet[] = [];
  for (const sheet of open.sheets) {
    const sample = await sampled(sheet);
    sheets.push({ name: sheet.name, sample, reading: recognised(sample, session.types, mapping) });
  }
  for (const sheet of sheets)
    if (ask && !sheet.sample.sheet.table) sheet.reading = await ask(shown, sheet.reading, sheet.name);
  const understood = sheets.filter(({ reading }) => isUnderstood(reading));
  if (understood.length === 0) {
    const headings = sheets.flatMap(({ reading }) => reading.columns.map(({ header }) => `'${header}'`));
    throw refuse(
      headings.length === 0
        ? 'There is nothing in it that could be imported.'
        : `None of its columns tells what its rows speak of: ${abridge(headings, 8)}. Say so in a file for --mapping: { "columns": { "heading": "name" } }.`,
    );
  }
  const counter: RowCounter = { rows: 0, skip };
  for (const sheet of inOrder(understood)) {
    for await (const record of recordsOf(sheet.sample, sheet.reading, counter)) {
      session.add(record);
      if (counter.rows % 10_000 === 0) progress.step(`Reading ${shown}: ${counter.rows} rows …`);
    }
  }
  if (counter.rows === 0) throw refuse('There are no rows below its header. Export it again.');
  return { file: shown, format: open.format, rows: counter.rows, readings: sheets.map(({ reading }) => reading) };
}

const inOrder = (sheets: readonly OpenSheet[]): OpenSheet[] =>
  [...sheets].sort((a, b) => READING_ORDER.indexOf(a.reading.table) - READING_ORDER.indexOf(b.reading.table));

/** What was understood of all files, for `--mapping`. */
export const mappingRead = (files: readonly ReadFile[], before: MappingFile | undefined): MappingFile =>
  mappingOf(
    files.flatMap(({ readings }) => readings),
    before,
  );
