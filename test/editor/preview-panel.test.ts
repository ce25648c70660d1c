import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { lineOf, waterWorks } from './support/models.ts';
import { patience } from './support/window.ts';
import {
  cursorLine,
  editor,
  goTo,
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
const dmz = waterWorks['dmz.zones'];

async function openPreview(workbench: Workbench): Promise<FrameLocator> {
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const view = webview(workbench);
  await view.locator('.z-zone').first().waitFor();
  return view;
}

/** Whether all of the picture lies in its stage. */
const isWhole = (view: FrameLocator): Promise<boolean> =>
  view.locator('svg.zones-picture').evaluate((svg) => {
    const [inner, outer] = [svg.getBoundingClientRect(), svg.parentElement!.getBoundingClientRect()];
    return (
      inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
    );
  });

const focusedPart = (view: FrameLocator) => view.locator('svg.zones-picture :focus').getAttribute('data-id');

async function withSize(page: Page, width: number, height: number, look: () => Promise<void>): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height });
  await look();
  await page.setViewportSize(before);
}

workbenchTest('a picture that is whole stays whole when its panel shrinks', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  const scale = view.locator('button.scale');
  await expect.poll(() => isWhole(view)).toBe(true);
  // A press of the mouse that shakes a little is no pan.
  const stage = (await view.locator('#stage').boundingBox())!;
  await page.mouse.move(stage.x + 8, stage.y + stage.height - 8);
  await page.mouse.down();
  await page.mouse.move(stage.x + 9, stage.y + stage.height - 8);
  await page.mouse.up();
  const before = await scale.textContent();
  await withSize(page, 1000, 560, async () => {
    await expect.poll(() => scale.textContent(), { timeout: patience }).not.toBe(before);
    await expect.poll(() => isWhole(view), { timeout: patience }).toBe(true);
  });
  await expect.poll(() => scale.textContent(), { timeout: patience }).toBe(before);

  // The page is gone while another editor hides it.
  await view.locator('#stage').click({ position: { x: 8, y: 8 } });
  await runCommand(workbench, 'File: New Untitled Text File');
  await view.locator('svg').first().waitFor({ state: 'hidden' });
  await page.locator('.tab').filter({ hasText: 'Preview Water works' }).click();
  await view.locator('.z-zone').first().waitFor();
  await withSize(page, 1000, 560, () => expect.poll(() => isWhole(view), { timeout: patience }).toBe(true));

  // What one has zoomed stays as one has zoomed it.
  await view.getByRole('button', { name: 'Zoom in' }).click();
  const zoomed = await scale.textContent();
  await withSize(page, 1000, 560, async () => {
    await expect.poll(async () => (await view.locator('#stage').boundingBox())!.height).toBeLessThan(stage.height);
    expect(await scale.textContent()).toBe(zoomed);
  });
});

workbenchTest('a conduit is reached, read and opened by keys', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  await view.getByRole('treeitem', { name: /^Conduit Replication, between Control zone and Industrial DMZ/ }).waitFor();
  await view.locator('svg.zones-picture [tabindex="0"]').focus();
  await page.keyboard.press('End');
  expect(await focusedPart(view)).toBe('control-to-dmz');
  // Both its line and its pill show it.
  expect(await view.locator('.z-focused[data-id="control-to-dmz"]').count()).toBe(2);
  expect(await view.locator('svg.zones-picture [tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.locator('.tab.active[data-resource-name="dmz.zones"]').waitFor();
  await expect.poll(() => cursorLine(page), { timeout: patience }).toBe(lineOf(dmz, 'conduit control-to-dmz'));
});

workbenchTest('the findings behind a mark are listed, and lead to the text', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  const mark = view.locator('[data-id="control"] > .z-findings');
  const list = view.getByRole('dialog');
  await mark.hover();
  await view.locator('.tooltip').getByText('Warning: Zone ').waitFor();
  await mark.click();
  await list.getByText('misses', { exact: false }).first().waitFor();
  expect(await view.locator('.z-selected').count()).toBe(0);
  expect(await list.getByRole('button').count()).toBe(Number(await mark.locator('text').textContent()));
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });

  // By keys alone; Enter goes to the place of the finding.
  expect(await focusedPart(view)).toBe('control');
  await page.keyboard.press('f');
  await list.getByRole('button').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => cursorLine(page), { timeout: patience }).toBe(lineOf(water, 'zone control'));
  await list.waitFor({ state: 'hidden' });
});

workbenchTest('of two things chosen at once neither is lost', waterWorks, async (workbench) => {
  const view = await openPreview(workbench);
  const choose = (name: string, value: string, zone: string) =>
    view.locator('body').evaluate(
      (body, wanted) => {
        const menu = body.querySelector<HTMLSelectElement>(`select[aria-label="${wanted.name}"]`)!;
        menu.value = wanted.value;
        menu.dispatchEvent(new Event('change'));
        body.querySelector(`[data-toggle="${wanted.zone}"]`)!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      },
      { name, value, zone },
    );
  await choose('What the colours of zones say', 'gap', 'control.cell-1');
  await view.locator('[data-id="control.cell-1"].z-collapsed').waitFor();
  await view.getByText('one level below target').waitFor();
  expect(await view.getByLabel('What the colours of zones say').inputValue()).toBe('gap');
});

workbenchTest('the preview that shares the group of a text goes beside it', waterWorks, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Open Preview');
  await page.locator('.tab.active').filter({ hasText: 'Preview Water works' }).waitFor();
  expect(await page.locator('.editor-group-container').count()).toBe(1);
  await page.locator('.tab[data-resource-name="water.zones"]').click();
  await editor(page).locator('.view-line').first().click();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('v');
  await expect.poll(() => page.locator('.editor-group-container').count(), { timeout: patience }).toBe(2);
  await webview(workbench).locator('.z-zone').first().waitFor();
  await editor(page).getByText('Control zone').first().waitFor();
});

workbenchTest('the note on broken text floats over a picture that stays as it is', waterWorks, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  const zone = view.locator('[data-id="control"] > .z-body');
  const [stage, before] = [await view.locator('#stage').boundingBox(), await zone.boundingBox()];
  await editor(page).locator('.view-line').first().click();
  await replaceInLine(workbench, lineOf(water, 'asset plc-101'), water, 'asset', '@@@ {{{');
  const note = view.getByRole('status');
  await note.getByText('The picture as it was read last').waitFor();
  expect(await view.locator('#stage').boundingBox()).toEqual(stage);
  expect(await zone.boundingBox()).toEqual(before);
  expect(await view.locator('svg.zones-picture').evaluate((svg) => getComputedStyle(svg).opacity)).toBe('1');
  await withSize(page, 700, 500, async () => {
    const bar = (await view.getByRole('toolbar').boundingBox())!;
    const over = (await note.boundingBox())!;
    expect(over.y).toBeGreaterThan(bar.y + bar.height);
  });
});

workbenchTest('the toolbar breaks between groups of buttons, never in one', waterWorks, async (workbench) => {
  const view = await openPreview(workbench);
  const broken = await view.locator('body').evaluate((body) => {
    const found: string[] = [];
    for (let width = 220; width <= 900; width += 20) {
      body.style.width = `${width}px`;
      for (const group of body.querySelectorAll('.toolbar .group')) {
        const tops = new Set([...group.children].map((child) => Math.round(child.getBoundingClientRect().top)));
        if (tops.size > 1) found.push(`${width}: ${group.textContent}`);
      }
      const field = body.querySelector('.search input')!.getBoundingClientRect().width;
      if (field < (width < 600 ? 112 : 180)) found.push(`${width}: ${field} pixels to search in`);
    }
    body.style.width = '';
    return found;
  });
  expect(broken).toEqual([]);
});

workbenchTest(
  'what is chosen stays chosen while its zone is closed, and when it is renamed',
  waterWorks,
  async (workbench) => {
    const { page } = workbench;
    const view = await openPreview(workbench);
    const chosen = () =>
      view.locator('.z-selected[data-id]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-id')));
    await editor(page).locator('.view-line').first().click();
    await goTo(workbench, lineOf(water, 'asset plc-101'), 12);
    await expect.poll(chosen, { timeout: patience }).toEqual(['control.cell-1.plc-101']);
    const fold = async (zone: string) => {
      await view.locator(`[data-id="${zone}"]`).hover({ position: { x: 80, y: 12 } });
      await view.locator(`[data-toggle="${zone}"]`).click();
    };
    await fold('control');
    await expect.poll(chosen, { timeout: patience }).toEqual(['control']);
    await fold('control');
    await expect.poll(chosen, { timeout: patience }).toEqual(['control.cell-1.plc-101']);

    // By the refactoring the cursor does not move.
    await page.locator('.monaco-editor .view-line').first().click();
    await goTo(workbench, lineOf(water, 'asset plc-101'), 12);
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('filter-7');
    await page.keyboard.press('Enter');
    await expect.poll(chosen, { timeout: patience }).toEqual(['control.cell-1.filter-7']);
  },
);
