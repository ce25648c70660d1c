/** Version of the shapes that the commands write as JSON: additions leave it, changes raise it. */
export const JSON_VERSION = 1;

/** The JSON that a command writes, with the version of its shape. */
export function writeJson(content: object): string {
  return jsonText({ version: JSON_VERSION, ...content });
}

/** What steers a terminal or hides in a line, and what build servers obey in a log: `##vso[…]`. */
const ESCAPED = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cf}]|(?<=#)#/gu;

/** Data as JSON, safe to be printed as it is: texts are read as they were. */
export function jsonText(value: object): string {
  const escaped = (found: string) =>
    Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return `${JSON.stringify(value, undefined, 2).replace(ESCAPED, escaped)}\n`;
}
