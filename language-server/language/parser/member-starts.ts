import type { IToken, TokenType } from 'chevrotain';
import { memberWordsOf } from '../syntax/members.ts';
import { PROPERTY_NAMES, schemaOf } from '../syntax/schemas.ts';
import {
  AFTER_NAME,
  AFTER_WORD,
  BLOCK_WORDS,
  DECLARATION_WORDS,
  MEMBER_WORDS,
  PROPERTY_WORDS,
  type TokenName,
} from '../syntax/words.generated.ts';
import { isNameAt } from './name-position.ts';

/** The declarations in which keywords of all their blocks are looked at: a brace that is missing hides which block it is. */
const DECLARATIONS: ReadonlySet<string> = new Set(['system', 'zone', 'conduit', 'risk']);

/** Keywords that begin a member of a system, of a zone, or of what stands in one. */
export const MEMBER_STARTS: readonly string[] = [
  ...new Set([...MEMBER_WORDS.system, ...MEMBER_WORDS.zone, ...MEMBER_WORDS.asset, ...MEMBER_WORDS.conduit]),
].filter((word) => !(PROPERTY_WORDS as readonly string[]).includes(word));

const IN_PLANTS: ReadonlySet<string> = new Set(MEMBER_STARTS);

/** The keywords that begin a member of some block. */
const KEYWORDS: ReadonlySet<string> = new Set(Object.values(MEMBER_WORDS).flat());

/** The words that may begin a member where they are the first of a line. */
export const LINE_WORDS: ReadonlySet<string> = new Set([...KEYWORDS, ...PROPERTY_NAMES]);

/** What follows such a keyword. A text does not tell: it may be the title of what is called so. */
const FOLLOWED_BY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(AFTER_WORD).map(([word, next]) => [word, next.filter((name) => name !== 'STRING')]),
);

/** What follows the name of a property. */
const VALUES: readonly TokenName[] = ['VALUE'];

/** Words that follow a name: what stands before one of them is a name, whatever it is called. */
const AFTER_NAMES: ReadonlySet<string> = new Set([...Object.values(AFTER_NAME).flat(), 'level']);

/** What follows a title: a text before it is one, and no value of a property. */
const AFTER_TITLES: ReadonlySet<string> = new Set([':', '{', 'between', 'extends', 'on', 'rank']);

const HEADS: ReadonlySet<string> = new Set(BLOCK_WORDS);
const TOP: ReadonlySet<string> = new Set(DECLARATION_WORDS);

/** True for a token that is a keyword or property name as well as a name, until it is seen to begin a member. */
const isUndecided = ({ CATEGORIES }: TokenType): boolean => (CATEGORIES?.length ?? 0) > 1;

/**
 * Keywords and the names of properties are names, too, so the `asset` of one line would take the `flow` or `owner` of the
 * next for its name, and the fault would show far from its place. So a word that is the first of its line, and goes on as a
 * member of the block does, is no name: what stands before it ends with its line.
 */
export function markMemberStarts(text: string, tokens: readonly IToken[]): void {
  const inPlant = DECLARATIONS.has(tokens[0]?.image ?? '');
  const blocks: string[] = [];
  let head = '';
  for (let i = 0; i < tokens.length; i++) {
    const { image, tokenType } = tokens[i]!;
    if (image === '{') {
      blocks.push(head);
      head = '';
    } else if (image === '}') {
      blocks.pop();
      head = '';
    }
    const block = blocks.at(-1) ?? '';
    if (HEADS.has(image) && !isNameAt((at) => tokens[at]!.image, i) && isHeadIn(block, image)) head = image;
    if (i === 0 || i === tokens.length - 1 || !isUndecided(tokenType)) continue;
    const wanted = wantedBehind(block, image, inPlant);
    if (!wanted) continue;
    const next = tokens[i + 1]!;
    if (!isLineBetween(text, tokens[i - 1]!, tokens[i]!) || isLineBetween(text, tokens[i]!, next)) continue;
    if (
      (AFTER_NAMES.has(next.image) && !wanted.includes(next.image)) ||
      !wanted.some((name) => isOf(next.tokenType, name))
    )
      continue;
    if (isOf(next.tokenType, 'TEXT') && AFTER_TITLES.has(tokens[i + 2]?.image ?? '')) continue;
    const decided = tokenType.CATEGORIES![0]!;
    tokens[i]!.tokenType = decided;
    tokens[i]!.tokenTypeIdx = decided.tokenTypeIdx!;
    if (HEADS.has(image) && isHeadIn(block, image)) head = image;
  }
}

/** True for a word that begins what has a block, in a block or at the top of a file. */
const isHeadIn = (block: string, word: string): boolean =>
  block === '' ? TOP.has(word) : memberWordsOf(block).includes(word);

/** What follows a word that begins a member of a block; undefined where it begins none. */
function wantedBehind(block: string, word: string, inPlant: boolean): readonly string[] | undefined {
  if (Object.hasOwn(schemaOf(block), word) && !KEYWORDS.has(word)) return VALUES;
  return (inPlant && IN_PLANTS.has(word)) || memberWordsOf(block).includes(word) ? FOLLOWED_BY.get(word) : undefined;
}

/** True where two tokens stand in different lines. */
export function isLineBetween(text: string, first: IToken, second: IToken): boolean {
  for (let i = first.startOffset + first.image.length; i < second.startOffset; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** True for a token of a name, and of one in the category of that name. */
export function isOf({ name, CATEGORIES }: TokenType, wanted: string): boolean {
  return name === wanted || [CATEGORIES ?? []].flat().some((category) => isOf(category, wanted));
}
