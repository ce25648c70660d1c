import { normaliseName } from '../../core/text/names.ts';
import { beginsRequirement } from '../../language/syntax/requirement.ts';

/**
 * True when a text, or a word in it, begins with what is typed, whatever its case and the signs between. Letters that are
 * scattered over a text say nothing: Enter would put that text in place of another word. A requirement is matched by its
 * number from the start, so that `SR 1.1 RE(` means those of SR 1.1 only.
 */
export function matches(text: string, typed: string): boolean {
  if (beginsRequirement(typed)) return bare(text).startsWith(numberOf(typed));
  return beginningAt(text, lettersOf(normaliseName(typed))) >= 0;
}

/** Offset of the first word of a text from which on it begins with some letters; -1 where none does. */
function beginningAt(text: string, letters: string): number {
  if (letters === '') return 0;
  const first = letters[0]!;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (
      word[0]!.toLowerCase()[0] === first &&
      lettersOf(text.slice(index, index + 2 * letters.length + 8)).startsWith(letters)
    )
      return index;
  }
  return -1;
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** What an editor may compare with what is typed on: the text from the word on that begins with it; all where none does. */
export function matchedPart(text: string, typed: string): string {
  const at = beginsRequirement(typed) ? 0 : beginningAt(text, lettersOf(normaliseName(typed)));
  return text.slice(Math.max(0, at));
}

/**
 * The aliases that begin, or have a word that begins, with what is typed. An editor goes on filtering the list that it
 * was sent before anything was typed: there those of one word are enough, as more would match nearly anything.
 */
export function aliasesFor(aliases: readonly string[] | undefined, typed: string): readonly string[] {
  if (!aliases) return [];
  const wanted = lettersOf(typed);
  if (wanted === '') return aliases.filter((alias) => !/[^\p{L}\p{M}\p{N}]/u.test(alias));
  return aliases.filter((alias) => {
    const starts = alias.matchAll(/[\p{L}\p{M}\p{N}]+/gu);
    return [...starts].some(({ index }) => lettersOf(alias.slice(index)).startsWith(wanted));
  });
}

/** True where one of the aliases is what is typed. */
export const isAlias = (aliases: readonly string[] | undefined, typed: string): boolean =>
  typed !== '' && aliases !== undefined && aliases.some((alias) => lettersOf(alias) === lettersOf(typed));

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** A half-written requirement as its id begins: the enhancement may be given without `RE` or without brackets. */
export const numberOf = (typed: string): string =>
  bare(typed).replace(/^([A-Z]+\d+\.\d+)(?:RE(?=\d)|RE\(|\()/, '$1RE(');

const bare = (text: string): string => text.replace(/\s+/g, '');
