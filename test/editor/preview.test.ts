import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lineOf, waterWorks } from './support/models.ts';
import { artefacts } from './support/server.ts';
import {
  editor,
  openFile,
  replaceInLine,
  runCommand,
  useBrowser,
  type Workbench,
  webview,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();
const water = waterWorks['water.zones'];

/** Waits until the cursor of the text stands in a line, whichever side has the keyboard. */
async function cursorIn(page: Page, line: number): Promise<void> {
  const number = page.locator('.monaco-editor .line-numbers.active-line-number').first();
  await expect.poll(() => number.textContent(), { timeout: 20_000 }).toBe(String(line));
}

/** Opens the model with the preview beside it; answers the preview's page when the picture is there. */
async function openPreview(workbench: Workbench, file = 'water.zones') {
  await openFile(workbench, file);
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const view = webview(workbench);
  await view.locator('.z-zone').first().waitFor();
  return view;
}

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
    await cursorIn(page, lineOf(water, 'asset plc-101'));
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
  await webview(workbench)
    .getByRole('status')
    .getByText('The picture as it was read last: water.zones cannot be read')
    .waitFor();
  await picture.getByText('Filter PLC').first().waitFor();
  await picture.getByText('Control zone').first().waitFor();
});

const firewall = lineOf(water, 'asset fw-1');

workbenchTest('the preview finds what is searched for and dims the rest', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  await view
    .locator('.z-zone')
    .first()
    .click({ position: { x: 80, y: 12 } });
  await page.keyboard.press('/');
  await page.keyboard.type('FIREwall');
  const hits = view.locator('.search [role="option"]');
  await hits.filter({ hasText: 'Cell firewall' }).waitFor();
  expect(await hits.count()).toBe(1);
  await view.locator('[data-id="control.scada-1"].z-dim').waitFor();
  expect(await view.locator('[data-id="control.fw-1"].z-dim').count()).toBe(0);

  await page.keyboard.press('Enter');
  await cursorIn(page, firewall);
  await view.locator('[data-id="control.fw-1"].z-selected').waitFor();

  await page.keyboard.press('Escape');
  await view.locator('[data-id="control.scada-1"]:not(.z-dim)').waitFor();
  await view.locator('.search input').fill('nothing of this name');
  await view.getByText('Nothing in this system matches.').waitFor();
});

workbenchTest('the tree of the picture is walked, closed and opened by keys', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  const focused = () => view.locator(':focus').getAttribute('data-id');
  await view.locator('[data-id="control"]').click({ position: { x: 80, y: 12 } });
  await view.locator('[data-id="control"]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('control.scada-1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('control.cell-1');
  await page.keyboard.press('ArrowLeft');
  await view.locator('[data-id="control.cell-1"][aria-expanded="false"]').getByText('1 asset').waitFor();
  expect(await view.locator('[data-id="control.cell-1.plc-101"]').count()).toBe(0);
  expect(await focused()).toBe('control.cell-1');
  await page.keyboard.press('ArrowRight');
  await view.locator('[data-id="control.cell-1.plc-101"]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await cursorIn(page, lineOf(water, 'asset plc-101'));
});

workbenchTest('colours, levels and what reaches an element are chosen in the bar', waterWorks, async (workbench) => {
  const view = await openPreview(workbench);
  await view.getByLabel('What the colours of zones say').selectOption('gap');
  await view.getByText('one level below target').waitFor();
  await view.getByLabel('Levels of zones that are open').selectOption({ label: 'Depth 1' });
  await view.locator('[data-id="control"].z-collapsed').getByText('1 zone · 3 assets').waitFor();
  await view.getByLabel('Levels of zones that are open').selectOption({ label: 'All open' });
  await view.locator('[data-id="control.cell-1.plc-101"]').waitFor();

  // A server of the control zone opens a connection to the DMZ; the cell beside it opens none.
  await view.getByRole('button', { name: 'Show what reaches the chosen element' }).click();
  await view.locator('[data-id="dmz"]').click({ position: { x: 80, y: 12 } });
  await view.locator('[data-id="control.cell-1"].z-dim').waitFor();
  expect(await view.locator('[data-id="control.scada-1"].z-dim').count()).toBe(0);
  expect(await view.locator('.z-conduit.z-dim').count()).toBe(0);
});

workbenchTest(
  'what is written as markup is shown as text',
  { 'water.zones': water.replace('Control zone', '<img src=x onerror=document.title=1> & <b>bold</b>') },
  async (workbench) => {
    const view = await openPreview(workbench);
    await view.locator('[data-id="control"]').getByText('<img src=x onerror').waitFor();
    expect(await view.locator('svg.zones-picture').locator('img, b').count()).toBe(0);
  },
);

const ring = `system plant "Plant"
zone control "Control room" : control { asset server "Server" : scada-server }
zone line-1 "Line 1" : cell { asset plc-1 "PLC 1" : plc }
zone line-2 "Line 2" : cell { asset plc-2 "PLC 2" : plc }
conduit ring "Plant ring" between control, line-1 and line-2 {
  asset sw-1 "Ring switch" : industrial-switch
  flow server -> plc-1 : opc-ua
  flow plc-1 -> plc-2 : profinet-rt
}
`;

workbenchTest(
  'a conduit of several zones is a bar that leads to its text, and so is its equipment on it',
  { 'ring.zones': ring },
  async (workbench) => {
    const { page } = workbench;
    const view = await openPreview(workbench, 'ring.zones');
    const bar = view.locator('.z-part.z-bus');
    await view.getByText('Plant ring', { exact: true }).click();
    await cursorIn(page, lineOf(ring, 'conduit ring'));
    expect(await bar.getAttribute('class')).toContain('z-selected');
    expect(await view.locator('.z-conduit.z-selected').count()).toBe(4);
    await view.getByText('Ring switch').click();
    await cursorIn(page, lineOf(ring, 'asset sw-1'));
    // Its equipment stands under it in the tree, as the assets of a zone do.
    expect(await bar.getAttribute('aria-level')).toBe('1');
    expect(await view.locator('.z-asset', { hasText: 'Ring switch' }).getAttribute('aria-level')).toBe('2');
    await page.screenshot({ path: join(artefacts, 'ring.png') });
  },
);
