import { expect } from 'vitest';
import {
  editor,
  goTo,
  openFile,
  runCommand,
  saved,
  squiggles,
  typeAtEndOfLine,
  useBrowser,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();

const WRITTEN = `system plant
zone  dmz :perimeter{
sl-t 1
implements SR1.1,SR 1.2 // people
    asset fw-1:firewall {vendor "Acme" product "F-1"}
}
`;
const FORMATTED = `system plant
zone dmz : perimeter {
  sl-t 1
  implements SR 1.1, SR 1.2 // people
  asset fw-1 : firewall { vendor "Acme"  product "F-1" }
}
`;

workbenchTest('a file is formatted, or what is selected of it', { 'plant.zones': WRITTEN }, async (workbench) => {
  const { page } = workbench;
  await openFile(workbench, 'plant.zones');
  await squiggles(page, 'warning').first().waitFor();
  await goTo(workbench, 4, 1);
  await page.keyboard.press('Shift+End');
  await runCommand(workbench, 'Format Selection');
  await page.locator('.tab.active.dirty').waitFor();
  const line = (text: string) => editor(page).locator('.view-line').filter({ hasText: text });
  await line('SR 1.1,').waitFor();
  expect(await saved(workbench, 'plant.zones')).toBe(
    WRITTEN.replace('implements SR1.1,SR 1.2', '  implements SR 1.1, SR 1.2'),
  );
  await runCommand(workbench, 'Format Document');
  await page.locator('.tab.active.dirty').waitFor();
  expect(await saved(workbench, 'plant.zones')).toBe(FORMATTED);
});

workbenchTest(
  'a file is formatted when it is saved, and indented as it is typed',
  {
    'plant.zones': WRITTEN,
    '.vscode/settings.json': '{ "[zones]": { "editor.formatOnSave": true, "editor.formatOnType": true } }',
  },
  async (workbench) => {
    const { page } = workbench;
    await openFile(workbench, 'plant.zones');
    await squiggles(page, 'warning').first().waitFor();
    // Below the brace that closes the zone.
    await typeAtEndOfLine(workbench, 6, '\nzone cell "Cell" {');
    await page.keyboard.press('Enter');
    await page.keyboard.type('sl-t 2', { delay: 40 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('zone inner {', { delay: 40 });
    await page.keyboard.press('Enter');
    await page.keyboard.type('level 1', { delay: 40 });
    await expect
      .poll(() => editor(page).locator('.view-lines').innerText())
      .toMatch(/zone\scell\s"Cell"\s\{\s+sl-t\s2\s+zone\sinner\s\{\s+level\s1\s+\}\s+\}/);
    expect(await saved(workbench, 'plant.zones')).toBe(
      `${FORMATTED}zone cell "Cell" {\n  sl-t 2\n  zone inner {\n    level 1\n  }\n}\n`,
    );
  },
);
