/** A piece of the text that is written, with the white space before it. */
export interface Piece {
  readonly text: string;
  readonly before: string;
  /** Where it stood in the text: `start` inclusive, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the declaration, member or comment begins that it belongs to; undefined for what is left as it is. */
  readonly owner: number | undefined;
}

/** Takes pieces one after the other and knows where the line stands. */
export interface Writer {
  readonly pieces: Piece[];
  /** Characters on the line so far. */
  column(): number;
  put(piece: Piece): void;
}

export function createWriter(): Writer {
  const pieces: Piece[] = [];
  let column = 0;
  return {
    pieces,
    column: () => column,
    put(piece) {
      pieces.push(piece);
      for (const text of [piece.before, piece.text]) {
        const line = text.lastIndexOf('\n');
        column = line < 0 ? column + text.length : text.length - line - 1;
      }
    },
  };
}
