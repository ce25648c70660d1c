import type { Sheet } from '../core/exchange/sheet.ts';
import { TABLES } from '../core/exchange/tables/index.ts';
import { OWN_MARK, OWN_PREFIX } from '../core/exchange/tables/own-mark.ts';
import { TABLE_IDS, type TableId } from '../core/exchange/tables/table.ts';
import { type LaidOut, layOut } from './laid-out.ts';

/** The row that Zones has put into the attributes of an element; undefined for an element of anybody else. */
export function ownCells(attributes: Readonly<Record<string, string>>): { table: TableId; cells: LaidOut } | undefined {
  const table = TABLE_IDS.find((id) => id === attributes[OWN_MARK]);
  if (!table) return undefined;
  const cells = TABLES[table].columns.flatMap(({ id }) => {
    const value = attributes[OWN_PREFIX + id];
    return value === undefined ? [] : [[id, value]];
  });
  return { table, cells: Object.fromEntries(cells) as LaidOut };
}

/** The rows that Zones has put into a file of another format, as they are met. */
export interface OwnRows {
  /** Takes the row of an element, or what we have drawn beside; false for one of anybody else. */
  take(attributes: Readonly<Record<string, string>>): boolean;
  sheets(): readonly Sheet[];
}

export function createOwnRows(): OwnRows {
  const rows: Record<TableId, LaidOut[]> = { zones: [], assets: [], conduits: [], flows: [], statements: [] };
  return {
    take(attributes) {
      const row = ownCells(attributes);
      if (row) rows[row.table].push(row.cells);
      return attributes[OWN_MARK] !== undefined;
    },
    sheets: () => TABLE_IDS.map((table) => layOut(table, rows[table], true)),
  };
}
