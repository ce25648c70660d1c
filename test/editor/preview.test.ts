import { expect } from 'vitest';
import { lineOf, waterWorks } from './support/models.ts';
import {
  cursorLine,
  editor,
  openFile,
  replaceInLine,
  runCommand,
  useBrowser,
  webview,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();
const water = waterWorks['water.zones'];

workbenchTest(
  'the preview shows the zones, follows the typing, and leads back to the text',
  waterWorks,
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'water.zones');
    await runCommand(workbench, 'Zones: Open Preview to the Side');
    const picture = webview(workbench).locator('svg.zones-picture');
    for (const title of ['Control zone', 'Filter train', 'Filter PLC', 'Industrial DMZ']) {
      await picture.getByText(title, { exact: false }).first().waitFor();
    }

    await editor(page).locator('.view-line').first().click();
    await replaceInLine(workbench, lineOf(water, 'zone control'), water, 'Control zone', 'Control room');
    await picture.getByText('Control room').first().waitFor();
    expect(await picture.locator('.z-zone').getByText('Control zone').count()).toBe(0);

    await picture.getByText('Filter PLC').first().click();
    await expect.poll(() => cursorLine(page)).toBe(lineOf(water, 'asset plc-101'));
  },
);

workbenchTest('the last good picture stays while the text is broken', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const picture = webview(workbench).locator('svg.zones-picture');
  await picture.getByText('Filter PLC').first().waitFor();
  await editor(page).locator('.view-line').first().click();
  await replaceInLine(workbench, lineOf(water, 'asset plc-101'), water, 'asset', '@@@ {{{');
  await webview(workbench).getByRole('status').getByText('The last good picture: water.zones cannot be read').waitFor();
  await picture.getByText('Filter PLC').first().waitFor();
  await picture.getByText('Control zone').first().waitFor();
});
