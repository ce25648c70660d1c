import type { Token } from '../parser/tokens.ts';

/** A token of a text as it is to be written. */
export interface Written {
  readonly text: string;
  readonly kind: Token['kind'];
  /** Where it stands in the text it comes from: `start` inclusive, `end` exclusive; equal for a comma that is new. */
  readonly start: number;
  readonly end: number;
  /** Line breaks between it and what stands before it in that text. */
  readonly breaks: number;
  /** Characters before it on its line there. */
  readonly column: number;
}

export const isComma = ({ text, kind }: Written): boolean => kind === 'sign' && text === ',';

export const isBrace = ({ text, kind }: Written): boolean => kind === 'sign' && (text === '{' || text === '}');

/** True for a comment that goes on to the end of its line. */
export const isLineComment = ({ text, kind }: Written): boolean => kind === 'comment' && text.startsWith('//');

/** The index of each token by the offset at which it starts; a comma that is new starts where the token before it ends. */
export function indicesOf(tokens: readonly Written[]): ReadonlyMap<number, number> {
  return new Map(tokens.flatMap(({ start, end }, i) => (start === end ? [] : [[start, i]])));
}

/** The last of the tokens from one on that begin before an offset, which is the end of a node. */
export function lastBefore(tokens: readonly Written[], from: number, end: number): number {
  let i = from;
  while (i + 1 < tokens.length && tokens[i + 1]!.start < end) i++;
  return i;
}

/** True for a token that stands on one line. */
export const isOneLine = ({ text }: Written): boolean => !/[\r\n]/.test(text);

/** True for a comment that stands before something else on its line. */
export function isLeading(tokens: readonly Written[], i: number): boolean {
  const next = tokens[i + 1];
  return !isLineComment(tokens[i]!) && next?.breaks === 0 && next.text !== '}';
}

/** True where a comment asks for a line break before a token: it goes on to the end of its line, or had its own. */
export function isParted(tokens: readonly Written[], i: number): boolean {
  const [token, before] = [tokens[i]!, tokens[i - 1]!];
  return isLineComment(before) || ((token.kind === 'comment' || before.kind === 'comment') && token.breaks > 0);
}
