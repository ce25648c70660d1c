import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { waterWorks } from './support/models.ts';
import { openFile, runCommand, useBrowser, workbenchTest } from './support/workbench.ts';

useBrowser();

const patience = { timeout: 30_000 };

/** Chooses a format, and where it goes. */
async function exportTo(page: Page, format: string, proposed: RegExp, path: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('input[placeholder="Format"]').fill(format);
  await widget.locator('.monaco-list-row').filter({ hasText: format }).first().click();
  const input = widget.locator('input').first();
  await expect.poll(() => input.inputValue()).toMatch(proposed);
  await input.fill(path);
  await page.keyboard.press('Enter');
}

workbenchTest('a model is exported for other tools', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  await openFile(workbench, 'water.zones');

  await runCommand(workbench, 'Zones: Export Model…');
  await exportTo(page, 'Excel workbook', /water\.xlsx$/, join(folder, 'plant.xlsx'));
  await page.getByText('Saved plant.xlsx.').waitFor(patience);
  const { sheets } = await readXlsx(readFileSync(join(folder, 'plant.xlsx')));
  expect(sheets.map(({ name }) => name)).toContain('Posture');

  await runCommand(workbench, 'Zones: Export Model…');
  await exportTo(page, 'draw.io', /water-drawio\.drawio$/, join(folder, 'plant.drawio'));
  await page.getByText('Saved plant.drawio.').waitFor(patience);
  expect(readFileSync(join(folder, 'plant.drawio'), 'utf8')).toContain('zones-sl-t=');

  await runCommand(workbench, 'Zones: Export Model…');
  await exportTo(page, 'CSV tables', /^\/.*\/$/, `${folder}/`);
  const tables = () => readdirSync(folder).filter((name) => name.endsWith('.csv'));
  await expect.poll(tables, patience).toHaveLength(5);
});
