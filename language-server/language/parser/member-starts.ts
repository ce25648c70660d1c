import type { IToken, TokenType } from 'chevrotain';
import { AFTER_NAME, AFTER_WORD, MEMBER_WORDS, PROPERTY_WORDS } from '../syntax/words.generated.ts';

/** The declarations in which a word at the start of a line is looked at; elsewhere names stand beside each other. */
const DECLARATIONS = ['system', 'zone', 'conduit', 'risk'] as const;

const WITH_MEMBERS: ReadonlySet<string> = new Set(DECLARATIONS);

/** Keywords that begin a member of a system, of a zone, or of what stands in one. */
export const MEMBER_STARTS: readonly string[] = [
  ...new Set([...MEMBER_WORDS.system, ...MEMBER_WORDS.zone, ...MEMBER_WORDS.asset, ...MEMBER_WORDS.conduit]),
].filter((word) => !(PROPERTY_WORDS as readonly string[]).includes(word));

/** What follows such a keyword. A text does not tell: it may be the title of what is called so. */
const FOLLOWED_BY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(AFTER_WORD)
    .filter(([word]) => MEMBER_STARTS.includes(word))
    .map(([word, next]) => [word, next.filter((name) => name !== 'STRING')]),
);

/** Words that follow a name: what stands before one of them is a name, whatever it is called. */
const AFTER_NAMES: ReadonlySet<string> = new Set(DECLARATIONS.flatMap((word) => AFTER_NAME[word]));

/**
 * Keywords are names, too, so the `asset` of one line would take the `flow` of the next for its name, and the fault
 * would show far from its place. So a keyword that is the first of its line and goes on as a member does is no name.
 */
export function markMemberStarts(text: string, tokens: readonly IToken[]): void {
  if (!WITH_MEMBERS.has(tokens[0]?.image ?? '')) return;
  for (let i = 1; i < tokens.length - 1; i++) {
    const token = tokens[i]!;
    const { name, CATEGORIES } = token.tokenType;
    // Most tokens are none: names first, then whatever is not a word.
    if (name === 'ID' || name === 'STRING' || name === 'REQUIREMENT') continue;
    const keyword = CATEGORIES?.[0];
    const wanted = keyword && FOLLOWED_BY.get(token.image);
    if (!wanted) continue;
    const next = tokens[i + 1]!;
    if (!isLineBetween(text, tokens[i - 1]!, token) || isLineBetween(text, token, next)) continue;
    if (AFTER_NAMES.has(next.image) || !wanted.some((name) => isOf(next.tokenType, name))) continue;
    token.tokenType = keyword;
    token.tokenTypeIdx = keyword.tokenTypeIdx!;
  }
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
