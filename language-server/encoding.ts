/** The encodings that models are read in and written back in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text of a file, with its byte order mark, or why it cannot be told: a sentence for its user. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly fault: string };

const EIGHT_BIT =
  'This file is not in UTF-8: it seems to be in Windows-1252 or ISO 8859-1 (Latin-1). Its letters beyond ASCII would be read wrongly, so nothing of it is read: save it in UTF-8.';
const DAMAGED_UTF_8 =
  'This file seems to be in UTF-8, but some of its bytes are not: it may be damaged, or put together from files in two encodings. Nothing of it is read: restore it, or save it in UTF-8.';
const DAMAGED_UTF_16 =
  'This file begins as UTF-16 does, but not all of it is UTF-16: it may be damaged or cut off. Nothing of it is read: restore it, or save it in UTF-8.';
const UNMARKED_UTF_16 =
  'This file seems to be in UTF-16 without a byte order mark. Nothing of it is read: save it in UTF-8, or in UTF-16 with the mark.';
const UTF_32 = 'This file seems to be in UTF-32. Nothing of it is read: save it in UTF-8.';
const BINARY = 'This is not a text: it contains binary data.';

/** Reads bytes as UTF-8, or as UTF-16 where they begin with its byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const startsWith = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  // The mark of UTF-32 in little endian begins with that of UTF-16.
  if (startsWith(0xff, 0xfe, 0, 0) || startsWith(0, 0, 0xfe, 0xff)) return { fault: UTF_32 };
  if (startsWith(0xff, 0xfe)) return decodeAs('utf-16le', bytes) ?? { fault: DAMAGED_UTF_16 };
  if (startsWith(0xfe, 0xff)) return decodeAs('utf-16be', bytes) ?? { fault: DAMAGED_UTF_16 };
  if (looksLikeUtf16(bytes)) return { fault: UNMARKED_UTF_16 };
  return decodeAs('utf-8', bytes) ?? { fault: whyNotUtf8(bytes) };
}

/** A text with its byte order mark in the encoding that it was read in. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** Undefined where some bytes are not of that encoding. */
function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** So many bytes tell how a file is encoded. */
const SAMPLE = 4096;

/** True for text of Latin letters in UTF-16: every other byte of it is 0. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  if (bytes.length % 2 === 1 || sample.length < 2) return false;
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [fewer, more] = zeros.sort((a, b) => a - b) as [number, number];
  return fewer === 0 && more > sample.length / 4;
}

function whyNotUtf8(bytes: Uint8Array): string {
  if (bytes.includes(0)) return BINARY;
  const text = new TextDecoder().decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return beyondAscii > 2 * wrong ? DAMAGED_UTF_8 : EIGHT_BIT;
}
