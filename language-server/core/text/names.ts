/** Names are Unicode letters, digits, `_` and `-`, compared in NFC. */
const NAME = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u;

/** A name in the form in which names are compared: an accent may be written as a letter of its own. */
export const normaliseName = (text: string): string => text.normalize('NFC');

/** True for what may be the name of something in the language. */
export const isName = (text: string): boolean => NAME.test(text);

/** The name of a folder, given by its URI, as a name of the language: what a system without a header is called. */
export function systemNameOf(folder: string): string {
  const last = normaliseName(fileNameOf(folder));
  const name = last.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replace(/^[^\p{L}_]+|-+$/gu, '');
  return name || 'plant';
}

/** The name of a file or folder, given by its URI. */
export const fileNameOf = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

/** A text without halves of characters, which no URI can have. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A text with its escapes resolved; one with a `%` that is none is left as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
