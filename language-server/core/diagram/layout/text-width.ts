/**
 * Advance widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the font size, for the
 * characters from space to tilde. The picture is laid out where no font is at hand.
 */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** What replaces Arial where it is missing is wider (DejaVu Sans by a seventh): text must not leave its box. */
const MARGIN = 1.16;
const BOLD = 1.1;

/** The one font of the picture. */
export const FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** An upper estimate of a text's width in pixels at a font size in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return Math.ceil((sum / 1000) * size * MARGIN * (bold ? BOLD : 1));
}

function widthOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 32) return 0;
  if (code < 127) return WIDTHS[code - 32]!;
  // Marks that combine with the letter before them, and joiners.
  if ((code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0xfe0f) return 0;
  // Scripts and symbols of full width.
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f000) return 1000;
  return code < 0x250 ? 600 : 700;
}

/** The text, shortened with an ellipsis where it is wider than `most` pixels. */
export function fitText(text: string, most: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= most) return text;
  const characters = [...text];
  const cut = (length: number): string => `${characters.slice(0, length).join('').trimEnd()}…`;
  // Halved and halved again: a text may be as long as a book.
  let length = 1;
  for (let wide = characters.length + 1; length + 1 < wide; ) {
    const middle = (length + wide) >> 1;
    if (textWidth(cut(middle), size, bold) > most) wide = middle;
    else length = middle;
  }
  return cut(length);
}

/** A text in lines no wider than `most` pixels, broken between words; of the last line the rest is cut. */
export function wrapText(text: string, most: number, lines: number, size: number, bold = false): string[] {
  const words = text.split(/(?<=\s)/u);
  const wrapped: string[] = [];
  while (wrapped.length < lines - 1 && words.length > 0) {
    let count = 1;
    while (count < words.length && textWidth(lineOf(words, count + 1), size, bold) <= most) count++;
    // A word that is wider than a line is cut in the last.
    if (textWidth(lineOf(words, count), size, bold) > most) break;
    wrapped.push(lineOf(words, count));
    words.splice(0, count);
  }
  if (words.length > 0) wrapped.push(fitText(words.join(''), most, size, bold));
  return wrapped;
}

const lineOf = (words: readonly string[], count: number): string => words.slice(0, count).join('').trimEnd();
