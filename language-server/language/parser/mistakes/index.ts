import { closest, closestOfFew } from '../../../core/text/closest.ts';
import { PROPERTY_NAMES } from '../../syntax/schemas.ts';
import { isVectorWord } from '../../syntax/vector.ts';
import {
  BLOCK_WORDS,
  DECLARATION_WORDS,
  FIRST_WORDS,
  MEMBER_WORDS,
  PROPERTY_WORDS,
} from '../../syntax/words.generated.ts';
import { foreignCommentAt } from '../foreign-comments.ts';
import { isNameAt, isNamePosition } from '../name-position.ts';
import { boundaryMistake } from './boundaries.ts';
import { closingMistake } from './closing.ts';
import { verbMistake } from './controls.ts';
import { dayMistake } from './days.ts';
import { conduitMistake, flowMistake, flowWordMistake } from './flows.ts';
import { foreignMistake } from './foreign.ts';
import { headerMistake } from './headers.ts';
import { homeMistake } from './homes.ts';
import { levelsMistake } from './levels.ts';
import { propertyMistake, requiresMistake, statementMistake } from './lists.ts';
import { levelRangeMistake } from './purdue-levels.ts';
import { addressMistake, commentMistake, quoteMistake, signMistake, strayMistake } from './signs.ts';
import { textMistake, wordMistake } from './texts.ts';
import {
  instead,
  is,
  isBreak,
  isFirst,
  isMemberOf,
  isMemberWord,
  type Line,
  type Mistake,
  type Word,
} from './words.ts';

export type { Mistake } from './words.ts';

/** Of so many members on one line what was meant is asked: a line may be as long as a file. */
const MOST_ASKED = 5;

type Read = (line: Line) => Mistake | undefined;

const ofProperty: Read = (line) => propertyMistake(line) ?? wordMistake(line);

/** A word may begin a declaration and, in the block of another, a property: `policy`, `reference-model`. */
const ofEither: Read = (line) => (line.isInside ? ofProperty(line) : headerMistake(line));

/** What looks at a member, by the word that it begins with. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...[...PROPERTY_NAMES].map((name) => [name, ofProperty] as const),
  ...DECLARATION_WORDS.map((word) => [word, PROPERTY_NAMES.has(word) ? ofEither : headerMistake] as const),
  ...FIRST_WORDS.Statement.map((verb) => [verb, statementMistake] as const),
  ...FIRST_WORDS.Levels.map((name) => [name, levelsMistake] as const),
  ...FIRST_WORDS.Rating.map((word) => [word, (line: Line) => signMistake(line, 0)] as const),
  ['asset', headerMistake],
  ['access-point', headerMistake],
  ['level', (line) => levelRangeMistake(line) ?? propertyMistake(line)],
  ...FIRST_WORDS.Boundary.map((word) => [word, boundaryMistake] as const),
  ['conduit', conduitMistake],
  ['flow', flowMistake],
  ['requires', requiresMistake],
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
    closingMistake(text, words, at) ??
    foreignMistake(text, words, at) ??
    valueMistake(text, words, at) ??
    verbMistake(text, words, at) ??
    declarationMistake(text, words, at) ??
    addressMistake(text, words, at) ??
    keywordMistake(text, words, at) ??
    flowWordMistake(text, words, at);
  if (special) return special;
  // A word may be a name, so the members around it are asked, too, as far as they begin on the same line.
  let asked = 0;
  for (let i = Math.min(at, words.length) - 1; i >= 0; i--) {
    const word = words[i]!;
    const isVector = word.image === '{' && (isVectorWord(words[i - 1]?.image) || isVectorWord(words[i - 2]?.image));
    if ((word.image === '{' && !isVector) || word.image === '}') break;
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

/**
 * What is wrong with the flow in the line before a mistake, whose last word the grammar took together with the first of
 * this line: `flow p -> q https` above a line that begins with no word of the language.
 *
 * @param start where the mistake begins
 */
export function flowBefore(text: string, words: readonly Word[], start: number): Mistake | undefined {
  const at = wordIndexAt(words, start);
  let first = at - 1;
  if (first < 0 || !isFirst(text, words, at)) return undefined;
  while (first > 0 && !isFirst(text, words, first)) first--;
  return words[first]!.image === 'flow' ? flowMistake(lineFrom(text, words, first)) : undefined;
}

/** A text or a day that is not written as one, in the member that the word before belongs to. */
function valueMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  let first = Math.min(at, words.length) - 1;
  while (first > 0 && !isFirst(text, words, first)) first--;
  if (first < 0) return undefined;
  const line = lineFrom(text, words, first);
  return dayMistake(line, at - first) ?? textMistake(line, at - first);
}

/** A declaration behind another one, by a word that begins none. */
function declarationMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const word = words[at];
  const next = words[at + 1];
  const home =
    word && at > 0 && isFirst(text, words, at) && isOutside(words, at) && !isMemberOf(words[0]!.image, word)
      ? homeMistake(word.image, word.start)
      : undefined;
  if (home) return home;
  if (!is(word, 'ID') || !next || at === 0 || !isFirst(text, words, at) || isBreak(text, word, next)) return undefined;
  const guess = isOutside(words, at) ? closest(word.image, DECLARATION_WORDS) : undefined;
  if (!guess) return undefined;
  const message = `'${word.image}' begins no declaration; did you mean '${guess}'?`;
  return instead(word, word, message, guess, `Change to '${guess}'`);
}

/** True where a word stands in no block, behind a declaration without one. */
function isOutside(words: readonly Word[], at: number): boolean {
  return !words.slice(0, at).some(({ image }) => image === '{' || image === '}');
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
    const guess = closest(word.image, KEYWORDS) ?? ofShape(words, i);
    if (!guess) return undefined;
    const message = `'${word.image}' begins no member; did you mean '${guess}'?`;
    return instead(word, word, message, guess, `Change to '${guess}'`);
  }
  return undefined;
}

/** What goes on with a name and a sign or word, by that, with what people call it besides. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ':': {
    'access-point': ['access', 'entry', 'entry-point', 'port', 'socket', 'door', 'interface'],
    asset: ['device', 'component', 'node', 'host', 'machine', 'equipment', 'system'],
    zone: ['area', 'segment', 'cell', 'subzone', 'sub-zone'],
  },
  between: { conduit: ['link', 'connection', 'channel', 'pipe', 'tunnel', 'path', 'interface'] },
};

/** The keyword that is meant by a word that goes on as only few members do. */
function ofShape(words: readonly Word[], at: number): string | undefined {
  const word = words[at]!.image;
  if (!is(words[at + 1], 'NAME')) return undefined;
  const sign = words[at + (is(words[at + 2], 'STRING') ? 3 : 2)]?.image ?? '';
  const shapes = Object.hasOwn(SHAPES, sign) ? SHAPES[sign]! : {};
  const called = Object.keys(shapes).find((keyword) => shapes[keyword]!.includes(word.toLowerCase()));
  return called ?? closestOfFew(word, Object.keys(shapes));
}

/** The member that begins with the word of an index, to the end of its line; a list goes on after a comma. */
function lineFrom(text: string, words: readonly Word[], from: number): Line {
  let end = from + 1;
  while (end < words.length && (words[end - 1]!.image === ',' || !isBreak(text, words[end - 1]!, words[end]!))) end++;
  const blocks = blocksAround(words, from);
  return {
    text,
    words: words.slice(from, end),
    rest: words.slice(end),
    isInside: blocks.length > 0,
    block: blocks.at(-1) ?? '',
  };
}

/** The words that begin the blocks around the word of an index, the innermost last. */
function blocksAround(words: readonly Word[], at: number): string[] {
  const blocks: string[] = [];
  let head = '';
  for (let i = 0; i < at; i++) {
    const { image } = words[i]!;
    if (image === '{') blocks.push(head);
    else if (image === '}') blocks.pop();
    else if (HEADS.has(image) && !isNameAt((at) => words[at]!.image, i)) head = image;
  }
  return blocks;
}

const HEADS: ReadonlySet<string> = new Set(BLOCK_WORDS);

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
