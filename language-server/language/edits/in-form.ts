import { formatEdits, formatText } from '../format/index.ts';
import type { Replacement, Span } from '../format/replacements.ts';
import { type Chunk, split } from '../parser/split.ts';
import { newLineOf } from '../source-file.ts';

/** Characters of declarations that are formatted for one fix: beyond that an editor would wait for what it offers. */
const MOST_READ = 50_000;

/**
 * The replacements so that what was formatted is formatted afterwards. Where one of the declarations that they touch is
 * written in another way, they are as they were.
 * @param replacements in the order in which they are applied where they stand at one place; none overlaps another
 */
export function inForm(text: string, replacements: readonly Replacement[]): readonly Replacement[] {
  const sorted = [...replacements].sort((a, b) => a.start - b.start);
  const touched = declarationsOf(text).filter((declaration) => sorted.some((each) => touches(each, declaration)));
  const length = touched.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > MOST_READ || !touched.every(({ start, end }) => isFormatted(text.slice(start, end))))
    return replacements;
  const { result, spans } = apply(text, sorted);
  const edits = editsAround(result, spans, newLineOf(text));
  return edits.length === 0 ? replacements : compose(sorted, spans, result, edits);
}

/** What was asked about last: an editor asks for many fixes of one text. */
let last: { readonly text: string; readonly chunks: readonly Chunk[] } | undefined;

function declarationsOf(text: string): readonly Chunk[] {
  if (last?.text !== text) last = { text, chunks: split(text) };
  return last.chunks;
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && a.end >= b.start;

/** What was asked about last: an editor asks for all fixes of a declaration at once. */
const known = new Map<string, boolean>();

/** True for a declaration that stands as the formatter would write it. */
function isFormatted(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { text: formatted, left } = formatText(text);
  const is = left.length === 0 && formatted === text + newLineOf(text);
  if (known.size >= 8) known.clear();
  known.set(text, is);
  return is;
}

/** What formats the declarations that spans stand in, and the white space between declarations that they stand in. */
function editsAround(text: string, spans: readonly Span[], newLine: string): Replacement[] {
  const edits: Replacement[] = [];
  const add = (start: number, end: number, written: string) => {
    if (text.slice(start, end) !== written) edits.push({ start, end, text: written });
  };
  const isTouched = (place: Span) => spans.some((span) => touches(span, place));
  let before = 0;
  for (const { start, end } of split(text)) {
    const gap = text.slice(before, start);
    const breaks = gap.split(/\r\n?|\n/).length - 1;
    // A byte order mark is no white space to be taken away.
    if (before === 0 && gap.trim() === gap) before = start;
    if (isTouched({ start: before, end: start }) && (breaks > 0 || before === 0)) {
      add(before, start, before === 0 ? '' : newLine.repeat(Math.min(2, breaks)));
    }
    if (isTouched({ start, end })) {
      for (const edit of formatEdits(text.slice(start, end))) {
        // The line break that ends a file is none of a declaration's.
        if (edit.start === end - start) continue;
        add(start + edit.start, start + edit.end, edit.text.replace(/\r\n|\n/g, newLine));
      }
    }
    before = end;
  }
  const tail = { start: before, end: text.length };
  if (before > 0 && isTouched(tail) && /[\r\n]/.test(text.slice(before))) add(before, text.length, newLine);
  return edits;
}

/** A text after replacements, and where in it each of them stands. */
function apply(text: string, replacements: readonly Replacement[]): { result: string; spans: Span[] } {
  const spans: Span[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of replacements) {
    result += text.slice(at, start);
    spans.push({ start: result.length, end: result.length + written.length });
    result += written;
    at = Math.max(at, end);
  }
  return { result: result + text.slice(at), spans };
}

/**
 * Replacements of a text and, after them, edits of what comes of it, as replacements of the text: those that meet as one.
 * @param spans where in the result each replacement stands
 */
function compose(
  replacements: readonly Replacement[],
  spans: readonly Span[],
  result: string,
  edits: readonly Replacement[],
): Replacement[] {
  const composed: Replacement[] = [];
  let grown = 0; // how much longer the result is than the text, up to where the next begins
  let [span, edit] = [0, 0];
  while (span < spans.length || edit < edits.length) {
    const start = Math.min(spans[span]?.start ?? result.length, edits[edit]?.start ?? result.length);
    const from = start - grown;
    const own: Replacement[] = [];
    let end = start;
    for (let isMore = true; isMore; ) {
      isMore = false;
      for (; span < spans.length && spans[span]!.start <= end; span++, isMore = true) {
        const { start, end: to, text } = replacements[span]!;
        end = Math.max(end, spans[span]!.end);
        grown += text.length - (to - start);
      }
      for (; edit < edits.length && edits[edit]!.start <= end; edit++, isMore = true) {
        end = Math.max(end, edits[edit]!.end);
        own.push({ ...edits[edit]!, start: edits[edit]!.start - start, end: edits[edit]!.end - start });
      }
    }
    composed.push({ start: from, end: end - grown, text: apply(result.slice(start, end), own).result });
  }
  return composed;
}
