import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type CustomFontsOptions, initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FILES, missingFromFont } from '../core/diagram/files/png-font.ts';
import { Failure, reasonOf } from './failure.ts';

/** 10,000 pixels by as many. The renderer takes up to ten bytes for each: machines that build have little memory. */
const MOST_PIXELS = 1e8;

export interface PngOptions {
  /** Pixels for one of the picture. */
  readonly scale: number;
  /** Files of fonts for characters that the built-in one lacks. */
  readonly fonts: readonly string[];
}

export interface Png {
  readonly data: Uint8Array;
  /** The characters that no font at hand has, each once: the picture has holes in their place. */
  readonly missing: readonly string[];
}

/**
 * The text of an SVG file as a PNG file, drawn with a font of our own: the same on every machine.
 * @throws Failure where it would be too large, or a font cannot be read
 */
export async function toPng(svg: string, { scale, fonts }: PngOptions): Promise<Png> {
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
  const font = { fontBuffers, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' };
  const data = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng();
  return { data, missing: undrawn(missingFromFont(svg.replace(/<[^>]*>/g, '')), font) };
}

/** Those of some characters that are drawn as nothing. */
function undrawn(characters: readonly string[], font: CustomFontsOptions): string[] {
  if (characters.length === 0) return [];
  const texts = characters.map((character, i) => `<text id="c${i}" y="9" font-size="9">${character}</text>`);
  const probe = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${texts.join('')}</svg>`;
  // Text comes back as outlines, and what has none not at all.
  const outlines = new Resvg(probe, { font }).toString();
  return characters.filter((_, i) => !outlines.includes(`id="c${i}"`));
}

/** The build puts what is too large for the bundle beside it. */
const bundled = (file: string): string => join(__dirname, file);

/** Width and height of a picture of ours. */
export function sizeOf(svg: string): [number, number] {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  return [Number(width), Number(height)];
}
