import { TABLES } from '../../exchange/tables/index.ts';
import type { CellSort, CellValue, Table, TableId } from '../../exchange/tables/table.ts';
import type { PlantSystem } from '../../plant/plant.ts';
import type { SheetValue, Tone, ValueSort, WrittenColumn, WrittenSheet } from '../frame/sheet.ts';
import { assetRow, conduitRow, flowRow, statementRows, zoneRow } from './rows.ts';

type Row = Readonly<Record<string, CellValue>>;

/** The rows of each table of a system, in the order of the model. */
const ROWS: Readonly<Record<TableId, (system: PlantSystem) => readonly Row[]>> = {
  zones: ({ zones }) => zones.map(zoneRow),
  assets: ({ assets }) => assets.map(assetRow),
  conduits: ({ conduits }) => conduits.map(conduitRow),
  flows: ({ flows }) => flows.map(flowRow),
  statements: ({ zones, conduits }) => [...zones, ...conduits].flatMap(statementRows),
};

/** What the tables have of some systems: what a workbook begins with, and what imports read back. */
export const plantSheets = (systems: readonly PlantSystem[]): WrittenSheet[] =>
  Object.values(TABLES).map((table) => sheetOf(table, systems.flatMap(ROWS[table.id])));

/** Columns that name the row: they stay when one scrolls. */
const FIXED: Readonly<Record<TableId, number>> = { zones: 2, assets: 2, conduits: 2, flows: 1, statements: 3 };

function sheetOf({ id, title, columns }: Table, rows: readonly Row[]): WrittenSheet {
  // What tells a device from others in somebody else's tool is not in a model, nor are its open ports.
  const written = columns.filter((column) => !(id === 'assets' && NOT_IN_MODEL.has(column.id)));
  return {
    title,
    columns: written.map(
      (column): WrittenColumn => ({
        header: column.header,
        sort: SORTS[column.sort],
        width: WIDTHS[column.id] ?? (column.sort === 'vector' ? 14 : undefined),
        tones: column.id === 'state' ? STATE_TONES : undefined,
      }),
    ),
    rows: rows.map((row) => written.map((column) => row[column.id] as SheetValue)),
    fixed: FIXED[id],
  };
}

const NOT_IN_MODEL = new Set(['id', 'hostname', 'level', 'ports']);

const SORTS: Readonly<Record<CellSort, ValueSort>> = {
  text: 'text',
  name: 'text',
  texts: 'text',
  number: 'number',
  day: 'day',
  vector: 'text',
  word: 'text',
  yes: 'text',
};

const WIDTHS: Readonly<Record<string, number>> = { level: 7, safety: 8, description: 40, because: 40, note: 40 };

/** What the colours of states say. */
export const STATE_TONES: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  compensated: 'good',
  excluded: 'quiet',
  planned: 'planned',
  accepted: 'partly',
  overdue: 'bad',
  expired: 'bad',
  lapsed: 'bad',
  uncompensated: 'bad',
  missing: 'bad',
};
