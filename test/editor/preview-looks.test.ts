import { join } from 'node:path';
import { expect } from 'vitest';
import { plant } from '../../bench/support/models.ts';
import { PALETTES, type Theme } from '../../language-server/core/diagram/drawing/theme.ts';
import { waterWorks } from './support/models.ts';
import { artefacts } from './support/server.ts';
import { openFile, runCommand, useBrowser, webview, workbenchTest, writeInto } from './support/workbench.ts';

useBrowser();

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['hc-light', 'Default High Contrast Light'],
  ['hc-dark', 'Default High Contrast'],
];

const generated = (files: number, perFile: number): Record<string, string> =>
  Object.fromEntries(plant(files, perFile).map(({ name, text }) => [name, text]));

/** Zones, the files that declare them, and the file to open. */
const MODELS: readonly (readonly [number, Record<string, string>, string])[] = [
  [3, { ...waterWorks }, 'water.zones'],
  [30, generated(8, 60), 'area-0001.zones'],
  [300, generated(75, 60), 'area-0001.zones'],
];

for (const [count, files, file] of MODELS) {
  workbenchTest(`a picture of ${count} zones can be read in every theme`, files, async (workbench) => {
    const { page, folder } = workbench;
    await openFile(workbench, file);
    await runCommand(workbench, 'Zones: Open Preview to the Side');
    const view = webview(workbench);
    await view.locator('.z-zone').first().waitFor();
    expect(Number.parseInt((await view.locator('button.scale').textContent()) ?? '', 10)).toBeGreaterThanOrEqual(40);

    for (const [theme, name] of THEMES) {
      writeInto(folder, '.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': name }));
      const fill = () =>
        view
          .locator('.z-card')
          .first()
          .evaluate((card) => getComputedStyle(card).fill);
      await expect.poll(fill, { timeout: 20_000 }).toBe(rgb(PALETTES[theme].card));
      await page.screenshot({ path: join(artefacts, `${count}-zones-${theme}.png`) });
    }

    // With the fonts that are really there, no text leaves its box; from afar the titles of assets are not drawn.
    await view.getByRole('button', { name: 'Actual size' }).click();
    const outside = await view.locator('svg.zones-picture').evaluate((svg) =>
      [...svg.querySelectorAll<SVGGElement>('.z-zone, .z-asset')].flatMap((part) => {
        const box = part.querySelector<SVGRectElement>('rect:not(.z-behind)')!.getBBox();
        return [...part.querySelectorAll('text')].flatMap((text) => {
          const { x, width } = text.getBBox();
          return x < box.x - 0.5 || x + width > box.x + box.width + 0.5 ? [text.textContent] : [];
        });
      }),
    );
    expect(outside).toEqual([]);
  });
}

workbenchTest('of a large picture only what is in sight is in the page', generated(75, 60), async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'area-0001.zones');
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const view = webview(workbench);
  await view.getByLabel('Levels of zones that are open').selectOption({ label: 'All open' });
  await view.locator('.z-asset').first().waitFor();
  const zones = view.locator('.z-zone');
  const [middle, last] = ['area-40', 'area-74'].map((id) => view.locator(`[data-id="${id}"]`));
  await view.getByRole('button', { name: 'Actual size' }).click();
  await expect.poll(() => zones.count(), { timeout: 20_000 }).toBeLessThan(100);
  expect(await last!.count()).toBe(0);

  // The keyboard and the search go to what is out of sight all the same.
  await view.locator('svg.zones-picture [tabindex="0"]').focus();
  const focused = () => view.locator('svg.zones-picture :focus').getAttribute('data-id');
  await page.keyboard.press('End');
  expect(await focused()).toMatch(/^up-\d+$/);
  while (!(await focused())?.startsWith('area-74.')) await page.keyboard.press('ArrowUp');
  await expect.poll(() => last!.count(), { timeout: 20_000 }).toBe(1);
  expect(await middle!.count()).toBe(0);
  await view.getByRole('combobox', { name: 'Search the picture' }).fill('area-40');
  await view.locator('.search [role="option"]').filter({ hasText: 'Area 40' }).first().click();
  await expect.poll(() => middle!.count(), { timeout: 20_000 }).toBe(1);
  expect(await zones.count()).toBeLessThan(100);

  // The list may lie over the bar's second line until the keyboard leaves it.
  await page.keyboard.press('Tab');
  await view.getByRole('button', { name: 'Fit the whole picture' }).click();
  await expect.poll(() => zones.count(), { timeout: 20_000 }).toBe(74 * 4 + 2);
});

/** A colour as the browser tells it. */
function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}
