import { refusal } from '../lowering/unit.ts';
import { parse } from '../parser/parser.ts';
import { type Chunk, split } from '../parser/split.ts';
import { print } from './printer.ts';
import { applyReplacements, lineAround, type Replacement, replacementsFor, type Span } from './replacements.ts';
import { saysTheSame } from './same.ts';
import { type Place, placeOf, shapeOf, unclosedIn } from './shape.ts';
import { createWriter, type Piece, type Writer } from './writer.ts';

/** A text as it is to be written. */
export interface Formatted {
  readonly text: string;
  /** The declarations that are left as they were, since they cannot be read. */
  readonly left: readonly Left[];
}

/** A declaration that is left as it was, by offsets in the text that was given: its start, and what cannot be read. */
export interface Left {
  readonly start: number;
  readonly fault: number;
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
): { readonly pieces: readonly Piece[]; readonly left: readonly Left[] } {
  const writer = createWriter();
  const left: Left[] = [];
  let before = 0;
  for (const chunk of split(text)) {
    const { start, end } = chunk;
    const own = text.slice(start, end);
    const isAsked = isMeant(chunk);
    if (!isAsked || !write(writer, own, chunk, placeOf(text, before, start))) {
      if (isAsked) left.push({ start, fault: start + faultIn(own, chunk) });
      writer.put({ text: own, before: text.slice(before, start), start, end, owner: undefined });
    }
    before = end;
  }
  return { pieces: writer.pieces, left };
}

/** Where in a declaration stands what cannot be read. */
const faultIn = (text: string, chunk: Chunk): number =>
  refusal(text, chunk)?.start ?? parse(text).errors[0]?.start ?? unclosedIn(text)?.at ?? 0;

/** Writes a declaration that stands at a place. False where it cannot be read: then nothing is written. */
function write(writer: Writer, text: string, chunk: Chunk, place: Place): boolean {
  const shape = refusal(text, chunk) ? undefined : shapeOf(text, place);
  if (!shape) return false;
  if (shape.tokens.length === 0) return true;
  const count = writer.pieces.length;
  print(shape, writer, chunk.start);
  const own = writer.pieces.slice(count);
  if (saysTheSame(text, shape, own.map((piece, i) => (i === 0 ? '' : piece.before) + piece.text).join(''))) return true;
  writer.pieces.splice(count);
  return false;
}
