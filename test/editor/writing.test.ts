import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../scripts/lib/process.mjs';
import { columnOf, lineOf, waterWorks } from './support/models.ts';
import {
  applyQuickFix,
  cursorLine,
  editor,
  goTo,
  hover,
  openFile,
  problems,
  rename,
  runCommand,
  saved,
  squiggles,
  suggestions,
  typeAtEndOfLine,
  useBrowser,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();
const water = waterWorks['water.zones'];

workbenchTest('asset types and controls are completed', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await typeAtEndOfLine(workbench, lineOf(water, 'asset fw-1'), '\nasset hmi-1 : hmi-');
  const types = await suggestions(workbench);
  await types.filter({ hasText: 'hmi-panel' }).first().click();
  await page.keyboard.type('\nimplements SR 1.');
  const controls = await suggestions(workbench);
  await controls.filter({ hasText: 'SR 1.1' }).filter({ hasText: 'Human user identification' }).first().click();
  const text = await saved(workbench, 'water.zones');
  expect(text).toMatch(/asset hmi-1 : hmi-panel\n\s+implements SR 1\.1\n/);
});

workbenchTest(
  'completion leads from word to word, and offers nothing where nothing fits',
  waterWorks,
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'water.zones');
    await squiggles(page, 'warning').first().waitFor();
    await typeAtEndOfLine(workbench, lineOf(water, 'sl-t'), '\ncritic');
    const rows = await suggestions(workbench);
    await rows.filter({ hasText: 'How much depends on it' }).first().click();
    await rows.filter({ hasText: 'medium' }).first().click();
    await page.keyboard.type('\nown');
    const words = await suggestions(workbench);
    await words.filter({ hasText: 'Who is accountable' }).first().click();
    // Inside the quotes no word is offered, so Enter and Escape mean what they always do.
    await page.keyboard.type('zone City');
    await page.waitForTimeout(500);
    expect(await editor(page).locator('.suggest-widget.visible .monaco-list-row').count()).toBe(0);
    expect(await saved(workbench, 'water.zones')).toMatch(/\n {2}criticality medium\n {2}owner "zone City"\n/);
  },
);

workbenchTest('a snippet is offered where it fits and written with its block', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await typeAtEndOfLine(workbench, lineOf(water, 'asset fw-1'), '\nasset-d');
  await (await suggestions(workbench)).filter({ hasText: 'vendor, product' }).first().click();
  await page.keyboard.type('hmi-9');
  await page.keyboard.press('Escape');
  expect(await saved(workbench, 'water.zones')).toMatch(
    /\n {2}asset hmi-9 "Title" : scada-server \{\n {4}vendor "Vendor"/,
  );
});

workbenchTest('Enter ends a line whose last word is complete', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  const offered = editor(page).locator('.suggest-widget.visible .monaco-list-row');
  await typeAtEndOfLine(workbench, lineOf(water, 'asset fw-1'), '\nasset p-1 : plc');
  await offered.first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('implements SR 1.1', { delay: 15 });
  await offered.filter({ hasText: 'SR 1.10' }).first().waitFor();
  await page.keyboard.press('Enter');
  expect(await saved(workbench, 'water.zones')).toMatch(/asset p-1 : plc\n {2}implements SR 1\.1\n\s*\n/);
});

workbenchTest(
  'what is offered behind a comma is chosen by nobody: Enter ends the line',
  waterWorks,
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'water.zones');
    await squiggles(page, 'warning').first().waitFor();
    await typeAtEndOfLine(workbench, lineOf(water, 'asset fw-1'), '\nimplements SR 1.1');
    await page.keyboard.press('Escape');
    await page.keyboard.type(',');
    await editor(page).locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('SR 1.2', { delay: 30 });
    await page.keyboard.press('Escape');
    expect(await saved(workbench, 'water.zones')).toMatch(/implements SR 1\.1,\n\s+SR 1\.2\n/);
  },
);

workbenchTest(
  'Enter takes the first of the files that are offered in quotes, and breaks no line',
  { ...waterWorks, 'docs/iam.md': '# Accounts\n' },
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'water.zones');
    await squiggles(page, 'warning').first().waitFor();
    const offered = editor(page).locator('.suggest-widget.visible .monaco-list-row');
    await typeAtEndOfLine(workbench, lineOf(water, 'asset fw-1'), '\nimplements SR 1.1');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' evidence "', { delay: 30 });
    await offered.and(page.locator('.focused')).filter({ hasText: 'docs/' }).waitFor();
    expect(await offered.filter({ hasText: '.zones' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await offered.and(page.locator('.focused')).filter({ hasText: 'iam.md' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await saved(workbench, 'water.zones')).toMatch(/implements SR 1\.1 evidence "docs\/iam\.md"\n/);
  },
);

workbenchTest('a text that a quick fix leaves open is selected, to be written over', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'zone control'), columnOf(water, 'zone control') + 6);
  await applyQuickFix(workbench, /^Add boundary logical "… /);
  await page.locator('.tab.active.dirty').waitFor();
  await page.keyboard.type('Cell firewall CF-9');
  expect(await saved(workbench, 'water.zones')).toContain('\n  boundary logical "Cell firewall CF-9"\n');
});

workbenchTest('what a quick fix writes with an open text stands at its indentation', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'zone cell-1'), columnOf(water, 'zone cell-1') + 6);
  await applyQuickFix(workbench, /^Add boundary logical "… /);
  await page.locator('.tab.active.dirty').waitFor();
  await page.keyboard.type('Cell switch');
  expect(await saved(workbench, 'water.zones')).toContain(
    ': cell level 1 {\n    boundary logical "Cell switch"\n    asset plc-101',
  );
});

workbenchTest(
  'a zone shows its levels as a table on hover, also where findings stand on its name',
  waterWorks,
  async (workbench) => {
    await openFile(workbench, 'water.zones');
    await squiggles(workbench.page, 'warning').first().waitFor();
    await goTo(workbench, lineOf(water, 'zone control'), 2);
    const table = (await hover(workbench)).locator('table');
    await table.waitFor();
    const rows = await table.locator('tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).filter(Boolean))).toEqual([
      ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'],
      ['SL-T', '1', '0', '0', '0', '0', '0', '0'],
      ['SL-A', '0', '0', '0', '0', '0', '0', '0'],
      ['with', 'evidence', '0', '0', '0', '0', '0', '0', '0'],
      ['gap', '1', '0', '0', '0', '0', '0', '0'],
      ['missing', expect.stringMatching(/^\d+$/), '0', '0', '0', '0', '0', '0'],
    ]);
  },
);

workbenchTest(
  'a control shows its title and guidance on hover',
  { 'plant.zones': 'system plant\n\nzone dmz : perimeter {\n  sl-t 1\n  implements SR 1.1\n}\n' },
  async (workbench) => {
    await openFile(workbench, 'plant.zones');
    await squiggles(workbench.page, 'warning').first().waitFor();
    await goTo(workbench, 5, 15);
    const text = await (await hover(workbench)).innerText();
    expect(text).toContain('Human user identification and authentication');
    const library = readFileSync(join(root, 'language-server/language/library/iec62443-3-3.zones'), 'utf8');
    const guidance = /control SR 1\.1 "[\s\S]*?guidance """\s*([\w ,]{20,40})/.exec(library)?.[1];
    expect(guidance, 'SR 1.1 has guidance').toBeDefined();
    expect(text).toContain(guidance);
  },
);

workbenchTest('Go to Definition opens the library, read-only', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'fw-1'), columnOf(water, ': firewall') + 2);
  await page.keyboard.press('F12');
  await expect.poll(() => page.locator('.tab.active').getAttribute('data-resource-name')).not.toBe('water.zones');
  const line = editor(page)
    .locator('.view-line')
    .filter({ hasText: /asset-type\sfirewall/ });
  await line.first().waitFor();
  await page.keyboard.type('x');
  await page.getByText('Cannot edit in read-only editor').first().waitFor();
});

workbenchTest('an asset is renamed in all files', waterWorks, async (workbench) => {
  const { page, folder } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'fw-1'), columnOf(water, 'fw-1') + 1);
  await rename(workbench, 'fw-north');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  await expect.poll(() => read('dmz.zones'), { timeout: 10_000 }).toContain('via fw-north');
  expect(await saved(workbench, 'water.zones')).toContain('asset fw-north "Cell firewall"');
  expect(await squiggles(page, 'error').count()).toBe(0);
});

workbenchTest('what the library declares is not renamed, and the reason is told', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'fw-1'), columnOf(water, ': firewall') + 3);
  await page.keyboard.press('F2');
  await page.getByText('belongs to the built-in library').first().waitFor();
});

workbenchTest('the outline leads to nested things', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await page.keyboard.press('Control+Shift+o');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'plc-101' }).first().click();
  await expect.poll(() => cursorLine(page)).toBe(lineOf(water, 'asset plc-101'));
});

workbenchTest('the language server is restarted', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await squiggles(page, 'warning').first().waitFor();
  await runCommand(workbench, 'Zones: Restart Language Server');
  await page.getByText('the language server has been restarted').first().waitFor();
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, lineOf(water, 'zone control'), 2);
  expect(await (await hover(workbench)).innerText()).toContain('Control zone');
});

// In a folder without a model, nothing but the command starts the extension.
workbenchTest(
  'a new model is written, and has no errors',
  { 'notes.txt': 'A plant.\n' },
  async (workbench) => {
    const { page, folder } = workbench;
    await runCommand(workbench, 'Zones: New Model');
    const name = page.locator('.quick-input-widget input');
    await name.fill('north site');
    await page.getByText('A name has letters').waitFor();
    await name.fill('northsite');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="northsite.zones"]').waitFor();
    const text = readFileSync(join(folder, 'northsite.zones'), 'utf8');
    expect(text).toMatch(/^system northsite/m);
    expect(text.match(/^zone /gm)).toHaveLength(5);
    const rows = await problems(workbench);
    await rows.first().waitFor();
    expect(await squiggles(page, 'error').count()).toBe(0);
  },
  { ownWindow: true },
);
