import { spellingOf } from '../../text/spelling.ts';
import { type Meaning, TABLES } from '../tables/index.ts';
import { TABLE_IDS, type TableId } from '../tables/table.ts';
import { columnOf } from './headings.ts';
import type { Mapping, SheetReading } from './recognise-columns.ts';

/** The mapping as a file holds it: what each heading means; null for what is to be left out. */
export interface MappingFile {
  readonly version: 1;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** All that a column of some table may mean. */
export const MEANINGS: readonly Meaning[] = [
  ...new Set(TABLE_IDS.flatMap((table) => TABLES[table].columns.map(({ id }) => id as Meaning))),
];

export const isMeaning = (word: string): word is Meaning => (MEANINGS as readonly string[]).includes(word);

/** A mapping as a file holds it, or what is wrong with it: a sentence. */
export function readMapping(content: unknown): { readonly mapping: Mapping } | { readonly fault: string } {
  const columns = (content as Partial<MappingFile> | null)?.columns;
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    return { fault: 'it has no "columns", an object with the meaning of each heading' };
  }
  const mapping = new Map<string, Meaning | null>();
  for (const [header, meaning] of Object.entries(columns)) {
    if (meaning === null) mapping.set(spellingOf(header), null);
    else if (typeof meaning === 'string' && isMeaning(meaning)) mapping.set(spellingOf(header), meaning);
    else
      return {
        fault: `'${header}' cannot mean ${JSON.stringify(meaning)}: take one of ${MEANINGS.join(', ')}, or null`,
      };
  }
  return { mapping };
}

/** The mapping that says again what was understood. */
export function mappingOf(readings: readonly SheetReading[], before: MappingFile | undefined): MappingFile {
  const columns: Record<string, string | null> = { ...before?.columns };
  for (const { columns: own } of readings) for (const { header, meaning } of own) columns[header] = meaning ?? null;
  return { version: 1, columns };
}

/** What the columns of a table may mean, with the heading that says it. */
export const choicesOf = (table: TableId): readonly { readonly meaning: Meaning; readonly header: string }[] =>
  TABLES[table].columns.filter(({ derived }) => !derived).map(({ id, header }) => ({ meaning: id as Meaning, header }));

/** A reading with another meaning for one column; what had that meaning loses it, where it may stand once. */
export function withMeaning(reading: SheetReading, index: number, meaning: Meaning | undefined): SheetReading {
  const isSeveral = meaning !== undefined && columnOf(reading.table, meaning)?.several;
  const columns = reading.columns.map((column, i) => {
    if (i === index) return { ...column, meaning };
    return meaning !== undefined && column.meaning === meaning && !isSeveral
      ? { ...column, meaning: undefined }
      : column;
  });
  return { ...reading, columns };
}
