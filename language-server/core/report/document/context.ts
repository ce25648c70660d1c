import type { PlantSystem } from '../../plant/plant.ts';
import type { Chapter, ChapterId, Row } from '../crs/chapter.ts';
import type { Block } from './blocks.ts';
import type { ColumnSpec, LineOf } from './cells.ts';
import { columnOf, tableOf, textIn } from './cells.ts';
import type { DocumentPictures } from './pictures.ts';

/** What the blocks of a chapter are made from. */
export interface Layout {
  readonly system: PlantSystem;
  readonly pictures: DocumentPictures;
  readonly lineOf: LineOf;
  /** The day on which everything is judged: `2026-11-24`. */
  readonly asOf: string;
  /** A zone, conduit or asset as a reader knows it: `Filtration (control.filters)`. */
  nameOf(path: string): string;
  chapter(id: ChapterId): Chapter;
}

/** The blocks of a chapter. */
export type BlocksOf = (chapter: Chapter, layout: Layout) => readonly (Block | undefined)[];

/** A name as a reader knows it: its path behind its title, where it has one. */
export const titled = (path: string, title: string | undefined): string =>
  title === undefined ? path : `${title} (${path})`;

/** The names of all that stands in a system, by path. */
export function createNames(system: PlantSystem): (path: string) => string {
  const titles = new Map<string, string>();
  for (const { path, name, title } of [...system.zones, ...system.conduits, ...system.assets, ...system.risks]) {
    if (title !== name && !titles.has(path)) titles.set(path, title);
  }
  // What is about the system itself names it, or nothing.
  const isElsewhere = [...system.zones, ...system.conduits].some(({ path }) => path === system.name);
  if (system.isTitled && !isElsewhere) titles.set(system.name, system.title);
  return (path) => (path === '' ? system.title : titled(path, titles.get(path)));
}

/** What a row is about: the zone or conduit that it names. */
export const placeOf = (row: Row): string => textIn(row.zone) ?? textIn(row.conduit) ?? '';

/** A column with the zone or conduit of each row. */
export const placeColumn = ({ nameOf }: Layout, width = 4): ColumnSpec =>
  columnOf('Zone or conduit', width, (row) => [nameOf(placeOf(row))]);

/** So many names stand one below the other; more would make a row as high as pages, beside empty cells. */
const MOST_LINES = 6;

/** Names as the lines of a cell: one each, or one behind the other where they are many. */
export const nameLines = (names: readonly string[]): string[] =>
  names.length > MOST_LINES ? [names.join('; ')] : [...names];

/** A column with elements by their paths, as a reader knows them. */
export const elementsColumn = ({ nameOf }: Layout, title: string, width: number, key: string): ColumnSpec =>
  columnOf(title, width, (row) => {
    const cell = row[key];
    const paths = typeof cell === 'string' ? [cell] : Array.isArray(cell) ? (cell as readonly string[]) : [];
    return nameLines(paths.map(nameOf));
  });

/** A table of rows of a layout. */
export const table = ({ lineOf }: Layout, caption: string, columns: readonly ColumnSpec[], rows: readonly Row[]) =>
  tableOf(caption, columns, rows, lineOf);

/** Rows by the zone or conduit that they are about, in the order of the first of each. */
export function byPlace(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const places = new Map<string, Row[]>();
  for (const row of rows) {
    const place = placeOf(row);
    const those = places.get(place);
    if (those) those.push(row);
    else places.set(place, [row]);
  }
  return places;
}
