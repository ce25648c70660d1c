import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { withHeader } from '../../core/exchange/reading/find-header.ts';
import type { OpenFile, SheetRow } from '../../core/exchange/sheet.ts';
import { type FileSource, headOf, Unreadable } from '../source.ts';
import { encodingOf, type TextEncoding, textOf } from '../text.ts';

/** So many bytes tell what parts the cells. */
const SAMPLE = 64 * 1024;

/** A row is no longer than this; what is has a quote that nobody has closed. */
const LONGEST_ROW = 1024 * 1024;

/** Rows that are looked at for the header. */
const ROWS_BEFORE_HEADER = 40;

/** A table as text, row by row: cells parted by whatever parts most of its lines alike. */
export async function readCsv(source: FileSource): Promise<OpenFile> {
  const head = await headOf(source, SAMPLE);
  if (head.length === 0) throw new Unreadable('It is empty. Export it again.');
  const encoding = await encodingOf(source, head);
  const sample = new TextDecoder(encoding).decode(head);
  if (sample.trim() === '') throw new Unreadable('There is nothing in it but blanks. Export it again.');
  const rows = rowsOf(source, encoding, delimiterOf(sample));
  const first: SheetRow[] = [];
  while (first.length < ROWS_BEFORE_HEADER) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const { header, headerRow, below } = withHeader(first);
  return { format: 'csv', sheets: [{ name: '', headerRow, header, rows: chained(below, rows) }] };
}

async function* chained(first: readonly SheetRow[], rest: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* first;
  yield* rest;
}

const DELIMITERS = [';', ',', '\t', '|'];

/** What parts the cells: a line `sep=;` says it, else what stands equally often in most lines. */
function delimiterOf(sample: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (stated) return stated;
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 100);
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.toSorted((a, b) => b - a)[counts.length >> 1] ?? 0;
    const alike = counts.filter((count) => count === usual).length;
    return { delimiter, score: usual === 0 ? 0 : (alike / counts.length) * (1 + Math.min(usual, 20) / 20) };
  });
  return scored.sort((a, b) => b.score - a.score)[0]!.delimiter;
}

async function* rowsOf(source: FileSource, encoding: TextEncoding, delimiter: string): AsyncGenerator<SheetRow> {
  let number = 0;
  const faults: SheetRow[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error: CsvError | undefined) => {
      faults.push({ number: 0, cells: [], fault: faultOf(error) });
      return undefined;
    },
  });
  const text = Readable.from(textOf(source, encoding));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      for (const fault of faults.splice(0)) yield { ...fault, number: ++number };
      number++;
      if (number === 1 && /^sep=.?$/i.test(cells[0] ?? '')) continue;
      yield { number, cells };
    }
  } catch (error) {
    yield { number: number + 1, cells: [], fault: faultOf(error as CsvError) };
  }
  for (const fault of faults) yield { ...fault, number: ++number };
}

function faultOf(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote begins in it that is not closed, so all that follows cannot be told apart';
    case 'CSV_MAX_RECORD_SIZE':
      return 'it is over 1 MB long, so a quote is likely not closed';
    default:
      return 'its quotes do not fit together';
  }
}
