/** How words that are written in many ways are compared: inventories say `SPS`, `S.P.S.` and `ScadaServer`. */

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', '&': ' and ' };

/**
 * The words of a name or title, in small letters: parted at signs and blanks and where a capital begins one within a
 * word, umlauts as two letters.
 */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(?<=[\p{Ll}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß&]/g, (letter) => LETTERS[letter]!)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The same for texts that differ in case, signs and blanks only. */
export const spellingOf = (text: string): string => wordsOf(text).join('');
