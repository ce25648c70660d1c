import { expect } from 'vitest';
import { lineOf } from './support/models.ts';
import { cursorLine, goTo, openFile, runCommand, useBrowser, webview, workbenchTest } from './support/workbench.ts';

useBrowser();

const MODEL = `system works "Water works"

zone control "Control room" : control {
  sl-t 2
  asset scada "SCADA server" : scada-server
  access-point door "Door" : physical {
    location "Building B"
    protection "badge"
  }
  access-point modem "Service modem" : logical { closed yes }
}
`;

workbenchTest(
  'an access point leads to its text and back, by mouse and keys',
  { 'a.zones': MODEL },
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'a.zones');
    await runCommand(workbench, 'Zones: Open Preview to the Side');
    const view = webview(workbench);
    const mark = view.getByRole('treeitem', { name: 'Access point Door, physical, at Building B, protection: badge' });
    await mark.click();
    await expect.poll(() => cursorLine(page)).toBe(lineOf(MODEL, 'access-point door'));
    await mark.hover();
    await view.locator('.tooltip').filter({ hasText: 'at Building B, protection: badge' }).waitFor();

    // The tree goes from the assets of a zone to its access points.
    await view.getByRole('treeitem', { name: 'Asset SCADA server' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await view.locator('svg.zones-picture :focus').getAttribute('data-id')).toBe('control/modem');
    await page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(page)).toBe(lineOf(MODEL, 'access-point modem'));
    await page.keyboard.press('Control+Shift+K');
    await view.locator('[data-id="control/modem"]').waitFor({ state: 'detached' });

    // The cursor in a text lets its mark stand out.
    await goTo(workbench, lineOf(MODEL, 'protection "badge"'), 8);
    await view.locator('.z-access.z-selected[data-id="control/door"]').waitFor();
  },
);
