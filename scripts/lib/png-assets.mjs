/**
 * What PNG pictures are made with, in a form fit for shipping: the font cut down to the characters it is used for, and
 * the renderer packed more tightly than a zip file would. Made once for each version of the packages: it takes seconds.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import subsetFont from 'subset-font';
import { FONT_FILES, FONT_RANGES } from '../../language-server/core/diagram/files/png-font.ts';
import { root } from './process.mjs';

const modules = join(root, 'node_modules');
const folder = join(root, 'out', 'png');
const renderer = 'resvg.wasm.br';
const weights = ['400Regular', '700Bold'];

/**
 * Copies the files into a folder, after making them where they are missing or old.
 * @param {string} target
 */
export async function copyPngAssets(target) {
  const versions = ['@resvg/resvg-wasm', '@expo-google-fonts/arimo', 'subset-font'].map(
    (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version,
  );
  const recipe = JSON.stringify({ versions, FONT_RANGES });
  const stamp = join(folder, 'recipe.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== recipe) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await make();
    writeFileSync(stamp, recipe);
  }
  mkdirSync(target, { recursive: true });
  for (const file of [...FONT_FILES, renderer]) copyFileSync(join(folder, file), join(target, file));
}

async function make() {
  const text = FONT_RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  ).join('');
  for (const [i, weight] of weights.entries()) {
    const font = readFileSync(join(modules, '@expo-google-fonts/arimo', weight, `Arimo_${weight}.ttf`));
    writeFileSync(join(folder, FONT_FILES[i] ?? ''), await subsetFont(font, text, { targetFormat: 'woff2' }));
  }
  const wasm = readFileSync(join(modules, '@resvg/resvg-wasm/index_bg.wasm'));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length };
  writeFileSync(join(folder, renderer), brotliCompressSync(wasm, { params }));
}
