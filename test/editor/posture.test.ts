import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { plant } from '../../bench/support/models.ts';
import { faultsOf, inEachTheme } from './support/for-everybody.ts';
import { waterWorks } from './support/models.ts';
import { artefacts } from './support/server.ts';
import {
  editor,
  openFile,
  runCommand,
  useBrowser,
  type Workbench,
  webview,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();

const files = {
  ...waterWorks,
  'plans.zones': `system water

zone filters "Filters" : cell {
  sl-t 1
  implements SR 5.1 evidence "drawings/net.pdf"
  implements SR 1.1, SR 5.2, SR 5.3, SR 5.4
  plans SR 1.3 until 2099-03-31 "accounts of their own"
}
`,
};

async function openPosture(workbench: Workbench, file: string): Promise<FrameLocator> {
  await openFile(workbench, file);
  await runCommand(workbench, 'Zones: Show Posture');
  const view = webview(workbench);
  await view.locator('.heat-map tbody tr').first().waitFor();
  return view;
}

const cell = (view: FrameLocator, id: string) => view.locator(`[data-cell="${id}"]`);
workbenchTest('the posture panel shows gaps, what is missing, and writes what is planned', files, async (workbench) => {
  const { page } = workbench;
  const view = await openPosture(workbench, 'plans.zones');
  expect(await cell(view, 'zone filters RDF').textContent()).toBe('1/1');
  expect(await cell(view, 'zone filters IAC').textContent()).toBe('0/1 −1');
  await page
    .locator('.statusbar-item')
    .filter({ hasText: /gap 1 · \d+ missing \(1 planned\)/ })
    .waitFor();

  await cell(view, 'zone filters IAC').click();
  const details = view.locator('.details');
  const missing = details.locator('li.missing');
  await missing.filter({ hasText: 'SR 1.3' }).getByText('planned · until 2099-03-31 · stated here').waitFor();
  await missing.filter({ hasText: 'SR 1.5' }).getByRole('button', { name: 'Plan' }).click();
  await editor(page).getByText('plans SR 1.5').first().waitFor();
  await missing.filter({ hasText: 'SR 1.5' }).getByText('planned · stated here').waitFor();
  await page.screenshot({ path: join(artefacts, 'posture-details.png') });

  await view.getByLabel('What counts as achieved').selectOption('evidenced');
  expect(await cell(view, 'zone filters RDF').textContent()).toBe('0/1 −1');

  await view.getByLabel('Day of the roadmap').press('End');
  await view.getByText('2099-03-31, if every plan is kept').waitFor();
  await view.getByText('Due in filters: SR 1.3 (accounts of their own)').waitFor();
  await details.getByText('met or not applicable').click();
  await details.locator('li.settled').filter({ hasText: 'SR 1.3' }).getByText('implemented').waitFor();
});

workbenchTest('the posture panel goes by keys, filters, sorts, and leads to the text', files, async (workbench) => {
  const { page } = workbench;
  const view = await openPosture(workbench, 'water.zones');
  await cell(view, 'zone control name').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect(await view.locator(':focus').getAttribute('data-cell')).toMatch(/^zone \S+ IAC$/);
  await page.keyboard.press('Enter');
  await view.locator('.details h2').waitFor();

  await view.getByLabel('Order').selectOption('gap');
  await view.getByLabel('Filter zones and conduits').fill('DMZ');
  await expect.poll(() => view.locator('.heat-map tbody tr').count()).toBe(2);
  await view.getByLabel('Filter zones and conduits').fill('nothing like it');
  await view.getByText('No zone or conduit has “nothing like it”').waitFor();
  await view.getByLabel('Filter zones and conduits').fill('');
  await view.getByLabel('Copy').selectOption('markdown');
  await view.getByText('The table is on the clipboard as Markdown.').waitFor();

  await cell(view, 'zone dmz name').click();
  await page.locator('.tab.active').filter({ hasText: 'dmz.zones' }).waitFor();
});

workbenchTest('the posture panel is sound for everybody in every theme', files, async (workbench) => {
  const { page } = workbench;
  const view = await openPosture(workbench, 'plans.zones');
  await cell(view, 'zone filters IAC').click();
  await view.locator('.details li').first().waitFor();
  await inEachTheme(workbench, view, async (name) => {
    expect(await faultsOf(page), name).toEqual([]);
    await page.screenshot({ path: join(artefacts, `posture-${name.replace(/\W+/g, '-')}.png`) });
  });
});

workbenchTest(
  'the posture panel of 300 zones',
  Object.fromEntries(plant(75, 60).map(({ name, text }) => [name, text])),
  async (workbench) => {
    const view = await openPosture(workbench, 'area-0001.zones');
    await expect.poll(() => view.locator('.heat-map tbody tr').count()).toBeGreaterThanOrEqual(300);
    await workbench.page.screenshot({ path: join(artefacts, 'posture-300.png') });
  },
);
