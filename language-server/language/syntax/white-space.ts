import { TERMINALS } from './words.generated.ts';

const WHITE_SPACE = new RegExp(`^${TERMINALS.WS.source}$`);

/** True for the UTF-16 unit of a white space of any kind: between words all are alike, and none is part of a name. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return WHITE_SPACE.test(String.fromCharCode(code));
}

/** True for a text of nothing but white space. */
export const isBlank = (text: string): boolean => text === '' || WHITE_SPACE.test(text);
