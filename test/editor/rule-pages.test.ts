import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { goTo, hover, openFile, problems, squiggles, useBrowser, workbenchTest } from './support/workbench.ts';

useBrowser();

const files = { 'plant.zones': 'system plant\n\nzone dmz : perimeter {\n  asset fw-1 : firewall\n}\n' };

/** The rendered Markdown of the active editor. */
const preview = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview[src*="vscode.markdown-language-features"]').frameLocator('iframe#active-frame');

async function expectPage(page: Page): Promise<void> {
  await preview(page).getByRole('heading', { name: 'Zone or conduit without SL-T' }).waitFor();
  expect(await preview(page).locator('body').innerText()).toContain('IEC 62443-3-2 ZCR 5.6');
  await preview(page).getByRole('heading', { name: 'When it is a false alarm' }).waitFor();
  await page.locator('.tab.active[data-resource-name="missing-sl-t.md"]').waitFor();
}

workbenchTest('the code of a finding in the Problems panel opens the page of its rule', files, async (workbench) => {
  await openFile(workbench, 'plant.zones');
  const rows = await problems(workbench);
  await rows.locator('a').filter({ hasText: 'missing-sl-t' }).click();
  await expectPage(workbench.page);
});

workbenchTest('the code of a finding in a hover opens the page of its rule', files, async (workbench) => {
  await openFile(workbench, 'plant.zones');
  await squiggles(workbench.page, 'warning').first().waitFor();
  await goTo(workbench, 3, 7);
  const contents = await hover(workbench);
  await contents.locator('a').filter({ hasText: 'missing-sl-t' }).click();
  await expectPage(workbench.page);
});

workbenchTest('a page leads to the page of another rule', files, async (workbench) => {
  await openFile(workbench, 'plant.zones');
  const rows = await problems(workbench);
  await rows.locator('a').filter({ hasText: 'missing-focus' }).first().click();
  await preview(workbench.page).getByRole('link', { name: 'missing-control' }).click();
  await preview(workbench.page).getByRole('heading', { name: 'Missing controls' }).waitFor();
});
