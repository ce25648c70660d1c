import type { Replacement } from '../format/edits.ts';
import { formatEdits, formatText } from '../format/index.ts';
import { split } from '../parser/split.ts';
import { newLineOf } from './source.ts';

/** Declarations longer than this together are not read for each fix that an editor asks about. */
const MOST_READ = 200_000;

/**
 * The replacements so that what was formatted is formatted afterwards. A declaration that somebody has written in another
 * way keeps it: there they are as they were.
 * @param replacements in the order in which they are applied where they stand at one place; none overlaps another
 */
export function inForm(text: string, replacements: readonly Replacement[]): readonly Replacement[] {
  const sorted = [...replacements].sort((a, b) => a.start - b.start);
  const touched = split(text).filter(({ start, end }) => sorted.some((each) => each.start <= end && each.end >= start));
  const length = touched.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > MOST_READ || !touched.every(({ start, end }) => isFormatted(text, start, end))) return replacements;
  const { result, pieces } = apply(text, sorted);
  const edits = split(result)
    .filter(({ start, end }) => pieces.some((each) => each.start <= end && each.end >= start))
    .flatMap(({ start, end }) => formatDeclaration(result.slice(start, end), start));
  return edits.length === 0 ? replacements : compose(sorted, pieces, result, edits);
}

/** True for a declaration that stands as the formatter would write it. */
function isFormatted(text: string, start: number, end: number): boolean {
  const own = text.slice(start, end);
  const { text: formatted, left } = formatText(own);
  return (
    left.length === 0 && formatted === own + newLineOf(own) && /(?:^|[\r\n])$/.test(text.slice(0, start).slice(-1))
  );
}

/** The changes of a declaration that stands at an offset, without the line break that ends a file. */
function formatDeclaration(text: string, offset: number): Replacement[] {
  return formatEdits(text)
    .filter(({ start }) => start < text.length)
    .map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text }));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text after replacements, and where in it each of them stands. */
function apply(text: string, replacements: readonly Replacement[]): { result: string; pieces: Span[] } {
  const pieces: Span[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of replacements) {
    result += text.slice(at, start);
    pieces.push({ start: result.length, end: result.length + written.length });
    result += written;
    at = end;
  }
  return { result: result + text.slice(at), pieces };
}

/**
 * Replacements of a text and, after them, edits of what comes of it, as replacements of the text.
 * @param pieces where in the result each replacement stands
 */
function compose(
  replacements: readonly Replacement[],
  pieces: readonly Span[],
  result: string,
  edits: readonly Replacement[],
): Replacement[] {
  const spans: Span[] = [];
  for (const { start, end } of [...pieces, ...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1);
    if (last && start <= last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  // How much longer the result is before a place; a place that a replacement begins or ends at is outside of it.
  const grown = (isBefore: (piece: Span) => boolean) =>
    replacements.reduce(
      (sum, { start, end, text }, i) => (isBefore(pieces[i]!) ? sum + text.length - (end - start) : sum),
      0,
    );
  return spans.map(({ start, end }) => ({
    start: start - grown((piece) => piece.start < start),
    end: end - grown((piece) => piece.end <= end),
    text: apply(
      result.slice(start, end),
      edits
        .filter((edit) => edit.start >= start && edit.end <= end)
        .map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text })),
    ).result,
  }));
}
