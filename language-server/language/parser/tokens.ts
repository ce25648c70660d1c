import type { IToken } from 'chevrotain';
import { readString, readTextBlock } from '../syntax/text.ts';
import type { TokenName } from '../syntax/words.generated.ts';
import { foreignCommentAt } from './foreign-comments.ts';
import { zonesServices } from './parser.ts';

/** A word, sign, text or comment of a text. */
export interface Token {
  readonly text: string;
  readonly at: number;
  readonly kind: 'word' | 'sign' | 'text' | 'comment';
}

// One text is asked about many times: by each key of a completion, by each move of the mouse.
let last: { readonly text: string; readonly tokens: readonly Token[] } | undefined;

/** The tokens of a text. Text that is none of the language comes as signs; nothing is left out but white space. */
export function tokensOf(text: string): readonly Token[] {
  if (last?.text !== text) last = { text, tokens: readTokens(text) };
  return last.tokens;
}

function readTokens(text: string): Token[] {
  const { tokens, hidden, errors } = zonesServices().parser.Lexer.tokenize(text);
  const found = tokens.map(read);
  const comments = hidden.map(read);
  const signs = errors.flatMap(({ offset, length }) => signsOf(text, offset, offset + length));
  const aside = [...comments, ...signs];
  return joinDigits(text, aside.length === 0 ? found : [...found, ...aside].sort((a, b) => a.at - b.at));
}

/** The tokens that are no words; a keyword is one where it begins with a letter. */
const KINDS: Partial<Record<TokenName, Token['kind']>> = {
  STRING: 'text',
  TEXT_BLOCK: 'text',
  ML_COMMENT: 'comment',
  SL_COMMENT: 'comment',
};

const SIGN = /^[^\p{L}\p{N}_]+$/u;

const read = ({ image, startOffset, tokenType }: IToken): Token => ({
  text: image,
  at: startOffset,
  kind: KINDS[tokenType.name as TokenName] ?? (SIGN.test(image) ? 'sign' : 'word'),
});

/** What the lexer passes over, sign by sign, but for comments of other languages. */
function signsOf(text: string, start: number, end: number): Token[] {
  if (foreignCommentAt(text, start) === end - start)
    return [{ text: text.slice(start, end), at: start, kind: 'comment' }];
  return Array.from(text.slice(start, end).matchAll(/\S/gu), ({ 0: sign, index }) => ({
    text: sign,
    at: start + index,
    kind: 'sign',
  }));
}

/** An address without quotes and half a date are one word, though the language has no such number. */
function joinDigits(text: string, tokens: readonly Token[]): Token[] {
  const pattern = /\d+(?:[.-]\d+)*/y;
  let end = 0;
  return tokens.flatMap((token) => {
    if (token.at < end) return [];
    // Asked of every token of a text: few begin with a digit.
    if (token.kind !== 'word' || !isDigit(token.text.charCodeAt(0))) return [token];
    pattern.lastIndex = token.at;
    const run = pattern.exec(text)?.[0];
    if (run === undefined || run.length <= token.text.length) return [token];
    end = token.at + run.length;
    return [{ ...token, text: run }];
  });
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Offset behind a token. */
export const endOf = ({ text, at }: Token): number => at + text.length;

/** True where an offset lies inside a text or a comment, of which nothing is to be read as the language. */
export function isInside({ text, at, kind }: Token, offset: number): boolean {
  if (kind !== 'text' && kind !== 'comment') return false;
  const end = at + text.length;
  if (offset <= at || offset > end) return false;
  return offset < end || !isClosed(text);
}

/** False for a text or comment whose end is missing. */
export function isClosed(text: string): boolean {
  if (/^(?:\/\/|#|--)/.test(text)) return false;
  if (text.startsWith('/*')) return text.length >= 4 && text.endsWith('*/');
  return (text.startsWith('"""') ? readTextBlock : readString)(text).closed;
}
