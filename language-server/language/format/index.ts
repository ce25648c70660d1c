import { MAX_FILE, split } from '../parser/split.ts';
import { tokensOf } from '../parser/tokens.ts';
import { editsOf, lineAround, type Replacement } from './edits.ts';
import { print } from './printer.ts';
import { countBreaks, shapeOf } from './shape.ts';
import { spell, type Written } from './spelling.ts';
import { createWriter, type Piece, type Writer } from './writer.ts';

/** A text as it is to be written. */
export interface Formatted {
  readonly text: string;
  /** Offsets in the text that was given of the declarations that are left as they are, since they cannot be read. */
  readonly left: readonly number[];
}

/** Formats a text: the same model, all comments in their order, and what cannot be read as it was. */
export function formatText(text: string): Formatted {
  const { pieces, left } = layOut(text);
  let formatted = '';
  let at = 0;
  for (const { start, end, text: written } of editsOf(text, pieces)) {
    formatted += text.slice(at, start) + written;
    at = end;
  }
  return { text: formatted + text.slice(at), left };
}

/**
 * The changes that format a text, in its order: of all of it, or of the declarations and members that stand on the lines
 * of some ranges (`[start, end]` in UTF-16 units).
 */
export function formatEdits(text: string, ranges?: readonly (readonly [number, number])[]): Replacement[] {
  if (!ranges) return editsOf(text, layOut(text).pieces);
  const lines = ranges.map((range) => lineAround(text, range));
  const isOn = ({ start, end }: Span) => lines.some(([from, to]) => start <= to && end >= from);
  const { pieces } = layOut(text, isOn);
  return editsOf(text, pieces, new Set(pieces.filter(isOn).map(({ owner }) => owner)));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** @param isMeant which declarations are to be laid out, all by default */
function layOut(
  text: string,
  isMeant: (declaration: Span) => boolean = () => true,
): { readonly pieces: readonly Piece[]; readonly left: readonly number[] } {
  const writer = createWriter();
  const left: number[] = [];
  const isRead = text.length <= MAX_FILE && !text.includes('\0');
  let end = 0;
  for (const chunk of split(text)) {
    const { start, tooDeep, tooMany } = chunk;
    const own = text.slice(start, chunk.end);
    const isReadable = isRead && tooDeep === undefined && !tooMany;
    if (!isMeant(chunk) || !isReadable || !write(writer, own, start, countBreaks(text, end, start))) {
      left.push(start);
      writer.put({ text: own, before: text.slice(end, start), start, end: chunk.end, owner: undefined });
    }
    end = chunk.end;
  }
  return { pieces: writer.pieces, left };
}

/** Writes the text of a declaration that stands at an offset. False where it cannot be read: then nothing is written. */
function write(writer: Writer, text: string, offset: number, breaks: number): boolean {
  const shape = shapeOf(text);
  if (!shape) return false;
  const [first, ...others] = shape.tokens;
  if (!first) return true;
  const written = writer.pieces.length;
  print({ ...shape, tokens: [{ ...first, breaks }, ...others] }, writer, offset);
  if (isSame(text, shape.tokens, writer.pieces.slice(written))) return true;
  writer.pieces.splice(written);
  return false;
}

/** Whatever else a formatter does, it must lose nothing: what is written is read once more. */
function isSame(text: string, tokens: readonly Written[], pieces: readonly Piece[]): boolean {
  const written = pieces.map((piece, i) => (i === 0 ? '' : piece.before) + piece.text).join('');
  if (written === text) return true;
  const read = tokensOf(written);
  return (
    read.length === tokens.length &&
    read.every((token, i) => {
      const { text: wanted, kind } = tokens[i]!;
      if (token.kind !== kind) return false;
      if (kind === 'word' || kind === 'sign') return spell(token.text) === wanted;
      return withoutSpace(token.text) === withoutSpace(wanted);
    })
  );
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
