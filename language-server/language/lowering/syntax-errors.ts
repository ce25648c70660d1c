import type { Place } from '../../core/model/reference.ts';
import type { Problem } from '../../core/model/unit.ts';
import { flowBefore, type Mistake, mistakeAt, wordIndexAt } from '../parser/mistakes/index.ts';
import { type Word, wordsOf } from '../parser/mistakes/words.ts';
import { type ParseResult, zonesServices } from '../parser/parser.ts';
import { lineStart } from '../syntax/white-space.ts';
import { placeOf, type Reader, report } from './reader.ts';

/** More syntax errors than this in one declaration are noise. */
const MAX_ERRORS = 10;

/** Reports what the parser could not read, by what was meant where that is known. */
export function reportErrors(reader: Reader, parsed: ParseResult): void {
  const { text } = reader;
  const meantAt = createMeaning(text);
  const said = new Set<string>();
  for (const error of shownErrors(parsed, text)) {
    const meant = error.offset === undefined ? undefined : meantAt(error.offset);
    const before = meant && flowBefore(text, wordsAsRead(text), meant.start);
    for (const mistake of [before, meant ?? error]) {
      if (!mistake) continue;
      const id = `${mistake.start} ${mistake.message}`;
      if (!said.has(id)) reportAt(reader, mistake);
      said.add(id);
    }
  }
}

/** One error a line, the first: what follows on a line comes of it. */
function shownErrors({ errors }: ParseResult, text: string) {
  const shown: ParseResult['errors'][number][] = [];
  let lineEnd = -1;
  for (const error of errors) {
    if (error.start < lineEnd) continue;
    shown.push(error);
    const next = text.indexOf('\n', error.start);
    lineEnd = next < 0 ? text.length + 1 : next;
    if (shown.length === MAX_ERRORS) break;
  }
  return shown;
}

/** Reports a mistake of the notation with the text that mends it, if one does. */
export function reportAt(reader: Reader, { start, end, message, fix }: Mistake): void {
  const mend = fix && { title: fix.title, text: fix.text, at: placeOf(reader, fix.start, fix.end) };
  report(reader, 'syntax-error', placeOf(reader, start, end), message, mend);
}

/**
 * What was meant where something is read and means nothing: it is a mistake of the notation, too, which the grammar
 * happens to take, as a property of the zone for one of the asset before it.
 */
export function mendUnknown(reader: Reader): void {
  const unknown = reader.problems.filter(({ rule }) => rule === 'syntax-error');
  if (unknown.length === 0) return;
  const meantAt = createMeaning(reader.text);
  const startOf = (at: Place) => reader.spans[2 * at]!;
  const kept: Problem[] = [];
  const said = new Set<string>();
  const mended: Mistake[] = [];
  let asked = 0;
  for (const problem of [...reader.problems]) {
    const isSyntax = problem.rule === 'syntax-error';
    const meant = isSyntax && asked++ < MAX_ERRORS ? meantAt(startOf(problem.at)) : undefined;
    if (!meant) {
      kept.push(problem);
      continue;
    }
    const id = `${meant.start} ${meant.message}`;
    if (said.has(id)) continue;
    said.add(id);
    mended.push(meant);
    reportAt(reader, meant);
    kept.push(reader.problems.pop()!);
  }
  reader.problems.splice(0, reader.problems.length, ...kept.filter((problem) => !isSame(problem)));

  /** True for what comes of a mistake that is told: a value in what its fix writes anew, and what its line lacks by it. */
  function isSame({ rule, at, message }: Problem): boolean {
    const start = startOf(at);
    return mended.some(({ start: from, end, message: told, fix }) => {
      const first = rule === 'syntax-error' ? lineStart(reader.text, from) : Math.min(from, fix?.start ?? from);
      return message !== told && start >= first && start < Math.max(end, fix?.end ?? end);
    });
  }
}

/** Answers what was meant at an offset of a text, if it is one of the mistakes that are known. */
function createMeaning(text: string): (offset: number) => Mistake | undefined {
  let words: readonly Word[] | undefined;
  return (offset) => {
    words ??= wordsAsRead(text);
    return mistakeAt(text, words, wordIndexAt(words, offset));
  };
}

function wordsAsRead(text: string): readonly Word[] {
  const { tokens, errors } = zonesServices().parser.Lexer.tokenize(text);
  return wordsOf(text, tokens, errors);
}
