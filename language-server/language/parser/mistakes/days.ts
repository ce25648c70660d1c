import { dayMeant, dayMessage } from '../../syntax/days.ts';
import type { PropertyName } from '../../syntax/schemas.ts';
import { isDate } from '../../syntax/text.ts';
import { FIRST_WORDS, type Keyword } from '../../syntax/words.generated.ts';
import { isNameAt } from '../name-position.ts';
import { is, isClauseWord, isEnd, isMemberOf, type Line, type Mistake } from './words.ts';

/** Behind these stands a day. */
const DAY_WORDS: ReadonlySet<string> = new Set<Keyword | PropertyName>(['until', 'support-ends']);

/** Lines and clauses that have their day behind `on`; elsewhere a zone stands there. */
const DATED: ReadonlySet<string> = new Set<Keyword>([
  ...FIRST_WORDS.Assessment,
  ...FIRST_WORDS.TolerableRisk,
  ...FIRST_WORDS.Revision,
  ...FIRST_WORDS.Approval,
  ...FIRST_WORDS.Source,
  'verified',
]);

/** True for a word behind which a day is due. */
const isDue = (words: Line['words'], at: number): boolean =>
  (DAY_WORDS.has(words[at]!.image) && !isNameAt((i) => words[i]!.image, at)) ||
  (words[at]!.image === 'on' && words.slice(0, at).some(({ image }) => DATED.has(image)));

/** A day in another form than the language's, or what is no day, where the word of an index stands in it or right behind. */
export function dayMistake({ text, words, block }: Line, at: number): Mistake | undefined {
  const head = words.findLastIndex((_, i) => i < at && isDue(words, i));
  if (head < 0) return undefined;
  const from = head + 1;
  let end = from;
  while (words[end] && !isEnd(words[end]) && !goesOn(words, end, from, block)) end++;
  const [first, last] = [words[from], words[end - 1]];
  if (!first || end === from || !last || at > end) return undefined;
  const written = text.slice(first.start, last.end);
  // One value is read, and told there.
  if (isDate(written) || (end === from + 1 && is(first, 'VALUE'))) return undefined;
  const meant = dayMeant(written);
  const span = { start: first.start, end: last.end };
  const message = dayMessage(written, meant);
  return meant === undefined
    ? { ...span, message }
    : { ...span, message, fix: { title: `Change to ${meant}`, ...span, text: meant } };
}

/** True for a word that goes on with something else than a day. */
function goesOn(words: Line['words'], at: number, from: number, block: string): boolean {
  const word = words[at]!;
  if (is(word, 'TEXT')) return at > from;
  if (word.image === ',') return !/^\d{4}$/.test(words[at + 1]?.image ?? '');
  // A month or quarter is one of a year.
  return (isClauseWord(word) && word.image !== 'of') || (at > from && isMemberOf(block, word));
}
