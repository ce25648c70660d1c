import type { Piece } from './writer.ts';

/** A replacement in a text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What is to change in a text so that it says the pieces.
 * @param owners whose pieces are written; the others stay as they are
 */
export function editsOf(text: string, pieces: readonly Piece[], owners?: ReadonlySet<Piece['owner']>): Replacement[] {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Replacement[] = [];
  const replace = (start: number, end: number, written: string) => {
    if (text.slice(start, end) !== written) edits.push({ start, end, text: written });
  };
  const isWritten = ({ owner }: Piece) => owner !== undefined && (owners?.has(owner) ?? true);
  const inLines = (written: string) => (newLine === '\n' ? written : written.replaceAll('\n', newLine));
  // The byte order mark is white space to the language, and is kept.
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (const run of runsOf(pieces)) {
    const [first, ...others] = run as [Piece, ...Piece[]];
    const start = Math.min(...run.map((piece) => piece.start));
    const end = Math.max(...run.map((piece) => piece.end));
    if (isWritten(first)) {
      replace(at, start, inLines(first.before));
      replace(start, end, inLines(first.text + others.map((piece) => piece.before + piece.text).join('')));
    }
    at = end;
  }
  const last = pieces.at(-1);
  // How a file ends is a matter of the whole file.
  if (owners) return edits;
  if (!last) replace(at, text.length, '');
  else if (isWritten(last)) replace(at, text.length, newLine);
  return edits;
}

/** The pieces one by one, but those that have changed places together. */
function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  const least = Array.from(pieces, ({ start }) => start);
  for (let i = least.length - 2; i >= 0; i--) least[i] = Math.min(least[i]!, least[i + 1]!);
  let end = 0;
  pieces.forEach((piece, i) => {
    if (i === 0 || least[i]! >= end) runs.push([]);
    runs.at(-1)!.push(piece);
    end = Math.max(end, piece.end);
  });
  return runs;
}

/** The start and the end of the lines that a range of a text stands on. */
export function lineAround(text: string, [start, end]: readonly [number, number]): [number, number] {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  const after = /[\r\n]/.exec(text.slice(end));
  return [before + 1, after ? end + after.index : text.length];
}
