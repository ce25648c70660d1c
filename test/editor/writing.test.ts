import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../scripts/lib/process.mjs';
import { columnOf, lineOf, waterWorks } from './support/models.ts';
import {
  editor,
  goTo,
  hover,
  openFile,
  problems,
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

workbenchTest('a new model is written, and has no errors', { 'notes.txt': 'A plant.\n' }, async (workbench) => {
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
});
