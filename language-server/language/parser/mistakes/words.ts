import type { ILexingError, IToken } from 'chevrotain';
import { isMemberWordOf } from '../../syntax/members.ts';
import { PROPERTY_NAMES } from '../../syntax/schemas.ts';
import { FIRST_WORDS, MEMBER_WORDS } from '../../syntax/words.generated.ts';
import { foreignCommentAt } from '../foreign-comments.ts';
import { isOf } from '../member-starts.ts';

/** A word or sign of a text, also one that is none of the language, which has no token. */
export interface Word {
  readonly image: string;
  readonly start: number;
  readonly end: number;
  readonly token?: IToken;
}

/** A word of the language. */
type TokenWord = Word & { readonly token: IToken };

/** What is wrong with some words, and the text that mends it where that is plain. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly start: number; readonly end: number; readonly text: string };
}

/** A member or declaration as far as it goes on one line, or on the next ones after commas. */
export interface Line {
  readonly text: string;
  /** Its words; the first is the one that it begins with. */
  readonly words: readonly Word[];
  /** The words behind it, to the end of the text. */
  readonly rest: readonly Word[];
  /** True where it stands in a block. */
  readonly isInside: boolean;
  /** The word that begins that block; empty where there is none. */
  readonly block: string;
}

/** All words of a text in its order. */
export function wordsOf(text: string, tokens: readonly IToken[], errors: readonly ILexingError[]): Word[] {
  const read = tokens.map((token): Word => {
    const { image, startOffset: start } = token;
    return { image, start, end: start + image.length, token };
  });
  const strays = errors.flatMap(({ offset, length }) =>
    Array.from(
      text.slice(offset, offset + (foreignCommentAt(text, offset) === undefined ? length : 1)).matchAll(/\S/gu),
      ({ 0: image, index }): Word => {
        const start = offset + index;
        return { image, start, end: start + image.length };
      },
    ),
  );
  return strays.length === 0 ? read : [...read, ...strays].sort((a, b) => a.start - b.start);
}

/** True for a word that may stand where the grammar asks for a token or category of that name. */
export const is = (word: Word | undefined, name: string): word is TokenWord =>
  word?.token !== undefined && isOf(word.token.tokenType, name);

/** True for a name or path that may mean something declared. */
export const isReference = (word: Word | undefined): word is TokenWord => is(word, 'REFERENCE');

/** True at the end of what a member says outside of its block. */
export const isEnd = (word: Word | undefined): boolean =>
  word === undefined || word.image === '{' || word.image === '}';

/** True for a word that begins a member of a block, or is a property of it. */
export const isMemberOf = (block: string, { image }: Word): boolean => isMemberWordOf(block, image);

const MEMBERS: ReadonlySet<string> = new Set([...Object.values(MEMBER_WORDS).flat(), ...PROPERTY_NAMES]);

/** True for a word that begins a member of some block, or is a property of one. */
export const isMemberWord = (word: Word | undefined): boolean => word !== undefined && MEMBERS.has(word.image);

/** True for a word that begins a clause. */
export const isClauseWord = (word: Word | undefined): boolean =>
  (FIRST_WORDS.Clause as readonly (string | undefined)[]).includes(word?.image);

/** True where the line breaks between two words. */
export const isBreak = (text: string, first: Word, second: Word): boolean =>
  LINE_BREAK.test(text.slice(first.end, second.start));

export const LINE_BREAK = /[\r\n]/;

/** True for the first word of a line or block, or behind one: a member begins there. */
export function isFirst(text: string, words: readonly Word[], at: number): boolean {
  const [previous, word] = [words[at - 1], words[at]];
  return word !== undefined && (previous === undefined || isEnd(previous) || isBreak(text, previous, word));
}

/** A mistake that is mended by a word that goes before another. */
export function missing(before: Word, message: string, text: string, title: string): Mistake {
  const { start, end } = before;
  return { start, end, message, fix: { title, start, end: start, text: `${text} ` } };
}

/** A mistake that is mended by another text in the place of some words. */
export function instead(first: Word, last: Word, message: string, text: string, title: string): Mistake {
  const { start } = first;
  const { end } = last;
  return { start, end, message, fix: { title, start, end, text } };
}

/** A mistake that is mended by taking a word away with the white space before it. */
export function needless(word: Word, previous: Word, message: string): Mistake {
  const { start, end, image } = word;
  return { start, end, message, fix: { title: `Remove '${image}'`, start: previous.end, end, text: '' } };
}

/** What is said of a member that stands outside of the braces of what it belongs to. */
export const membersInBraces = (head: string, name: string, member: string): string =>
  `The members of ${head} '${name}' stand in braces: put '{' before '${member}' and '}' after the last of them.`;
