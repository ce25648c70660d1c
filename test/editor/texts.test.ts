import { expect } from 'vitest';
import { columnOf, lineOf, waterWorks } from './support/models.ts';
import {
  editor,
  goTo,
  openFile,
  saved,
  squiggles,
  typeAtEndOfLine,
  useBrowser,
  workbenchTest,
} from './support/workbench.ts';

useBrowser();

const water = waterWorks['water.zones'];
const files = {
  ...waterWorks,
  'dmz.zones': waterWorks['dmz.zones'].replace('  implements', '  owner "OT engineering"\n  implements'),
  'docs/iam.md': '# Accounts\n',
};

workbenchTest(
  'texts and files are offered between quotes, and a file opens with Ctrl+click',
  files,
  async (workbench) => {
    const { page } = workbench;
    const rows = editor(page).locator('.suggest-widget.visible .monaco-list-row');
    await openFile(workbench, 'water.zones');
    await squiggles(page, 'warning').first().waitFor();
    // A quotation mark opens the list, and a folder that of what is in it.
    await typeAtEndOfLine(workbench, lineOf(water, 'sl-t'), '\nimplements SR 1.9 evidence "');
    await rows.filter({ hasText: 'docs/' }).first().waitFor();
    await rows.filter({ hasText: 'docs/' }).first().click();
    await rows.filter({ hasText: 'iam.md' }).first().waitFor();
    await rows.filter({ hasText: 'iam.md' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('\nowner "', { delay: 15 });
    await rows.filter({ hasText: 'OT engineering' }).first().waitFor();
    await rows.filter({ hasText: 'OT engineering' }).first().click();
    const text = await saved(workbench, 'water.zones');
    expect(text).toContain('  implements SR 1.9 evidence "docs/iam.md"\n  owner "OT engineering"\n');

    await goTo(workbench, lineOf(text, 'iam.md'), columnOf(text, 'docs/iam.md'));
    const link = editor(page).locator('.detected-link').first();
    await link.waitFor();
    await link.click({ modifiers: ['Control'] });
    await page.locator('.tab.active', { hasText: 'iam.md' }).waitFor();
  },
);
