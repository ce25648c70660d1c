import { assetTable } from './assets.ts';
import { conduitTable, flowTable, statementTable, zoneTable } from './structure.ts';
import type { ColumnOf, Table, TableId } from './table.ts';

/**
 * All tables, in the order in which a workbook has them: what a row names stands in a table before it. Exports write
 * them, imports recognise them by their titles and headings.
 */
export const TABLES: Readonly<Record<TableId, Table>> = {
  zones: zoneTable,
  assets: assetTable,
  conduits: conduitTable,
  flows: flowTable,
  statements: statementTable,
};

/** True for the headings that Zones writes above one of its tables: whatever stands below, that is the header. */
export const isOwnHeader = (cells: readonly string[]): boolean =>
  cells[0] === 'System' &&
  Object.values(TABLES).some(({ columns }) => cells.every((cell) => columns.some(({ header }) => header === cell)));

export type AssetColumn = ColumnOf<typeof assetTable>;
export type ZoneColumn = ColumnOf<typeof zoneTable>;
export type ConduitColumn = ColumnOf<typeof conduitTable>;
export type FlowColumn = ColumnOf<typeof flowTable>;

/** What a header or a value may mean in some table. */
export type Meaning = AssetColumn | ZoneColumn | ConduitColumn | FlowColumn | ColumnOf<typeof statementTable>;
