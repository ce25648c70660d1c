import type { OpenFile } from '../../core/exchange/sheet.ts';
import { filledSheets, type LaidOut, layOut } from '../laid-out.ts';
import { createOwnRows, ownCells } from '../own-cells.ts';
import { type FileSource, Unreadable } from '../source.ts';
import { wholeText } from '../text.ts';
import { cellsOf, type DrawnCell, pagesOf } from './drawio-cells.ts';
import { containersOf } from './drawio-containers.ts';

/** A drawing: containers are zones, shapes in them assets, lines between them flows. */
export async function readDrawio(source: FileSource): Promise<OpenFile> {
  const pages = pagesOf(await wholeText(source)).map(cellsOf);
  if (pages.every((cells) => cells.length === 0)) throw new Unreadable('Nothing is drawn in it.');
  const own = createOwnRows();
  const zones: LaidOut[] = [];
  const assets: LaidOut[] = [];
  const flows: LaidOut[] = [];
  pages.forEach((cells, page) => {
    const idOf = (cell: string) => `${page + 1}/${cell}`;
    const containers = containersOf(cells);
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    /** The nearest container with a name that a cell stands in. */
    const zoneAround = (cell: DrawnCell): string | undefined => {
      for (let at = containers.around(cell); at; at = containers.around(at)) {
        const name = nameOf(at) ?? at.label;
        if (name !== '') return name;
      }
      return undefined;
    };
    for (const cell of cells) {
      if (own.take(cell.attributes)) continue;
      if (cell.isEdge) {
        const [from, to] = [byId.get(cell.source ?? ''), byId.get(cell.target ?? '')];
        if (!from || !to) continue;
        const end = (at: DrawnCell) => nameOf(at) ?? (containers.has(at) ? at.label : idOf(at.id));
        flows.push({
          source: end(from),
          target: end(to),
          direction: cell.isBoth ? '<->' : undefined,
          title: labelOfEdge(cell, cells) || undefined,
        });
      } else if (containers.has(cell)) {
        if (cell.label !== '') zones.push({ zone: cell.label, parent: zoneAround(cell) });
      } else if (cell.label !== '' && !cell.isText) {
        const { ip, address, type, vendor, product } = cell.attributes;
        assets.push({
          id: idOf(cell.id),
          name: cell.label,
          zone: zoneAround(cell),
          address: address ?? ip,
          type: type ?? cell.shape,
          vendor,
          product,
        });
      }
    }
  });
  return {
    format: 'drawio',
    sheets: filledSheets(...own.sheets(), layOut('zones', zones), layOut('assets', assets), layOut('flows', flows)),
  };
}

/** What an element of our own is named. */
function nameOf(cell: DrawnCell): string | undefined {
  const row = ownCells(cell.attributes);
  const name = row?.cells.name ?? row?.cells.zone ?? row?.cells.conduit;
  return typeof name === 'string' ? name : undefined;
}

/** What stands at a line: its own label, or the texts that hang on it. */
const labelOfEdge = (edge: DrawnCell, cells: readonly DrawnCell[]): string =>
  [edge.label, ...cells.filter(({ parent }) => parent === edge.id).map(({ label }) => label)]
    .filter((label) => label !== '')
    .join(' ');
