import { FileChild, XmlAttributeComponent } from 'docx';

/** The element that stands for a table until the tables are put in: no text of a model can be one. */
const PLACE = 'zones:table';

class TableNumber extends XmlAttributeComponent<{ readonly n: number }> {}

class TablePlace extends FileChild {
  constructor(number: number) {
    super(PLACE);
    this.root.push(new TableNumber({ n: number }));
  }
}

export type TablePlaces = ReturnType<typeof createTablePlaces>;

/**
 * The places of tables in a document that the library writes. A large report has hundreds of thousands of cells: as
 * objects of the library they would take more memory and time than all the rest, so tables are texts, put in at the end.
 */
export function createTablePlaces() {
  const tables: string[] = [];
  return {
    /** A place for a table, to be written by the library. */
    placeFor: (xml: string): FileChild => new TablePlace(tables.push(xml) - 1),
    /** What the library has written, with the tables in their places. */
    fill(document: string): string {
      // Every second piece is the number of a table.
      const pieces = document.split(new RegExp(`<${PLACE} n="(\\d+)"/>`));
      return pieces.map((piece, i) => (i % 2 === 1 ? tables[Number(piece)]! : piece)).join('');
    },
  };
}
