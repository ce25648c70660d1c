/** True for an address on the web. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** True for a text that names a file, and is no reference such as a number in a document system. */
export const isFilePath = (text: string): boolean =>
  !/^[a-z][a-z\d+.-]*:/i.test(text) && (text.includes('/') || /[^.\s]\.[a-z\d]{1,5}(?:#.*)?$/i.test(text));
