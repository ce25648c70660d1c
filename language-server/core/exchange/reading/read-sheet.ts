import type { ImportRecord } from '../records.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import type { Meaning } from '../tables/index.ts';
import { isReport } from '../tables/reports.ts';
import type { TableId } from '../tables/table.ts';
import type { TypeRecogniser } from '../types/recognise-type.ts';
import { createRowReader } from './read-row.ts';
import { type Mapping, recogniseColumns, type SheetReading } from './recognise-columns.ts';

/** Rows that are looked at to tell what the columns mean. */
const SAMPLE = 200;

/** A sheet with its first rows read, to be understood before the others are. */
export interface SampledSheet {
  readonly sheet: Sheet;
  readonly first: readonly SheetRow[];
  /** The rows behind the first. */
  readonly rest: AsyncIterator<SheetRow>;
}

/** Reads as many rows of a sheet as tell what its columns mean. */
export async function sampled(sheet: Sheet): Promise<SampledSheet> {
  const rest = iterated(sheet.rows);
  const first: SheetRow[] = [];
  while (first.length < SAMPLE) {
    const next = await rest.next();
    if (next.done) break;
    first.push(next.value);
  }
  return { sheet, first, rest };
}

async function* iterated(rows: Sheet['rows']): AsyncGenerator<SheetRow> {
  yield* rows;
}

/** What the columns of a sheet mean. */
export function recognised({ sheet, first }: SampledSheet, types: TypeRecogniser, mapping: Mapping): SheetReading {
  const { name, table, header } = sheet;
  return recogniseColumns({ name, table, header, rows: first.map(({ cells }) => cells) }, types, mapping);
}

/** True for a sheet that an import leaves as it is: what follows from a model, or states something of requirements. */
export const isLeft = ({
  sample,
  reading,
}: {
  readonly sample: SampledSheet;
  readonly reading: SheetReading;
}): boolean => isReport(sample.sheet) || reading.table === 'statements';

/** Without one of these a row speaks of nothing that could be told from anything else. */
const NEEDED: Readonly<Record<TableId, readonly Meaning[]>> = {
  zones: ['zone'],
  assets: ['name', 'title', 'hostname', 'id', 'address', 'mac', 'serial', 'product', 'type', 'software'],
  conduits: ['between'],
  flows: ['source', 'source-address'],
  statements: ['element'],
};

/** True for a sheet whose columns say of what its rows speak. */
export const isUnderstood = ({ table, columns }: SheetReading): boolean =>
  columns.some(({ meaning }) => meaning !== undefined && NEEDED[table].includes(meaning));

/** What cannot be taken over, and its row. */
export interface Skipped {
  readonly row: number;
  readonly why: string;
  /** True for a value of a row that was read without it. */
  readonly isValue?: boolean;
}

export interface RowCounter {
  rows: number;
  readonly skip: (skipped: Skipped) => void;
}

/** What the rows of a sheet say, one after the other. */
export async function* recordsOf(
  { first, rest }: SampledSheet,
  reading: SheetReading,
  counter: RowCounter,
): AsyncGenerator<ImportRecord> {
  const read = createRowReader(reading);
  const each = (row: SheetRow): ImportRecord | undefined => {
    const { record, fault, left } = read(row);
    if (fault !== undefined || record !== undefined) counter.rows++;
    if (fault !== undefined) counter.skip({ row: row.number, why: `The row was left out: ${fault}.` });
    for (const why of left) {
      if (record !== undefined)
        counter.skip({ row: row.number, why: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, isValue: true });
    }
    return record;
  };
  for (const row of first) {
    const record = each(row);
    if (record) yield record;
  }
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const record = each(next.value);
    if (record) yield record;
  }
}

/** The order in which sheets are read: what a row names stands in a sheet before it. */
export const READING_ORDER: readonly TableId[] = ['zones', 'conduits', 'assets', 'flows', 'statements'];
