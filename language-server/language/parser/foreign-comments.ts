import { isWhiteSpace } from '../syntax/white-space.ts';

/** Length of a comment as other languages have them (`# …`, `-- …`) at an offset, to the end of its line; undefined where none is. */
export function foreignCommentAt(text: string, offset: number): number | undefined {
  const sign = text.startsWith('#', offset) ? 1 : /^--(?!\S)/.test(text.slice(offset, offset + 3)) ? 2 : 0;
  if (sign === 0 || !isApart(text, offset)) return undefined;
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end - offset;
}

/** True behind white space, or at the start of a text. */
const isApart = (text: string, offset: number): boolean => offset === 0 || isWhiteSpace(text.charCodeAt(offset - 1));
