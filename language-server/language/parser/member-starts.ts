import type { IToken } from 'chevrotain';

/** What follows the keyword that begins a member of a zone, a conduit or a system. */
const FOLLOWED_BY: Readonly<Record<string, RegExp>> = {
  asset: /^NAME$/,
  zone: /^NAME$/,
  conduit: /^NAME$/,
  allow: /^NAME$/,
  rule: /^NAME$/,
  boundary: /^NAME$/,
  flow: /^(NAME|PATH)$/,
  implements: /^(NAME|PATH|REQUIREMENT)$/,
  plans: /^(NAME|PATH|REQUIREMENT)$/,
  excludes: /^(NAME|PATH|REQUIREMENT)$/,
  compensates: /^(NAME|PATH|REQUIREMENT)$/,
  accepts: /^(NAME|PATH|REQUIREMENT)$/,
  'sl-t': /^(NUMBER|\{)$/,
  'sl-c': /^(NUMBER|\{)$/,
};

/** Keywords that begin a member. */
export const MEMBER_WORDS: ReadonlySet<string> = new Set(Object.keys(FOLLOWED_BY));

/** The declarations whose members begin so; elsewhere (in profiles) names stand beside each other. */
const WITH_MEMBERS = new Set(['system', 'zone', 'conduit', 'risk']);

/** Words that follow a name: what stands before one of them is a name, whatever it is called. */
const AFTER_NAMES = new Set(['and', 'by', 'evidence', 'until', 'because', 'with', 'over', 'port', 'between', 'on']);

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
    const wanted = keyword && FOLLOWED_BY[token.image];
    if (!wanted) continue;
    const next = tokens[i + 1]!;
    if (!isLineBetween(text, tokens[i - 1]!, token) || isLineBetween(text, token, next)) continue;
    if (!wanted.test(sortOf(next)) || AFTER_NAMES.has(next.image)) continue;
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

/** A token's sort: every keyword is a name. */
function sortOf({ tokenType, image }: IToken): string {
  return /^[A-Z_]+$/.test(tokenType.name) && tokenType.name !== 'ID'
    ? tokenType.name
    : /^[\p{L}_]/u.test(image)
      ? 'NAME'
      : image;
}
