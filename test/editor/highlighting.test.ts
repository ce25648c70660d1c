import { expect } from 'vitest';
import { editor, openFile, useBrowser, workbenchTest } from './support/workbench.ts';

useBrowser();

workbenchTest(
  'a .zones file is highlighted',
  { 'plant.zones': 'zone control "Control zone" : control {\n  sl-t 2\n}\n// end\n' },
  async (workbench) => {
    await openFile(workbench, 'plant.zones');
    const lines = editor(workbench.page).locator('.view-line');
    const classOf = (text: string) =>
      lines
        .locator('span span')
        .filter({ hasText: new RegExp(`^${text.replace(' ', '\\s')}`) })
        .first()
        .getAttribute('class');
    await expect.poll(() => classOf('zone'), { timeout: 10_000 }).not.toBe(await classOf('// end'));
    const classes = await Promise.all(['zone', '"Control', '// end'].map(classOf));
    expect(new Set(classes).size).toBe(3);
  },
);
