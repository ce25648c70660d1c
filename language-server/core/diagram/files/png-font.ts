/**
 * The characters that the font of PNG pictures is cut down to: Latin, Greek, Cyrillic and Hebrew letters, punctuation,
 * and signs that Arimo has. First and last of each range.
 */
export const FONT_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x377],
  [0x37a, 0x52f],
  [0x5d0, 0x5ea],
  [0x1e00, 0x1eff],
  [0x2000, 0x209c],
  [0x20a0, 0x20be],
  [0x2100, 0x214f],
  [0x2190, 0x2195],
  [0x2202, 0x2206],
  [0x2211, 0x2212],
  [0x2215, 0x2215],
  [0x2219, 0x221a],
  [0x221e, 0x221f],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
  [0x25a0, 0x25cf],
];

/** The files of the font, beside the bundle. */
export const FONT_FILES = ['arimo-regular.woff2', 'arimo-bold.woff2'] as const;

/** The characters of a text that the font cannot draw, each once. */
export function missingFromFont(text: string): string[] {
  return [...new Set(text)].filter((character) => {
    const code = character.codePointAt(0)!;
    return code > 0x20 && !FONT_RANGES.some(([first, last]) => code >= first && code <= last);
  });
}
