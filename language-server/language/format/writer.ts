/** A piece of the text that is written, with the white space before it. Lines end with `\n`. */
export interface Piece {
  readonly text: string;
  readonly before: string;
  /** Where it stood in the text: `start` inclusive, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the declaration, member or comment begins that it belongs to; undefined for what is left as it is. */
  readonly owner: number | undefined;
}

/** Takes pieces one after the other and knows where the text has come to. */
export interface Writer {
  readonly pieces: Piece[];
  /** Characters on the line so far. */
  column(): number;
  /** Lines before the one that is written. */
  line(): number;
  put(piece: Piece): void;
}

export function createWriter(): Writer {
  const pieces: Piece[] = [];
  let column = 0;
  let line = 0;
  return {
    pieces,
    column: () => column,
    line: () => line,
    put(piece) {
      pieces.push(piece);
      for (const text of [piece.before, piece.text]) {
        const last = text.lastIndexOf('\n');
        column = last < 0 ? column + text.length : text.length - last - 1;
        if (last >= 0) line += text.split('\n').length - 1;
      }
    },
  };
}
