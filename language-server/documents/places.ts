import { FileChild, XmlAttributeComponent } from 'docx';
import { toEmf } from './emf.ts';

/** The element that stands for a table until the tables are put in: no text of a model can be one. */
const TABLE = 'zones:table';

class TableNumber extends XmlAttributeComponent<{ readonly n: number }> {}

class TablePlace extends FileChild {
  constructor(number: number) {
    super(TABLE);
    this.root.push(new TableNumber({ n: number }));
  }
}

export type Places = ReturnType<typeof createPlaces>;

/**
 * The places of tables and pictures in a document that the library writes: they are put in at the end. A large report
 * has hundreds of thousands of cells, and as objects of the library they would take more memory and time than all the
 * rest; pictures it would pack only to be unpacked here.
 */
export function createPlaces() {
  const tables: string[] = [];
  const pictures = new Map<string, number>();
  return {
    /** A place for a table, to be written by the library. */
    forTable: (xml: string): FileChild => new TablePlace(tables.push(xml) - 1),
    /** What the library is to write as the file of a picture. */
    forPicture(svg: string): Uint8Array {
      const number = pictures.get(svg) ?? pictures.size;
      pictures.set(svg, number);
      return new TextEncoder().encode(String(number));
    },
    /** A document that the library has written, with the tables in their places. */
    withTables(document: string): string {
      // Every second piece is the number of a table.
      const pieces = document.split(new RegExp(`<${TABLE} n="(\\d+)"/>`));
      return pieces.map((piece, i) => (i % 2 === 1 ? tables[Number(piece)]! : piece)).join('');
    },
    /** The picture whose place the library has written: as SVG, or as a metafile. */
    picture(place: Uint8Array, as: 'svg' | 'emf'): Uint8Array {
      const svg = [...pictures.keys()][Number(new TextDecoder().decode(place))]!;
      return as === 'svg' ? new TextEncoder().encode(svg) : toEmf(svg);
    },
  };
}
