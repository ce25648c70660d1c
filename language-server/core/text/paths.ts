/** True for an address on the web. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/**
 * True for a text that names a file, and is no reference such as a number in a document system: its last name has an
 * ending that begins with a letter, as no version or year does. A place in the file may follow (`#page=3`).
 */
export const isFilePath = (text: string): boolean =>
  !/^[a-z][a-z\d+.-]*:/i.test(text) && /[^./\s]\.[a-z][a-z\d]{0,4}(?:#.*)?$/i.test(text);
