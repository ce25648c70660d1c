import { closest } from '../../../core/text/closest.ts';
import { PROPERTY_NAMES } from '../../syntax/schemas.ts';
import { DECLARATION_WORDS, FIRST_WORDS, MEMBER_WORDS, PROPERTY_WORDS } from '../../syntax/words.generated.ts';
import { foreignCommentAt } from '../foreign-comments.ts';
import { isNamePosition } from '../name-position.ts';
import { conduitMistake, flowMistake, flowWordMistake } from './flows.ts';
import { headerMistake } from './headers.ts';
import { levelsMistake } from './levels.ts';
import { propertyMistake, statementMistake } from './lists.ts';
import { addressMistake, commentMistake, quoteMistake, strayMistake } from './signs.ts';
import { instead, is, isBreak, isFirst, isMemberWord, type Line, type Mistake, type Word } from './words.ts';

export type { Mistake } from './words.ts';

/** Of so many members on one line what was meant is asked: a line may be as long as a file. */
const MOST_ASKED = 5;

type Read = (line: Line) => Mistake | undefined;

/** What looks at a member, by the word that it begins with. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...[...PROPERTY_NAMES].map((name) => [name, propertyMistake] as const),
  ...DECLARATION_WORDS.map((word) => [word, headerMistake] as const),
  ...FIRST_WORDS.Statement.map((verb) => [verb, statementMistake] as const),
  ...FIRST_WORDS.Levels.map((name) => [name, levelsMistake] as const),
  ['asset', headerMistake],
  ['conduit', conduitMistake],
  ['flow', flowMistake],
]);

/**
 * What was meant by words that the grammar does not take, where it is one of the things that people write: a sign or word
 * that is missing, or another than is due. Undefined where it is none of them.
 *
 * @param at index of the word that cannot be read; behind the last where the text ends too early
 */
export function mistakeAt(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const here = words[at];
  if (here && !here.token && foreignCommentAt(text, here.start) !== undefined) {
    return commentMistake(here.start, here.image === '#' ? '#' : '--');
  }
  const special =
    quoteMistake(text, words, at) ??
    declarationMistake(text, words, at) ??
    addressMistake(text, words, at) ??
    keywordMistake(text, words, at) ??
    flowWordMistake(text, words, at);
  if (special) return special;
  // A word may be a name, so the members around it are asked, too, as far as they begin on the same line.
  let asked = 0;
  for (let i = Math.min(at, words.length) - 1; i >= 0; i--) {
    const word = words[i]!;
    if (word.image === '{' || word.image === '}') break;
    if (asked > 0 && isBreak(text, word, words[i + 1]!)) break;
    const read = READERS.get(word.image);
    if (!read || isNamePosition(words[i - 1]?.image ?? '')) continue;
    if (++asked > MOST_ASKED) break;
    const line = lineFrom(text, words, i);
    if (at > i + line.words.length) continue;
    const mistake = read(line);
    if (mistake) return mistake;
  }
  return strayMistake(text, words, at);
}

/** A declaration behind another one, by a word that begins none. */
function declarationMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!is(word, 'ID') || !next || at === 0 || !isFirst(text, words, at) || isBreak(text, word, next)) return undefined;
  const open = words.slice(0, at).reduce((sum, { image }) => sum + (image === '{' ? 1 : image === '}' ? -1 : 0), 0);
  const guess = open === 0 ? closest(word.image, DECLARATION_WORDS) : undefined;
  if (!guess) return undefined;
  const message = `'${word.image}' begins no declaration; did you mean '${guess}'?`;
  return instead(word, word, message, guess, `Change to '${guess}'`);
}

/** Words that begin a member and go on with a name, or with what no property has. */
const KEYWORDS = [...new Set(Object.values(MEMBER_WORDS).flat())].filter(
  (word) => !(PROPERTY_WORDS as readonly string[]).includes(word),
);

/** A keyword that is misspelt, which is read as a property until its second word. */
function keywordMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = words[i]!;
    if (!is(word, 'ID') || isMemberWord(word) || !isFirst(text, words, i)) continue;
    const next = words[i + 1];
    if (!next || isBreak(text, word, next)) return undefined;
    const guess = closest(word.image, KEYWORDS);
    if (!guess) return undefined;
    const message = `'${word.image}' begins no member; did you mean '${guess}'?`;
    return instead(word, word, message, guess, `Change to '${guess}'`);
  }
  return undefined;
}

/** The member that begins with the word of an index, to the end of its line; a list goes on after a comma. */
function lineFrom(text: string, words: readonly Word[], from: number): Line {
  let end = from + 1;
  while (end < words.length && (words[end - 1]!.image === ',' || !isBreak(text, words[end - 1]!, words[end]!))) end++;
  let depth = 0;
  for (let i = 0; i < from; i++) {
    if (words[i]!.image === '{') depth++;
    else if (words[i]!.image === '}') depth--;
  }
  return { text, words: words.slice(from, end), rest: words.slice(end), isInside: depth > 0 };
}

/** Index of the first word that ends behind an offset; as many as there are words behind the last. */
export function wordIndexAt(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
