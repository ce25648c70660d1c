import { inflateSync } from 'node:zlib';

/** A PNG file as read: rows of pixels, four bytes each. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity at a place, 0 to 255. */
  at(x: number, y: number): readonly [number, number, number, number];
}

const SIGNATURE = '89504e470d0a1a0a';

/** Reads a PNG file of 8 bits a channel, with or without opacity; throws at any other. */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes);
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('It does not begin as a PNG file does.');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`Depth ${depth} and colour type ${kind}`);
  const size = kind === 6 ? 4 : 3;
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width * size, height, size);
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * size;
      return [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!, size === 4 ? pixels[from + 3]! : 255];
    },
  };
}

/** Each row says how its bytes differ from those to the left and above. */
function unfiltered(raw: Buffer, row: number, rows: number, size: number): Buffer {
  const result = Buffer.alloc(row * rows);
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x >= size ? result[y * row + x - size]! : 0;
      const up = y > 0 ? result[(y - 1) * row + x]! : 0;
      const corner = x >= size && y > 0 ? result[(y - 1) * row + x - size]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter!]!;
      result[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess;
    }
  }
  return result;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** How many pixels of a part of a picture are darker than a middle grey: its text, mostly. */
export function darkPixels({ at }: Png, left: number, top: number, width: number, height: number): number {
  let dark = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) if (at(x, y)[0] + at(x, y)[1] + at(x, y)[2] < 384) dark++;
  }
  return dark;
}
