const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // XML is printed in the logs of build servers, too, which obey `##vso[…]`.
  '##': '#&#35;',
};

/**
 * What XML 1.0 does not allow at all: a file with one of them could not be read. And what turns the direction of all
 * that follows, which no single title may.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Of the rest, what is written by its number is what is not seen: readers take a bare line end in an attribute for a space. */
const ESCAPED = /##|[&<>"']|[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/gu;

/** The text without what no file of XML may have: for a library that escapes the rest itself. */
export const allowedInXml = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

/** Text of a model as text or attribute value of XML, SVG or HTML. */
export function escapeXml(text: string): string {
  return allowedInXml(text).replace(ESCAPED, (found) => ESCAPES[found] ?? `&#${found.codePointAt(0)};`);
}

/** The text that `escapeXml` has escaped. */
export function unescapeXml(escaped: string): string {
  return escaped.replace(/&(?:#(\d+)|\w+);/g, (entity, code: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (CHARACTERS.get(entity) ?? entity),
  );
}

const CHARACTERS = new Map(Object.entries(ESCAPES).map(([character, entity]) => [entity, character]));
