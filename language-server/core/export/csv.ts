import { TABLES } from '../exchange/tables/index.ts';
import type { ModelFormat } from './frame/model-format.ts';
import { sheetCsv } from './frame/sheet.ts';
import { plantSheets } from './tables/plant-sheets.ts';

const ids = Object.keys(TABLES);

export const csvFolder: ModelFormat = {
  id: 'csv',
  title: 'CSV tables',
  hint: 'zones, assets, conduits, flows and statements as files of a folder: for databases, and to be imported again',
  kinds: [],
  isOfSeveral: true,
  write({ systems }) {
    const sheets = plantSheets(systems.map(({ plant }) => plant));
    const files = sheets.map((sheet, i) => ({ name: `${ids[i]}.csv`, content: sheetCsv(sheet) }));
    return { files, unwritten: [] };
  },
};
