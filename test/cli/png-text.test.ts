import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, expect, test } from 'vitest';
import { FONT_FILES, missingFromFont } from '../../language-server/core/diagram/files/png-font.ts';
import { textWidth } from '../../language-server/core/diagram/layout/text-width.ts';
import { CLI } from '../support/cli.ts';

const shipped = (file: string): Buffer => readFileSync(join(CLI, '..', file));

beforeAll(async () => {
  await initWasm(brotliDecompressSync(shipped('resvg.wasm.br')));
});

/** Width of a text as the shipped font draws it; undefined where nothing is drawn. */
function drawnWidth(text: string, size: number, weight: string): number | undefined {
  const content = `<text y="40" font-size="${size}" font-weight="${weight}">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60">${content}</svg>`;
  const font = { fontBuffers: FONT_FILES.map(shipped), defaultFontFamily: 'Arimo' };
  return new Resvg(svg, { font }).getBBox()?.width;
}

test.each([
  'Maintenance planning',
  'Riverside water treatment plant',
  'L3.5 SL-A 1 – 2, ×24',
  'Wäscherei, Größe Übergabestation',
  'Zażółć gęślą jaźń, çelik hattı',
  'Щит управления насосами',
  'Ελληνική μονάδα ύδρευσης',
  'תחנת שאיבה',
])('%s has the room that it needs, and not twice as much', (text) => {
  expect(missingFromFont(text)).toEqual([]);
  for (const [size, weight] of [
    [11, 'bold'],
    [12, 'normal'],
    [19, 'bold'],
  ] as const) {
    const width = drawnWidth(text, size, weight)!;
    const room = textWidth(text, size, weight === 'bold');
    expect(room).toBeGreaterThanOrEqual(width);
    expect(room).toBeLessThan(2 * width);
  }
});

test('what the font is said to lack is not drawn', () => {
  expect(missingFromFont('Pump \u6c34\u6e90 \u2699 \u6c34')).toEqual(['\u6c34', '\u6e90', '\u2699']);
  expect(drawnWidth('\u6c34\u6e90', 12, 'normal')).toBeUndefined();
});
