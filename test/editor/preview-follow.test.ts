import { expect } from 'vitest';
import { lineOf, waterWorks } from './support/models.ts';
import { goTo, openFile, runCommand, useBrowser, type Workbench, webview, workbenchTest } from './support/workbench.ts';

useBrowser();

const files = {
  ...waterWorks,
  'power.zones': `system power "Power house"

zone turbine "Turbine hall" : control level 2 {
  asset governor "Governor" : plc
}
`,
};

async function openPreview(workbench: Workbench) {
  await openFile(workbench, 'water.zones');
  await runCommand(workbench, 'Zones: Open Preview to the Side');
  const view = webview(workbench);
  await view.locator('[data-id="control.cell-1"]').waitFor();
  return view;
}

/** Shows another file beside the preview, which may have the keyboard. */
async function showFile({ page }: Workbench, name: string): Promise<void> {
  await page.locator('.editor-group-container').first().locator('.view-line').first().click();
  await page.locator('.editor-group-container').first().and(page.locator('.active')).waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

workbenchTest('the element of the cursor stands out in the picture', files, async (workbench) => {
  const view = await openPreview(workbench);
  const chosen = view.locator('[role="treeitem"].z-selected');
  await goTo(workbench, lineOf(waterWorks['water.zones'], 'asset plc-101'), 10);
  await expect.poll(() => chosen.getAttribute('data-id'), { timeout: 20_000 }).toBe('control.cell-1.plc-101');
  await goTo(workbench, lineOf(waterWorks['water.zones'], 'zone cell-1'), 10);
  await expect.poll(() => chosen.getAttribute('data-id'), { timeout: 20_000 }).toBe('control.cell-1');
  expect(await chosen.count()).toBe(1);

  // It has the border of what is selected, whatever the picture's own sheet says of its sort.
  for (const [declaration, id, box] of [
    ['zone cell-1', 'control.cell-1', '.z-body'],
    ['asset plc-101', 'control.cell-1.plc-101', '.z-card'],
    ['asset fw-1', 'control.fw-1', '.z-card'],
  ] as const) {
    await goTo(workbench, lineOf(waterWorks['water.zones'], declaration), 10);
    await expect.poll(() => chosen.getAttribute('data-id'), { timeout: 20_000 }).toBe(id);
    const [border, focus] = await chosen.locator(`> ${box}`).evaluate((node) => {
      const { stroke, strokeWidth } = getComputedStyle(node);
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--vscode-focusBorder)';
      return [{ stroke, strokeWidth }, getComputedStyle(probe).color];
    });
    expect(border).toEqual({ stroke: focus, strokeWidth: '2.5px' });
  }
});

workbenchTest('a click in the picture takes the text along, and no editor tells of it', files, async (workbench) => {
  const { page } = workbench;
  const view = await openPreview(workbench);
  const stage = view.locator('#stage');
  await stage.evaluate((node) =>
    window.addEventListener('message', ({ data }) => {
      if (data.type === 'select') node.append(Object.assign(document.createElement('i'), { title: data.element }));
    }),
  );
  const told = () => stage.locator('i').evaluateAll((notes) => notes.map((note) => note.getAttribute('title')));
  const cursorIn = async (line: number) => {
    const number = page.locator('.monaco-editor .line-numbers.active-line-number').first();
    await expect.poll(() => number.textContent(), { timeout: 20_000 }).toBe(String(line));
  };
  const selected = view.locator('[role="treeitem"].z-selected');

  // In the file that is shown, and in one that is opened for it.
  await view.locator('[data-id="control.cell-1.plc-101"]').getByText('Filter PLC').click();
  await cursorIn(lineOf(waterWorks['water.zones'], 'asset plc-101'));
  await view.locator('[data-id="dmz.historian-1"]').getByText('Historian mirror').click();
  await page.locator('.tab.active[data-resource-name="dmz.zones"]').waitFor();
  await cursorIn(lineOf(waterWorks['dmz.zones'], 'asset historian-1'));
  expect(await selected.getAttribute('data-id')).toBe('dmz.historian-1');

  // With the keyboard too: from here on a person moves the cursor.
  await view.locator('[data-id="control.fw-1"]').getByText('Cell firewall').dblclick();
  await page.locator('.tab.active[data-resource-name="water.zones"]').waitFor();
  await cursorIn(lineOf(waterWorks['water.zones'], 'asset fw-1'));
  await page.locator('.monaco-editor.focused').waitFor();
  await goTo(workbench, lineOf(waterWorks['water.zones'], 'zone cell-1'), 10);
  await expect.poll(() => selected.getAttribute('data-id'), { timeout: 20_000 }).toBe('control.cell-1');
  await goTo(workbench, lineOf(waterWorks['water.zones'], 'asset fw-1'), 10);
  await expect.poll(() => selected.getAttribute('data-id'), { timeout: 20_000 }).toBe('control.fw-1');
  expect(await told()).toEqual(['control.cell-1', 'control.fw-1']);
});

workbenchTest('the preview follows the editor to another system unless it is locked', files, async (workbench) => {
  const view = await openPreview(workbench);
  await showFile(workbench, 'power.zones');
  await view.locator('[data-id="turbine.governor"]').waitFor();
  expect(await view.locator('[data-id="control"]').count()).toBe(0);

  await view.getByRole('button', { name: 'Stay on this system' }).click();
  await view.getByRole('button', { name: 'Follow the active editor again' }).waitFor();
  await showFile(workbench, 'water.zones');
  await goTo(workbench, lineOf(waterWorks['water.zones'], 'asset plc-101'));
  const picker = view.getByLabel('System to show');
  expect(await picker.inputValue()).toBe('power');
  await picker.selectOption({ label: 'Water works (water)' });
  await view.locator('[data-id="control.cell-1"]').waitFor();
  await picker.selectOption({ label: 'Power house (power)' });
  await view.locator('[data-id="turbine.governor"]').waitFor();

  // The list of what was found is wider than the room right of the field, behind the menu of systems.
  await view.getByRole('combobox', { name: 'Search the picture' }).fill('SR 1.1');
  const list = view.locator('.search ul');
  await list.getByText('missed by').waitFor();
  expect(await list.evaluate((node) => node.getBoundingClientRect().right - window.innerWidth)).toBeLessThanOrEqual(0);
  await view.getByRole('combobox', { name: 'Search the picture' }).press('Escape');

  await view.getByRole('button', { name: 'Follow the active editor again' }).click();
  await showFile(workbench, 'dmz.zones');
  await view.locator('[data-id="dmz"]').waitFor();
});

workbenchTest(
  'a zone that was closed stays so in the other files and after a reload, in the one preview',
  { ...files, '.vscode/settings.json': '{ "zones.preview.openWithFirstModel": true }' },
  async (workbench) => {
    const { page } = workbench;
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()) && /webview/.test(message.location().url)) {
        refused.push(message.text());
      }
    });
    const view = await openPreview(workbench);
    const closed = view.locator('[data-id="control.cell-1"][aria-expanded="false"]');
    await view.locator('[data-toggle="control.cell-1"]').click();
    await closed.waitFor();

    await showFile(workbench, 'dmz.zones');
    await goTo(workbench, lineOf(waterWorks['dmz.zones'], 'asset historian-1'), 10);
    await view.locator('[data-id="dmz.historian-1"].z-selected').waitFor();
    expect(await closed.count()).toBe(1);

    await showFile(workbench, 'power.zones');
    await view.locator('[data-id="turbine.governor"]').waitFor();
    await showFile(workbench, 'water.zones');
    await closed.waitFor();

    // VS Code in the browser writes down every five seconds what is open; a page that goes before loses it.
    await page.waitForTimeout(6000);
    await page.reload();
    await view.locator('[data-id="control"]').waitFor();
    await closed.waitFor();
    expect(await view.locator('[data-id="control.cell-1.plc-101"]').count()).toBe(0);
    expect(refused).toEqual([]);
    // Opened with the first model, and kept over the reload: that is not the first any more.
    await page.waitForTimeout(2000);
    expect(
      await page
        .locator('.tab')
        .filter({ hasText: /^Preview/ })
        .count(),
    ).toBe(1);
  },
  { ownWindow: true },
);
