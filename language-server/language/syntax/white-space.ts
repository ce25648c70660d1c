import { TERMINALS } from './words.generated.ts';

const WHITE_SPACE = new RegExp(`^${TERMINALS.WS.source}$`);

/** True for the UTF-16 unit of a white space of any kind: between words all are alike, and none is part of a name. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return WHITE_SPACE.test(String.fromCharCode(code));
}

const COMMENT_OR_SPACE = new RegExp(
  [TERMINALS.WS, TERMINALS.SL_COMMENT, /\/\*[\s\S]*?\*\//].map(({ source }) => source).join('|'),
  'y',
);

/** Where in a text the first words stand: behind white space and comments. */
export function behindComments(text: string): number {
  // Piece by piece: of one expression that repeats, a text of megabytes would exhaust the stack.
  COMMENT_OR_SPACE.lastIndex = 0;
  let end = 0;
  while (COMMENT_OR_SPACE.test(text)) end = COMMENT_OR_SPACE.lastIndex;
  return end;
}

/** True for a text of nothing but white space. */
export const isBlank = (text: string): boolean => text === '' || WHITE_SPACE.test(text);

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  // Not by `lastIndexOf`: a text has one sort of line ends, and would be searched to its start for the other.
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}
