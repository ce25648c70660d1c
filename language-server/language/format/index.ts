import { refusal } from '../lowering/unit.ts';
import { type Chunk, split } from '../parser/split.ts';
import { print } from './printer.ts';
import { applyReplacements, lineAround, type Replacement, replacementsFor, type Span } from './replacements.ts';
import { saysTheSame } from './same.ts';
import { countBreaks, shapeOf } from './shape.ts';
import { createWriter, type Piece, type Writer } from './writer.ts';

/** A text as it is to be written. */
export interface Formatted {
  readonly text: string;
  /** Where the declarations begin in the text that was given that are left as they were, since they cannot be read. */
  readonly left: readonly number[];
}

/** Formats a text: the same model, all comments in their order, and what cannot be read as it was. */
export function formatText(text: string): Formatted {
  const { pieces, left } = layOut(text);
  return { text: applyReplacements(text, replacementsFor(text, pieces)), left };
}

/**
 * The changes that format a text, in its order: of all of it, or of the declarations and members that stand on the lines
 * of some ranges (`[start, end]` in UTF-16 units).
 */
export function formatEdits(text: string, ranges?: readonly (readonly [number, number])[]): Replacement[] {
  if (!ranges) return replacementsFor(text, layOut(text).pieces);
  const lines = ranges.map((range) => lineAround(text, range));
  const isOn = ({ start, end }: Span) => lines.some(([from, to]) => start <= to && end >= from);
  const { pieces } = layOut(text, isOn);
  return replacementsFor(text, pieces, new Set(pieces.filter(isOn).map(({ owner }) => owner)));
}

/**
 * The pieces of a text.
 * @param isMeant which declarations are asked about, all by default; of the others nothing is said in `left`
 */
function layOut(
  text: string,
  isMeant: (declaration: Span) => boolean = () => true,
): { readonly pieces: readonly Piece[]; readonly left: readonly number[] } {
  const writer = createWriter();
  const left: number[] = [];
  let before = 0;
  for (const chunk of split(text)) {
    const { start, end } = chunk;
    const own = text.slice(start, end);
    const isAsked = isMeant(chunk);
    if (!isAsked || !write(writer, own, chunk, countBreaks(text, before, start))) {
      if (isAsked) left.push(start);
      writer.put({ text: own, before: text.slice(before, start), start, end, owner: undefined });
    }
    before = end;
  }
  return { pieces: writer.pieces, left };
}

/** Writes a declaration behind as many line breaks. False where it cannot be read: then nothing is written. */
function write(writer: Writer, text: string, chunk: Chunk, breaks: number): boolean {
  const shape = refusal(text, chunk) ? undefined : shapeOf(text);
  if (!shape) return false;
  const [first, ...others] = shape.tokens;
  if (!first) return true;
  const count = writer.pieces.length;
  print({ ...shape, tokens: [{ ...first, breaks }, ...others] }, writer, chunk.start);
  const own = writer.pieces.slice(count);
  if (saysTheSame(text, shape, own.map((piece, i) => (i === 0 ? '' : piece.before) + piece.text).join(''))) return true;
  writer.pieces.splice(count);
  return false;
}
