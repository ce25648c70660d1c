import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { waterWorks } from './support/models.ts';
import { artefacts } from './support/server.ts';
import { openFile, runCommand, useBrowser, type Workbench, workbenchTest, writeInto } from './support/workbench.ts';

useBrowser();

const LIST = `Gerätename;Gerätetyp;Hersteller;IPv4-Adresse;Zone;Farbe
scada-1;;Siemens;10.1.2.5;Control zone;rot
Pumpen-SPS 3;SPS;Siemens;10.1.1.5;Filter train;blau
Bedienpanel Süd;HMI;Siemens;10.1.1.300;Filter train;rot
`;

const widgetOf = (page: Page): Locator => page.locator('.quick-input-widget');
const rowOf = (page: Page, text: string): Locator =>
  widgetOf(page).locator('.monaco-list-row').filter({ hasText: text });
const titleOf = (page: Page, text: string): Locator => widgetOf(page).locator('.quick-input-title').getByText(text);

/** Asks for an import, and chooses the file in the dialog. */
async function importFile(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await runCommand(workbench, 'Zones: Import…');
  await titleOf(page, 'Import into a Model').waitFor();
  await rowOf(page, name).click();
}

async function takeFor(page: Page, column: string, meaning: string): Promise<void> {
  await titleOf(page, 'Columns of the File').waitFor();
  await rowOf(page, column).click();
  await titleOf(page, `What '${column}' Means`).waitFor();
  await page.keyboard.type(meaning);
  await rowOf(page, meaning).first().click();
}

async function goOn(page: Page): Promise<void> {
  await titleOf(page, 'Columns of the File').waitFor();
  await rowOf(page, 'Continue').click();
  await titleOf(page, 'Import What Is Shown?').waitFor();
}

/** Reads in full what was left out. */
async function readNotes(page: Page, text: RegExp): Promise<void> {
  await rowOf(page, 'Left Out or Different (1)').click();
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(text).waitFor();
  await page.screenshot({ path: join(artefacts, 'import-notes.png') });
  await dialog.getByRole('button', { name: 'OK' }).click();
}

const previewTab = (page: Page): Locator => page.locator('.tab').filter({ hasText: 'Import: What Would Change' });
const modelTab = (page: Page): Locator => page.locator('.tab.active[data-resource-name="water.zones"]');
const stateOf = (folder: string): string => readFileSync(join(folder, 'water.zones'), 'utf8');

workbenchTest('a list is imported as it was shown, and one undo takes it back', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  writeInto(folder, 'anlage.csv', LIST);
  await openFile(workbench, 'water.zones');
  await importFile(workbench, 'anlage.csv');

  await titleOf(page, 'Columns of the File').waitFor();
  await rowOf(page, 'Gerätename').getByText('such as scada-1').waitFor();
  await rowOf(page, 'Farbe').getByText('not understood: left out').waitFor();
  await rowOf(page, 'Hersteller').click();
  await titleOf(page, "What 'Hersteller' Means").waitFor();
  await page.keyboard.press('Escape');
  await titleOf(page, 'Columns of the File').waitFor();
  await takeFor(page, 'Hersteller', 'Supplier');
  await rowOf(page, 'Hersteller').getByText('supplier').waitFor();
  await page.screenshot({ path: join(artefacts, 'import-columns.png') });

  await goOn(page);
  await previewTab(page).waitFor();
  await page.locator('.diff-editor-widget, .monaco-diff-editor').getByText('pumpen-sps-3').first().waitFor();
  await rowOf(page, '2 assets new, 2 values filled').waitFor();
  await page.screenshot({ path: join(artefacts, 'import-preview.png') });
  await readNotes(page, /Row 4: '10\.1\.1\.300' in column 'IPv4-Adresse' is no address, and was left out\./);
  await titleOf(page, 'Import What Is Shown?').waitFor();
  expect(stateOf(folder)).toBe(waterWorks['water.zones']);
  await rowOf(page, '2 assets new').click();
  await page.getByText('Imported: 2 assets new, 2 values filled.').waitFor();
  await modelTab(page).waitFor();
  expect(await previewTab(page).count()).toBe(0);

  const imported = async () => {
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    return stateOf(folder);
  };
  const after = await imported();
  expect(after).toContain('asset pumpen-sps-3 "Pumpen-SPS 3" : plc { address "10.1.1.5"  supplier "Siemens" }');
  expect(after).toContain('asset bedienpanel-sued "Bedienpanel Süd" : hmi-panel');

  await importFile(workbench, 'anlage.csv');
  await takeFor(page, 'Hersteller', 'Supplier');
  await rowOf(page, 'Continue').click();
  await titleOf(page, 'Nothing to Import').waitFor();
  await rowOf(page, 'The models already say all that was read').waitFor();
  await page.screenshot({ path: join(artefacts, 'import-nothing.png') });
  await readNotes(page, /'10\.1\.1\.300'/);
  await rowOf(page, 'Close').click();
  expect(stateOf(folder)).toBe(after);

  await page.locator('.editor-instance .view-line').first().click();
  await page.keyboard.press('Control+z');
  expect(await imported()).toBe(waterWorks['water.zones']);
});

workbenchTest('an import that is given up at any step changes nothing', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  writeInto(folder, 'anlage.csv', LIST);
  await openFile(workbench, 'water.zones');

  await runCommand(workbench, 'Zones: Import…');
  await titleOf(page, 'Import into a Model').waitFor();
  await page.keyboard.press('Escape');
  await widgetOf(page).waitFor({ state: 'hidden' });

  await importFile(workbench, 'anlage.csv');
  await titleOf(page, 'Columns of the File').waitFor();
  await page.keyboard.press('Escape');
  await widgetOf(page).waitFor({ state: 'hidden' });

  for (const giveUp of [() => page.keyboard.press('Escape'), () => rowOf(page, 'Cancel').click()]) {
    await importFile(workbench, 'anlage.csv');
    await goOn(page);
    await giveUp();
    await widgetOf(page).waitFor({ state: 'hidden' });
    await expect.poll(() => previewTab(page).count()).toBe(0);
  }
  await modelTab(page).waitFor();
  expect(await page.locator('.tab.dirty').count()).toBe(0);
  expect(stateOf(folder)).toBe(waterWorks['water.zones']);
});

workbenchTest('a file that cannot be imported is refused with its name and why', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  await openFile(workbench, 'water.zones');
  const workbook = readFileSync(join(import.meta.dirname, '../import/capture-workbook.xlsx'));
  const bad: readonly (readonly [name: string, content: string | Uint8Array, why: string])[] = [
    ['leer.csv', '', 'It is empty.'],
    ['binaer.csv', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'it contains binary data'],
    ['halb.xlsx', workbook.subarray(0, workbook.length / 2), 'It is a damaged or incomplete workbook.'],
    ['kopf.csv', 'Name;IP\n', 'There are no rows below its header.'],
  ];
  for (const [name, content, why] of bad) {
    writeFileSync(join(folder, name), content);
    await importFile(workbench, name);
    // Notifications lie over nothing in a window that is tested: what is read out is their text.
    const told = page.locator('.monaco-alert').filter({ hasText: `'${name}' cannot be imported.` });
    await told.waitFor();
    expect(await told.innerText()).toContain(why);
  }
  expect(stateOf(folder)).toBe(waterWorks['water.zones']);
});
