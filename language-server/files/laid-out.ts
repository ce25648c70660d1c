import type { Sheet, SheetRow } from '../core/exchange/sheet.ts';
import { TABLES } from '../core/exchange/tables/index.ts';
import type { TableId } from '../core/exchange/tables/table.ts';

/** What a format that is no table says of one element, by the columns of the tables. */
export type LaidOut = Readonly<Record<string, string | readonly string[] | undefined>> & {
  /** Where it stands in the file, as a person counts; else its place in the list. */
  readonly row?: never;
};

/** The columns that name an element: under the heading of our own exports a name stays as it is. */
const NAMES: Readonly<Partial<Record<TableId, string>>> = { assets: 'name', zones: 'zone', conduits: 'conduit' };

/**
 * A sheet of what a format says, with the headings of a table.
 * @param isOwn true for what Zones has written itself
 */
export function layOut(table: TableId, elements: readonly LaidOut[], isOwn = false): Sheet {
  const columns = TABLES[table].columns.filter(({ id }) => elements.some((element) => element[id] !== undefined));
  const header = columns.map((column) => (column.id === NAMES[table] && !isOwn ? 'Name' : column.header));
  return { name: '', table, headerRow: 0, header, rows: rowsOf(columns, elements) };
}

function* rowsOf(columns: readonly { readonly id: string }[], elements: readonly LaidOut[]): Iterable<SheetRow> {
  let number = 0;
  for (const element of elements) {
    const cells = columns.map(({ id }) => {
      const value = element[id];
      return typeof value === 'string' ? value : (value ?? []).join('\n');
    });
    yield { number: ++number, cells };
  }
}

/** The sheets that have rows. */
export const filledSheets = (...sheets: readonly Sheet[]): readonly Sheet[] =>
  sheets.filter(({ header }) => header.length > 0);
