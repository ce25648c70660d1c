import { expect, test } from 'vitest';
import { toEmf } from '../../language-server/documents/emf.ts';

const picture = (content: string, view = '0 0 100 50') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="${view}" font-size="12">\n${content}\n</svg>\n`;

interface EmfRecord {
  readonly type: number;
  /** Its words of 32 bits behind type and length. */
  readonly words: readonly number[];
}

function recordsOf(bytes: Uint8Array): EmfRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: EmfRecord[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    expect(length % 4).toBe(0);
    expect(length).toBeGreaterThanOrEqual(8);
    const words = Array.from({ length: length / 4 - 2 }, (_, i) => view.getInt32(at + 8 + i * 4, true));
    records.push({ type: view.getUint32(at, true), words });
    at += length;
  }
  return records;
}

const typesOf = (content: string): number[] =>
  recordsOf(toEmf(picture(content)))
    .map(({ type }) => type)
    .slice(8, -1);

test('the header tells the size, and how much follows', () => {
  const bytes = toEmf(picture('<rect width="10" height="10" fill="#ff0000"/>'));
  const records = recordsOf(bytes);
  const [header] = records;
  expect(header!.type).toBe(1);
  expect(header!.words.slice(0, 4)).toEqual([0, 0, 100, 50]);
  // Hundredths of a millimetre, at 96 pixels an inch.
  expect(header!.words.slice(4, 8)).toEqual([0, 0, 2646, 1323]);
  expect(header!.words.slice(8, 12)).toEqual([0x464d4520, 0x10000, bytes.length, records.length]);
  expect(records.at(-1)!.type).toBe(14);
});

test('a shape is a path that is filled, drawn along, or both', () => {
  const [fill, stroke, both] = [62, 64, 63];
  expect(typesOf('<rect width="10" height="10" fill="#ff0000"/>').at(-1)).toBe(fill);
  expect(typesOf('<path d="M0 0L5 5" fill="none" stroke="#ff0000"/>').at(-1)).toBe(stroke);
  expect(typesOf('<circle cx="5" cy="5" r="4" fill="#00ff00" stroke="#ff0000"/>').at(-1)).toBe(both);
  expect(typesOf('<path d="M0 0L5 5" fill="none"/>')).toEqual([]);
});

test('curves and arcs are curves, and corners are round', () => {
  const [curve, line] = [5, 54];
  const count = (content: string, type: number) => typesOf(content).filter((each) => each === type).length;
  expect(count('<rect width="10" height="10" rx="2"/>', curve)).toBe(4);
  expect(count('<rect width="10" height="10"/>', curve)).toBe(0);
  expect(count('<path d="M0 0h4v4q1 1 2 2c1 1 2 2 3 3"/>', curve)).toBe(2);
  expect(count('<path d="M0 0h4v4q1 1 2 2c1 1 2 2 3 3"/>', line)).toBe(2);
});

test('what is moved stands where it is moved to, in twentieths of a pixel', () => {
  const move = recordsOf(toEmf(picture('<path d="M1 2h3" transform="translate(10 20)" stroke="#000000"/>'))).find(
    ({ type }) => type === 27,
  );
  expect(move!.words).toEqual([220, 440]);
});

test('text keeps its letters, whatever the script, and their widths', () => {
  const bytes = toEmf(picture('<text x="5" y="9" text-anchor="middle" fill="#010203">A &amp; Ж</text>'));
  const text = recordsOf(bytes).find(({ type }) => type === 84)!;
  const letters = text.words[9]!;
  expect(letters).toBe(5);
  const units = Array.from({ length: letters }, (_, i) => (text.words[17 + (i >> 1)]! >>> ((i % 2) * 16)) & 0xffff);
  expect(String.fromCharCode(...units)).toBe('A & Ж');
  const advances = text.words.slice(-letters);
  // A has two thirds of the size of the font, which is 12 pixels of 20 units.
  expect(advances[0]).toBe(Math.round(0.667 * 12 * 20));
  expect(recordsOf(bytes).find(({ type }) => type === 24)!.words).toEqual([0x030201]);
});

test('a part of a picture begins where it does', () => {
  const origin = recordsOf(toEmf(picture('<rect width="1" height="1"/>', '30 40 100 50'))).find(
    ({ type }) => type === 10,
  );
  expect(origin!.words).toEqual([600, 800]);
});

test.each([
  ['<image width="1" height="1"/>', 'A picture for documents has no <image>.'],
  ['<rect width="1" height="1" fill="url(#a)"/>', "A picture for documents has no colour 'url(#a)'."],
  ['<rect width="1" height="1" transform="scale(2)"/>', 'A picture for documents moves no <rect>.'],
])('%s is no part that could be missed', (content, message) => {
  expect(() => toEmf(picture(content))).toThrow(message);
});
