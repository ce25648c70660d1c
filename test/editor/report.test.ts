import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { plant } from '../../bench/support/models.ts';
import { faultsOf, inEachTheme } from './support/for-everybody.ts';
import { lineOf, waterWorks } from './support/models.ts';
import { artefacts } from './support/server.ts';
import {
  cursorLine,
  openFile,
  runCommand,
  useBrowser,
  webview,
  workbenchTest,
  writeInto,
} from './support/workbench.ts';

useBrowser();

/** A large report is made in seconds. */
const patience = { timeout: 60_000 };

workbenchTest('the report follows the text and leads to it', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Show Report');
  const view = webview(workbench);
  await view.getByRole('heading', { name: 'Water works', level: 1 }).waitFor();
  await page.screenshot({ path: join(artefacts, 'report-cover.png') });

  const records = view.locator('section#zone-records');
  await view.getByRole('link', { name: '10 Zone records' }).click();
  await records.getByRole('link', { name: 'Industrial DMZ (dmz)' }).first().click();
  await page.locator('.tab.active').filter({ hasText: 'dmz.zones' }).waitFor();
  await expect.poll(() => cursorLine(page)).toBe(lineOf(waterWorks['dmz.zones'], 'zone dmz'));
  await page.screenshot({ path: join(artefacts, 'report-records.png') });

  const changed = waterWorks['dmz.zones'].replace('"Industrial DMZ"', '"Demilitarised zone"');
  writeInto(folder, 'dmz.zones', changed);
  await records.getByRole('heading', { name: 'Demilitarised zone (dmz)' }).waitFor();
});

workbenchTest('the report is sound for everybody in every theme', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Show Report');
  const view = webview(workbench);
  await view.getByRole('link', { name: '13 Statement of applicability' }).click();
  await inEachTheme(workbench, view, async (name) => {
    expect(await faultsOf(page), name).toEqual([]);
    await page.screenshot({ path: join(artefacts, `report-${name.replace(/\W+/g, '-')}.png`) });
  });
});

workbenchTest('the report is exported as files', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  await openFile(workbench, 'water.zones');
  for (const [format, file] of [
    ['HTML', 'report.html'],
    ['Markdown', 'report.md'],
    ['Word', 'report.docx'],
  ] as const) {
    await runCommand(workbench, 'Zones: Export Report…');
    const widget = page.locator('.quick-input-widget');
    await widget.locator('.monaco-list-row').filter({ hasText: format }).first().click();
    await widget.locator('.quick-input-title').getByText('Export Report').waitFor();
    const input = widget.locator('input').first();
    await expect.poll(() => input.inputValue()).toMatch(/report\.\w+$/);
    await input.fill(join(folder, file));
    await page.keyboard.press('Enter');
    await page.getByText(`Saved ${file}.`).waitFor();
    expect(readFileSync(join(folder, file), 'latin1')).toMatch(/Water works|^PK/);
  }
  expect(existsSync(join(folder, 'report-pictures', 'figure-1.svg'))).toBe(true);
});

workbenchTest(
  'the report of a large plant is made anew when it is asked for',
  Object.fromEntries(plant(40, 20).map(({ name, text }) => [name, text])),
  async (workbench) => {
    const { page, folder } = workbench;
    await openFile(workbench, 'area-0001.zones');
    await runCommand(workbench, 'Zones: Show Report');
    const view = webview(workbench);
    await view.getByRole('link', { name: '13 Statement of applicability' }).click(patience);
    await page.screenshot({ path: join(artefacts, 'report-300.png') });
    expect(await view.getByText('The model has changed').isVisible()).toBe(false);
    const file = join(folder, 'area-0001.zones');
    writeInto(folder, 'area-0001.zones', `${readFileSync(file, 'utf8')}\nzone added "Added later"\n`);
    await view.getByText('The model has changed since this report was made.').waitFor();
    await view.getByRole('button', { name: 'Update' }).click();
    await view.locator('#zone-records').getByRole('heading', { name: 'Added later (added)' }).waitFor(patience);
  },
);
