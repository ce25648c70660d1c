import { bytesOf, type FileSource, Unreadable } from './source.ts';

/** The encodings of the lists that people have: those of today, and that of an old Excel in Western Europe. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes tell how a file is encoded, but for a letter of Windows-1252 that comes later. */
const SAMPLE = 4096;

/** How the text of a file is encoded. @throws Unreadable for what is no text */
export async function encodingOf(source: FileSource, head: Uint8Array): Promise<TextEncoding> {
  const startsWith = (...mark: number[]) => mark.every((byte, i) => head[i] === byte);
  // The mark of UTF-32 begins as that of UTF-16 does.
  if (startsWith(0xff, 0xfe, 0, 0) || startsWith(0, 0, 0xfe, 0xff)) {
    throw new Unreadable('Its text is encoded as UTF-32. Save it as UTF-8.');
  }
  if (startsWith(0xff, 0xfe) || zerosAt(head, 1)) return 'utf-16le';
  if (startsWith(0xfe, 0xff) || zerosAt(head, 0)) return 'utf-16be';
  if (head.includes(0)) {
    throw new Unreadable('It is not a text: it contains binary data. Export it as CSV or XLSX.');
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source.chunks()) decoder.decode(chunk, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** True where nearly every other byte is 0, as in UTF-16 with Latin letters. */
function zerosAt(head: Uint8Array, odd: 0 | 1): boolean {
  const sample = head.subarray(0, Math.min(SAMPLE, head.length) & ~1);
  let [here, there] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === odd) here++;
    else there++;
  });
  return sample.length >= 4 && there === 0 && here > sample.length / 4;
}

/** The text of a file, part by part, without its byte order mark. */
export async function* textOf(source: FileSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The whole text of a file of a format that is read at once. */
export async function wholeText(source: FileSource): Promise<string> {
  const bytes = await bytesOf(source);
  return new TextDecoder(await encodingOf(source, bytes.subarray(0, SAMPLE))).decode(bytes);
}
