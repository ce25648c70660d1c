import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../scripts/editor-host.mjs';
import { zones } from '../support/cli.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/water-treatment');
const browserPath = findChromium();

test.skipIf(!browserPath)(
  `on paper headings stay with what follows, and tables repeat their heads ${browserPath ? '' : '(no Chromium: apt-get install chromium, or set CHROMIUM)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zones-print-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await zones(['report', EXAMPLE, '--as-of', '2026-11-24', '-o', 'crs.html'], folder);
    const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'crs.html')).href);

    /** How a property is computed for all that a selector finds, each value once. */
    const computed = (selector: string, property: string): Promise<string[]> =>
      page.evaluate(
        ([wanted, name]) => {
          const values = [...document.querySelectorAll(wanted!)].map((each) =>
            getComputedStyle(each).getPropertyValue(name!),
          );
          return [...new Set(values)];
        },
        [selector, property],
      );
    const heads = 'main section h2, main section h3, main section caption, main section .zcr';
    // On a screen there are no pages: what follows shows that the sheet for paper says it.
    expect(await computed(heads, 'break-after')).toEqual(['auto']);

    await page.emulateMedia({ media: 'print' });
    expect(await computed(heads, 'break-after')).toEqual(['avoid']);
    expect(await computed('.lack:not(:last-child)', 'break-after')).toEqual(['avoid']);
    expect(await computed('tbody tr:first-child, tbody tr:nth-child(2)', 'break-before')).toEqual(['avoid']);
    expect(await computed('tr, figure', 'break-inside')).toEqual(['avoid']);
    expect(await computed('thead', 'display')).toEqual(['table-header-group']);
    expect(await computed('section.wide', 'page')).toEqual(['wide']);
    expect(await computed('section.model', 'display')).toEqual(['none']);
  },
);
