import { expect } from 'vitest';
import { openFile, runCommand, saved, squiggles, useBrowser, workbenchTest } from './support/workbench.ts';

useBrowser();

workbenchTest(
  'Fix All takes out what has no effect, and leaves what needs a decision',
  {
    'plant.zones': `system plant

zone dmz : perimeter {
  sl-t 0
  allow missing-sl-t because "x"
  allow missing-control because "x"
  implements SR 1.1, SR 1.2, SR 1.1
}
`,
  },
  async (workbench) => {
    await openFile(workbench, 'plant.zones');
    await squiggles(workbench.page, 'warning').first().waitFor();
    await runCommand(workbench, 'Fix All');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    expect(await saved(workbench, 'plant.zones')).toBe(`system plant

zone dmz : perimeter {
  sl-t 0
  implements SR 1.1, SR 1.2
}
`);
  },
);
