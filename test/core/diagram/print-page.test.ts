import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { printPage } from '../../../language-server/core/diagram/files/print-page.ts';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import { randomModel } from './random-model.ts';

const svg = (width: number, height: number) => `<svg xmlns="x" width="${width}" height="${height}"></svg>\n`;

test.each([
  [800, 600, 'landscape'],
  [600, 800, 'portrait'],
])('a picture of %i × %i is printed %s', (width, height, orientation) => {
  expect(printPage(svg(width, height), 'Plant').html).toContain(`@page { size: ${orientation};`);
});

test('prints itself, has the whole picture, and loads nothing', () => {
  const picture = toSvg(randomModel(3, { zones: 12, assets: 3, conduits: 1 }), { theme: 'light' });
  const { html: page } = printPage(picture, '<b>Plant & co</b>');
  expect(page).toContain(picture);
  expect(page).toContain('<title>&lt;b&gt;Plant &amp; co&lt;/b&gt;</title>');
  expect(page).toContain('window.print()');
  expect(page.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|href=|src=|@import/);
});

test('its policy lets its own script run, and no other', () => {
  const { html, policy } = printPage(svg(8, 6), 'Plant');
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);
  expect(scripts).toHaveLength(1);
  const hash = createHash('sha256').update(scripts[0]!).digest('base64');
  expect(policy).toContain(`script-src 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none'");
});
