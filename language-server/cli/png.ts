import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FILES } from '../core/diagram/files/png-font.ts';
import { Failure, reasonOf } from './failure.ts';

/** What the renderer can hold: 16,384 pixels by as many. */
const MOST_PIXELS = 2 ** 28;

export interface PngOptions {
  /** Pixels for one of the picture. */
  readonly scale: number;
  /** Files of fonts for characters that the built-in one lacks. */
  readonly fonts: readonly string[];
}

/**
 * The text of an SVG file as a PNG file, drawn with a font of our own: the same on every machine.
 * @throws Failure where it would be too large, or a font cannot be read
 */
export async function toPng(svg: string, { scale, fonts }: PngOptions): Promise<Uint8Array> {
  const [width, height] = sizeOf(svg).map((length) => Math.round(length * scale)) as [number, number];
  if (width * height > MOST_PIXELS) {
    throw new Failure(
      `The picture would have ${width} × ${height} pixels, more than a PNG file can be made with. ` +
        'Use a smaller --scale, draw one --zone, or write an .svg.',
    );
  }
  const own = FONT_FILES.map((file) => readFile(bundled(file)));
  const others = fonts.map((file) =>
    readFile(file).catch((error: unknown) => {
      throw new Failure(`Cannot read the font '${file}': ${reasonOf(error)}. Name a .ttf, .otf or .woff2 file.`);
    }),
  );
  const fontBuffers = await Promise.all([...own, ...others]);
  await initWasm(await promisify(brotliDecompress)(await readFile(bundled('resvg.wasm.br'))));
  const options = {
    font: { fontBuffers, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
    fitTo: { mode: 'zoom', value: scale },
  } as const;
  return new Resvg(svg, options).render().asPng();
}

/** The build puts what is too large for the bundle beside it. */
const bundled = (file: string): string => join(__dirname, file);

/** Width and height of a picture of ours. */
export function sizeOf(svg: string): [number, number] {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  return [Number(width), Number(height)];
}
