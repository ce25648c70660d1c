import { beginsRequirement } from '../../language/syntax/requirement.ts';

/**
 * True when the typed letters stand in a text in their order, the first at a word's start. That is how editors match:
 * what is sent is what they can show. A requirement is matched by its number from the start, so that `SR 1.1 RE(`
 * means those of SR 1.1 only.
 */
export function matches(text: string, typed: string): boolean {
  if (beginsRequirement(typed)) return bare(text).startsWith(numberOf(typed));
  const letters = bare(typed).toLowerCase();
  if (letters === '') return true;
  const lower = text.toLowerCase();
  let at = lower.indexOf(letters[0]!);
  while (at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1]!)) at = lower.indexOf(letters[0]!, at + 1);
  for (let i = 0; i < letters.length && at >= 0; i++) {
    at = lower.indexOf(letters[i]!, at);
    if (at >= 0) at++;
  }
  return at >= 0;
}

/** A half-written requirement as its id begins: the enhancement may be given without `RE` or without brackets. */
export const numberOf = (typed: string): string =>
  bare(typed).replace(/^([A-Z]+\d+\.\d+)(?:RE(?=\d)|RE\(|\()/, '$1RE(');

const bare = (text: string): string => text.replace(/\s+/g, '');
