import { normaliseName } from '../../core/text/names.ts';
import { beginsRequirement } from '../../language/syntax/requirement.ts';

/**
 * True when the typed letters stand in a text in their order, the first at a word's start. That is how editors match:
 * what is sent is what they can show. A requirement is matched by its number from the start, so that `SR 1.1 RE(`
 * means those of SR 1.1 only.
 */
export function matches(text: string, typed: string): boolean {
  if (beginsRequirement(typed)) return bare(text).startsWith(numberOf(typed));
  const letters = normaliseName(bare(typed)).toLowerCase();
  if (letters === '') return true;
  const lower = text.toLowerCase();
  let at = lower.indexOf(letters[0]!);
  while (at > 0 && /[\p{L}\p{M}\p{N}]/u.test(lower[at - 1]!)) at = lower.indexOf(letters[0]!, at + 1);
  for (let i = 0; i < letters.length && at >= 0; i++) {
    at = lower.indexOf(letters[i]!, at);
    if (at >= 0) at++;
  }
  return at >= 0;
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
