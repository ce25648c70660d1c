import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Page } from 'playwright-core';
import { type Workbench, writeInto } from './workbench.ts';

/** Themes with the class that VS Code gives the body of a panel's page in them. */
const THEMES = {
  'Default Light Modern': 'light',
  'Default Dark Modern': 'dark',
  'Default High Contrast Light': 'high-contrast-light',
  'Default High Contrast': 'high-contrast:not(.vscode-high-contrast-light)',
} as const;

/** Does something in each theme, once the page of a panel has it. */
export async function inEachTheme(
  { folder }: Workbench,
  view: FrameLocator,
  act: (name: string) => Promise<void>,
): Promise<void> {
  for (const [name, sort] of Object.entries(THEMES)) {
    writeInto(folder, '.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': name }));
    await view.locator(`body.vscode-${sort}`).waitFor();
    await act(name);
  }
}

/** What axe finds wrong in the page of the panel. */
export async function faultsOf(page: Page): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const frame = page.frames().find((each) => each.name() === 'active-frame' || each.url().includes('fake.html'))!;
  await frame.evaluate(source);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
