import { OWN_MARK, OWN_PREFIX } from '../../exchange/tables/own-mark.ts';
import type { CellValue, TableId } from '../../exchange/tables/table.ts';
import { plainCell, type SheetValue } from '../frame/sheet.ts';

/** The row of an element as attributes: which table it is of, and each cell that is not blank, as text. */
export function ownRow(table: TableId, row: Readonly<Record<string, CellValue>>): Record<string, string> {
  const cells = Object.entries(row).flatMap(([id, value]): [string, string][] => {
    const cell = plainCell(value as SheetValue);
    return cell === null || cell === '' ? [] : [[OWN_PREFIX + id, String(cell)]];
  });
  return { [OWN_MARK]: table, ...Object.fromEntries(cells) };
}
