import { listOr } from '../../../core/text/words.ts';
import { PROPERTY_NAMES, type PropertyName } from '../../syntax/schemas.ts';
import { TEXT_WORDS, VALUE_WORDS } from '../../syntax/value-words.ts';
import { AFTER_WORD, FIRST_WORDS, type Keyword } from '../../syntax/words.generated.ts';
import { isNameAt } from '../name-position.ts';
import { takesList } from './lists.ts';
import { is, isBreak, isClauseWord, isEnd, isFirst, isMemberOf, type Line, type Mistake, type Word } from './words.ts';

/** What messages call the text of a clause; of a property it is the property's name. */
const CALLED: Partial<Record<string, string>> = { because: 'A reason', evidence: 'Evidence' };

/** Who is named in quotes behind `by`, by the word of the line. */
const PEOPLE: Partial<Record<string, string>> = {
  ...nameEach(['accepts', 'accepted'], 'An approver'),
  ...nameEach(['assessment', 'tolerable-risk', 'revision', 'approval'], 'Who it was'),
};

function nameEach(words: readonly Keyword[], called: string): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, called]));
}

/** What messages call who stands behind a `by` in quotes; undefined where that names assets. */
function personAt(words: readonly Word[], by: number): string | undefined {
  if (words[by]!.image !== 'by') return undefined;
  const isVerifier = words[by - 3]?.image === 'verified' && words[by - 2]?.image === 'on';
  return isVerifier ? 'Who verified it' : PEOPLE[words[0]!.image];
}

/** A name stands there for one that is declared, in the place of a text. */
const NAMED_OR_TEXT: PropertyName = 'policy';

/** A title or message shows at most so much of a text. */
const MOST_SHOWN = 40;

/** A text without quotes behind the name of a property or clause, if the word of an index stands in it or right behind. */
export function textMistake(line: Line, at: number): Mistake | undefined {
  const { words } = line;
  for (let i = 0; i < Math.min(at, words.length); i++) {
    const word = words[i]!;
    const isSide = word.image === FIRST_WORDS.Boundary[0] && is(words[i + 1], 'NAME') && isBareText(words[i + 2]);
    const isPerson = personAt(words, i) !== undefined && isValue(words[i + 1]);
    const isHead = isTextWord(word, line.block) || isSide || isPerson;
    if (!isHead || isNameAt((at) => words[at]!.image, i)) continue;
    const isSign = [':', '='].includes(words[i + 1]?.image ?? '');
    // A sign before a text in quotes, and brackets around a list, are mistakes of their own.
    const first = words[isSign ? i + 2 : i + 1];
    if ((isSign && is(first, 'TEXT')) || first?.image === '[' || first?.image === '(') return undefined;
    const from = isSide || isSign ? i + 2 : i + 1;
    const { end, isCertain } = runFrom(line, i, from);
    // The last word of a text may have been read as the name of a property, with the next member for its value.
    if (end === from || at < (isSign ? i + 1 : from) || at > (isEnd(words[end]) ? end : end + 1)) {
      i = Math.max(i, end - 1);
      continue;
    }
    return bareMistake(line, i, from, end, isCertain);
  }
  return undefined;
}

/** True for a clause of a text, and for a property of one where the block has it: of a protocol `network` says yes or no. */
function isTextWord(word: Word, block: string): boolean {
  if (!TEXT_WORDS.has(word.image)) return false;
  const isYesNo = block === FIRST_WORDS.Protocol[0] && word.image === 'network';
  return isClauseWord(word) || (isMemberOf(block, word) && !isYesNo);
}

/** True for a word that is a value, and neither a text nor a sign. */
const isValue = (word: Word | undefined): boolean => is(word, 'VALUE') && !is(word, 'TEXT');

/** A value behind the side of a boundary that is meant for its text: `none` says that there is none. */
const isBareText = (word: Word | undefined): boolean => isValue(word) && word?.image !== 'none';

/** The words of a value, to the end of the line or to what begins another member or clause: that, or what may be one. */
function runFrom(line: Line, head: number, from: number): { readonly end: number; readonly isCertain: boolean } {
  const { words, block, text } = line;
  const isClause = isClauseWord(words[head]);
  let isCertain = true;
  for (let i = from; i < words.length; i++) {
    const [word, next] = [words[i]!, words[i + 1]];
    const isOpen = words[i - 1]!.image === ',' && i > from;
    if (isEnd(word) || (i > from && !isOpen && isBreak(text, words[i - 1]!, word))) return { end: i, isCertain };
    if (is(word, 'TEXT') && next?.image !== ',') return { end: i + 1, isCertain };
    if (i === from || isOpen || word.image === words[head]!.image || isEnd(next)) continue;
    const begins = isMemberOf(block, word) || (isClause && isClauseWord(word));
    if (!begins || !next || !mayFollow(word.image, next)) continue;
    // What goes on with a name may be a part of the text as well.
    if (!is(next, 'NAME')) return { end: i, isCertain };
    if (!isClause && i === from + 1 && PROPERTY_NAMES.has(word.image)) return { end: i, isCertain };
    isCertain = false;
  }
  return { end: words.length, isCertain };
}

/** True where a word may begin a member or clause that goes on with another. */
function mayFollow(word: string, next: Word): boolean {
  const after: readonly string[] = (AFTER_WORD as Partial<Record<string, readonly string[]>>)[word] ?? ['VALUE'];
  return after.some((name) => name === next.image || is(next, name));
}

function bareMistake(line: Line, head: number, from: number, end: number, isCertain: boolean): Mistake | undefined {
  const { text, words } = line;
  const name = words[head]!.image;
  const items = takesList(name) || name === 'evidence' ? splitAtCommas(words, from, end) : [[from, end] as const];
  const isRight = (word: Word) => is(word, 'TEXT') || (name === NAMED_OR_TEXT && is(word, 'NAME'));
  const written = items.map(([a, b]) => ({
    ...spanOf(text, words[a]!, words[b - 1]!),
    isText: b === a + 1 && isRight(words[a]!),
  }));
  const bare = written.filter(({ isText }) => !isText);
  const first = bare[0];
  // What is one word can be read, and is told there; quotes within a text leave open what was meant.
  if (!first || items.some(([a, b]) => a === b)) return undefined;
  const isMixed = items.some(([a, b], i) => !written[i]!.isText && words.slice(a, b).some((word) => is(word, 'TEXT')));
  // A comma is missing between a name and a text.
  if (isMixed && name === NAMED_OR_TEXT) return undefined;
  const shown = cut(first.image);
  const message = `${personAt(words, head) ?? CALLED[name] ?? `'${name}'`} is a text: put ${shown} in quotes.`;
  const { start } = first;
  const last = bare.at(-1)!;
  if (isMixed || !isCertain) return { start, end: last.end, message };
  const [all, final] = [written[0]!, written.at(-1)!];
  const inQuotes = written.map(({ image, isText }) => (isText ? image : quoted(image))).join(', ');
  const title = bare.length > 1 ? 'Put each of them in quotes' : `Put ${shown} in quotes`;
  const before = words[from - 1]!;
  const isSign = before.image === ':' || before.image === '=';
  return {
    start,
    end: last.end,
    message,
    fix: {
      title,
      start: isSign ? before.start : all.start,
      end: final.end,
      text: isSign && before.start === words[head]!.end ? ` ${inQuotes}` : inQuotes,
    },
  };
}

/** The text from one word to another. What begins a comment behind an address (`https://…`) is a part of that. */
function spanOf(text: string, first: Word, last: Word): Word {
  const rest = /^\/\/[^\s,{}"]*/.exec(text.slice(last.end, last.end + 500))?.[0] ?? '';
  const end = last.end + rest.length;
  return { image: text.slice(first.start, end), start: first.start, end };
}

const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** A text as it is written between quotes, with them. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, String.raw`\$&`)}"`;

function splitAtCommas(words: readonly Word[], from: number, end: number): (readonly [number, number])[] {
  const commas = words.flatMap(({ image }, i) => (i >= from && i < end && image === ',' ? [i] : []));
  return [from - 1, ...commas].map((before, i) => [before + 1, commas[i] ?? end] as const);
}

/** Several words where one of a fixed set is due. */
export function wordMistake({ text, words, block }: Line): Mistake | undefined {
  const [name, first] = words as [Word, Word | undefined];
  const due = VALUE_WORDS[name.image as PropertyName];
  let end = 1;
  const isOwn = (word: Word | undefined) => is(word, 'NAME') && (end === 1 || !isMemberOf(block, word));
  while (isOwn(words[end]) && !isFirst(text, words, end)) end++;
  if (!due || !first || end < 3 || takesList(name.image)) return undefined;
  const { start, end: to, image } = spanOf(text, first, words[end - 1]!);
  return { start, end: to, message: `'${name.image}' is ${listOr(due)}; ${cut(image)} is none of them.` };
}
