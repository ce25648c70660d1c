import { newLineOf } from '../source-file.ts';
import { lineStart } from '../syntax/white-space.ts';
import type { Piece } from './writer.ts';

/** A part of a text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is to stand in place of a part of a text. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A text after replacements that stand in its order; throws where two of them overlap. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of replacements) {
    if (start < at) throw new Error(`Two replacements overlap at offset ${start}.`);
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * The replacements that turn a text into its pieces, in its order.
 * @param owners whose pieces are written; the others stay as they are
 */
export function replacementsFor(
  text: string,
  pieces: readonly Piece[],
  owners?: ReadonlySet<Piece['owner']>,
): Replacement[] {
  const newLine = newLineOf(text);
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
    const start = run.reduce((least, piece) => Math.min(least, piece.start), first.start);
    const end = run.reduce((most, piece) => Math.max(most, piece.end), first.end);
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

/** The pieces one by one, but those that have changed places together: up to where no later one starts before. */
function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  const least = Array.from(pieces, ({ start }) => start); // of a piece and all behind it
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
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = end;
  return [lineStart(text, start), lineEnd.exec(text)?.index ?? text.length];
}
