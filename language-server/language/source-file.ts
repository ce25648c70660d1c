import { failedReading } from '../core/text/fault.ts';
import { readUnit, type UnitSource, unreadUnit } from './lowering/unit.ts';
import { type Chunk, split } from './parser/split.ts';

/** A unit at its position in a file: offset of its text in the file's text. */
export interface PlacedUnit {
  readonly source: UnitSource;
  readonly start: number;
}

/** A `.zones` file as read: its declarations in order, and where its lines start. Plain data. */
export interface SourceFile {
  readonly text: string;
  readonly units: readonly PlacedUnit[];
  /** Why the text cannot be told, if so. */
  readonly fault?: string;
}

/**
 * Reads a file. Units whose text stands unchanged in `previous` are taken over as they are, so an edit costs
 * the declaration it is in (and one pass over the text to find the declarations).
 */
export function readSource(text: string, previous?: SourceFile): SourceFile {
  let chunks: readonly Chunk[];
  try {
    chunks = split(text);
  } catch (error) {
    return { text, units: [{ source: unreadUnit(failedReading(error), 'internal-error'), start: 0 }] };
  }
  const known = new Map<string, UnitSource[]>();
  // What could not be read has no text: an empty one is another.
  for (const { source } of previous?.fault === undefined ? (previous?.units ?? []) : []) {
    const same = known.get(source.text);
    if (same) same.push(source);
    else known.set(source.text, [source]);
  }
  const units = chunks.map((chunk): PlacedUnit => {
    const unitText = text.slice(chunk.start, chunk.end);
    return { source: known.get(unitText)?.shift() ?? readUnit(unitText, chunk), start: chunk.start };
  });
  return { text, units };
}

/** A file whose text cannot be told, with the message that says why. */
export const unreadSource = (fault: string): SourceFile => ({
  text: '',
  units: [{ source: unreadUnit(fault), start: 0 }],
  fault,
});

/** Line starts of a text, the first 0: the index for turning offsets into positions. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}

/** The line ends that a text has: the first stands for all, `\n` where it has none. */
export function newLineOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The position of an offset, both counted from 0, characters in UTF-16 units as in LSP. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - lineStarts[low]! };
}
