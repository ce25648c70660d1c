import { expect } from 'vitest';
import { columnOf, lineOf, waterWorks } from './support/models.ts';
import {
  applyQuickFix,
  editor,
  goTo,
  openFile,
  problems,
  saved,
  squiggles,
  typeAtEndOfLine,
  useBrowser,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();
const water = waterWorks['water.zones'];

workbenchTest(
  'findings stand under the text and in the Problems panel, of closed files too',
  waterWorks,
  async (workbench) => {
    await openFile(workbench, 'water.zones');
    await squiggles(workbench.page, 'warning').first().waitFor();
    const rows = await problems(workbench);
    await expect.poll(async () => (await rows.allInnerTexts()).join('\n')).toContain('missing-control');
    const text = (await rows.allInnerTexts()).join('\n');
    expect(text).toContain('water.zones');
    expect(text).toContain('dmz.zones');
  },
);

workbenchTest('findings follow the typing', waterWorks, async (workbench) => {
  await openFile(workbench, 'water.zones');
  await squiggles(workbench.page, 'warning').first().waitFor();
  expect(await squiggles(workbench.page, 'error').count()).toBe(0);
  await typeAtEndOfLine(workbench, lineOf(water, 'asset plc-101'), '-x');
  await squiggles(workbench.page, 'error').first().waitFor();
  for (const _ of '-x') await workbench.page.keyboard.press('Backspace');
  await squiggles(workbench.page, 'error').first().waitFor({ state: 'detached' });
});

workbenchTest('a quick fix changes the text, and the finding goes', waterWorks, async (workbench) => {
  await openFile(workbench, 'water.zones');
  await squiggles(workbench.page, 'warning').first().waitFor();
  const rows = await problems(workbench);
  const missing = rows.filter({ hasText: 'missing-control' }).filter({ hasText: 'SR 1.1' });
  await missing.first().waitFor();
  await editor(workbench.page).locator('.view-line').first().click();
  await goTo(workbench, lineOf(water, 'zone control'), columnOf(water, 'control "Control'));
  await applyQuickFix(workbench, /Implement all \d+ of IAC/);
  await missing.first().waitFor({ state: 'detached' });
  expect(await saved(workbench, 'water.zones')).toMatch(/implements SR 1\.1\b/);
});

workbenchTest(
  'a misspelt name is mended by its quick fix',
  { 'plant.zones': 'system plant\n\nzone dmz : perimeter {\n  asset fw-1 : firewal\n}\n' },
  async (workbench) => {
    await openFile(workbench, 'plant.zones');
    await squiggles(workbench.page, 'error').first().waitFor();
    await goTo(workbench, 4, 18);
    await applyQuickFix(workbench, 'firewall');
    await squiggles(workbench.page, 'error').first().waitFor({ state: 'detached' });
    expect(await saved(workbench, 'plant.zones')).toContain('asset fw-1 : firewall\n');
  },
);
