import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Png, readPng } from '../support/png.ts';
import { lineOf, waterWorks } from './support/models.ts';
import { openFile, runCommand, useBrowser, type Workbench, webview, workbenchTest } from './support/workbench.ts';

useBrowser();
const patience = { timeout: 20_000 };

/** What `zones diagram` writes for the model in a folder. */
function drawn(folder: string, file: string, ...args: string[]): Buffer {
  const { stderr } = spawnSync(
    'node',
    [join(import.meta.dirname, '../../dist/cli.cjs'), 'diagram', '-o', file, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  return readFileSync(join(folder, file));
}

/** Chooses a row of the quick pick that is open. */
async function pick(page: Page, placeholder: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator(`input[placeholder="${placeholder}"]`).waitFor();
  await widget.locator('.monaco-list-row').filter({ hasText: label }).first().click();
}

/** Exports with these choices into a file of the folder; answers its bytes. */
async function exported(workbench: Workbench, format: string, part: string, file: string): Promise<Buffer> {
  const { page, folder } = workbench;
  await runCommand(workbench, 'Zones: Export Diagram');
  await pick(page, 'Format', format);
  await pick(page, 'Part of the picture', part);
  await page.locator('.quick-input-title').getByText('Export Diagram').waitFor();
  const input = page.locator('.quick-input-widget input').first();
  await expect.poll(() => input.inputValue(), patience).toMatch(/\.(svg|png)$/);
  await input.fill(join(folder, file));
  await page.keyboard.press('Enter');
  const path = join(folder, file);
  await expect.poll(() => existsSync(path) && readFileSync(path).length > 0, patience).toBe(true);
  return readFileSync(path);
}

/** The part of the pixels in which two pictures differ so much that one sees it. */
function difference(a: Png, b: Png): number {
  let different = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const [one, other] = [a.at(x, y), b.at(x, y)];
      if (one.some((value, i) => Math.abs(value - other[i]!) > 96)) different++;
    }
  }
  return different / (a.width * a.height);
}

workbenchTest(
  'a picture goes whole or in part into files, onto the clipboard and to print',
  waterWorks,
  async (workbench) => {
    const { page, folder } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFile(workbench, 'water.zones');
    await runCommand(workbench, 'Zones: Open Preview to the Side');
    const view = webview(workbench);
    await view.locator('.z-zone').first().waitFor();

    // SVG: letter for letter what the command line writes.
    const svg = (await exported(workbench, 'SVG', 'Whole picture', 'whole.svg')).toString();
    expect(svg).toBe(drawn(folder, 'cli.svg').toString());
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number];

    // PNG: what the command line draws, but for the edges of letters and lines; in each size.
    const pngs = new Map<number, Png>();
    for (const scale of [1, 2, 3]) {
      const png = readPng(await exported(workbench, `PNG ${scale}×`, 'Whole picture', `page-${scale}.png`));
      expect([png.width, png.height]).toEqual([scale * width, scale * height]);
      pngs.set(scale, png);
    }
    const same = readPng(drawn(folder, 'cli.png'));
    expect([same.width, same.height]).toEqual([2 * width, 2 * height]);
    expect(difference(pngs.get(2)!, same)).toBeLessThan(0.004);

    // One zone: the zone of the editor's cursor or of the last click comes first.
    await view.locator('[data-id="control.cell-1"]').getByText('Filter train').click();
    // The text follows, and takes the focus from a menu that is opened before.
    const line = page.locator('.monaco-editor .line-numbers.active-line-number').first();
    const declared = String(lineOf(waterWorks['water.zones'], 'zone cell-1'));
    await expect.poll(() => line.textContent(), patience).toBe(declared);
    const zone = await exported(workbench, 'SVG', 'control.cell-1 · chosen', 'zone.svg');
    expect(zone.toString()).toBe(drawn(folder, 'cli-zone.svg', '--zone', 'control.cell-1').toString());

    // What is in view, after looking closer.
    await view.locator('svg.zones-picture').hover();
    const titles = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text!);
    for (let i = 0; i < 4; i++) await view.getByRole('button', { name: 'Zoom in' }).click();
    const part = (await exported(workbench, 'SVG', 'What is in view', 'part.svg')).toString();
    const shown = titles.filter((title) => part.includes(`>${title}<`));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(titles.length);

    // The clipboard has the whole picture at twice its size.
    await view.getByRole('button', { name: 'Copy as an image' }).click();
    await view.getByText('The picture is on the clipboard.').waitFor();
    const bytes = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return [...new Uint8Array(await (await item!.getType('image/png')).arrayBuffer())];
    });
    const copied = readPng(Uint8Array.from(bytes));
    expect([copied.width, copied.height]).toEqual([2 * width, 2 * height]);

    // Print: a page of its own, which asks for the printer and fits one sheet.
    await page.context().addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await view.getByRole('button', { name: 'Print from the browser' }).click();
    const opened = page.context().waitForEvent('page', patience);
    await pick(page, 'Part of the picture', 'Whole picture');
    const printed = await opened;
    await printed.locator('html[data-printed] text', { hasText: 'Filter PLC' }).waitFor();
    const pdf = (await printed.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await printed.close();
  },
);

workbenchTest('a search for a control tells what misses, meets and names it', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'dmz.zones');
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const view = webview(workbench);
  await view.locator('.z-zone').first().waitFor();
  await view.getByRole('combobox', { name: 'Search the picture' }).fill('sr-1.1');
  await view.locator('.search .rest').getByText('missed by 2, met by 0').waitFor();
  const found = view.locator('.search [role="option"]');
  await expect
    .poll(() => found.allTextContents(), patience)
    .toEqual(['Control zonemisses SR 1.1', 'Filter trainmisses SR 1.1']);
  await view.getByRole('combobox', { name: 'Search the picture' }).fill('SR 5.1');
  await expect.poll(() => found.allTextContents(), patience).toContain('Industrial DMZmeets SR 5.1: implemented');
  await expect.poll(() => view.locator('.z-zone.z-dim').count(), patience).toBe(2);
  await page.keyboard.press('ArrowDown');
  await view.locator('[data-id="dmz"].z-selected').first().waitFor();
});
