/** A file to be read: its name tells of its format, and its bytes come in parts, so that a long one is never whole in memory. */
export interface FileSource {
  readonly name: string;
  readonly size: number;
  /** Reads it from its beginning, each time it is called. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Thrown where nothing of a file can be read: its message is a sentence with what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** What is read whole is no longer than this: workbooks and drawings are shorter by far. */
const MOST_BYTES = 256 * 1024 * 1024;

/** All bytes of a file that has to be read at once. */
export async function bytesOf(source: FileSource): Promise<Uint8Array> {
  if (source.size > MOST_BYTES) {
    throw new Unreadable(
      `It has ${Math.round(source.size / 1024 / 1024)} MB, and files of its format are read up to 256 MB: export it as CSV, or in parts.`,
    );
  }
  const bytes = new Uint8Array(source.size);
  let length = 0;
  for await (const chunk of source.chunks()) {
    const part = chunk.subarray(0, bytes.length - length);
    bytes.set(part, length);
    length += part.length;
  }
  return bytes.subarray(0, length);
}

/** The first bytes of a file, or all of a short one. */
export async function headOf(source: FileSource, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(length, source.size));
  let filled = 0;
  for await (const chunk of source.chunks()) {
    const part = chunk.subarray(0, bytes.length - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === bytes.length) break;
  }
  return bytes.subarray(0, filled);
}
