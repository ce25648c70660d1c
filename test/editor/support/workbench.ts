import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import { artefacts } from './server.ts';
import {
  closeWindow,
  emptyWindow,
  type Files,
  fillWindow,
  isRemembered,
  openWindow,
  patience,
  type Window,
  type Workbench,
} from './window.ts';

export { type Workbench, writeInto } from './window.ts';

/** The window that the tests of a run share: none at first, and after a test that failed. */
let shared: Window | undefined;
/** What tests left in the window that cannot be taken away: they would spoil the tests after them. */
const spoilt: string[] = [];

/** To be called once at the top of a test file. Fails the file when one of its tests was run in a window that is not clean. */
export function useBrowser(): void {
  afterAll(() => {
    expect(spoilt.splice(0), 'windows that were not as new').toEqual([]);
  });
}

export interface WorkbenchTestOptions {
  /** For tests of what happens in a new window, or when it is loaded again. */
  readonly ownWindow?: boolean;
}

/**
 * A test in a VS Code window on a folder with the given files and no others. One window serves all tests of a run: it is
 * emptied after each, and closed when that cannot be, or when the test failed. A test tried again has a new window.
 * The window's last state is kept as a picture, named after the test.
 */
export function workbenchTest(
  name: string,
  files: Files,
  body: (workbench: Workbench) => Promise<void>,
  { ownWindow = false }: WorkbenchTestOptions = {},
) {
  test(name, async ({ signal }) => {
    const window = ownWindow ? await openWindow(files) : await takeWindow(name, files);
    let isPassed = false;
    try {
      await body(window);
      isPassed = true;
    } finally {
      await window.page.screenshot({ path: join(artefacts, `${name.replace(/\W+/g, '-')}.png`) });
      // One that ends after its time was up must not hand its window to a test that runs by then.
      if (isPassed && !ownWindow && !signal.aborted) await leaveWindow(name, window);
      else await closeWindow(window);
    }
  });
}

/** The shared window with these files, or a new one. */
async function takeWindow(name: string, files: Files): Promise<Window> {
  const window = shared;
  // Whatever happens now, no other test gets it before it is left clean.
  shared = undefined;
  if (!window) return openWindow(files);
  try {
    await fillWindow(window, files);
    return window;
  } catch (error) {
    spoilt.push(`before "${name}": ${error}`);
    await closeWindow(window);
    throw error;
  }
}

async function leaveWindow(name: string, window: Window): Promise<void> {
  try {
    await emptyWindow(window);
    if (await isRemembered(window)) await closeWindow(window);
    else shared = window;
  } catch (error) {
    spoilt.push(`after "${name}": ${error}`);
    await closeWindow(window);
  }
}

/** Runs a command by its title, as the command palette shows it. */
export async function runCommand({ page }: Workbench, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  // A palette that is opened before the extension is known does not list its commands later.
  await vi.waitFor(
    async () => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${title}`);
      await row.click({ timeout: 5000 });
    },
    { timeout: 2 * patience },
  );
}

/** Opens a file of the folder by its path and waits until its text stands in the editor. */
export async function openFile({ page }: Workbench, path: string): Promise<void> {
  const row = page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: path.split('/').at(-1)! })
    .first();
  // As long as VS Code is still listing the files, it offers those it knew when it was asked last.
  await vi.waitFor(
    async () => {
      await page.keyboard.press('Control+p');
      await page.locator('.quick-input-widget input').fill(path);
      await row.click({ timeout: 5000 }).catch(async (error: unknown) => {
        await page.keyboard.press('Escape');
        throw error;
      });
    },
    { timeout: 2 * patience },
  );
  await page.locator(`.tab.active[data-resource-name="${path.split('/').at(-1)}"]`).waitFor();
  await editor(page).locator('.view-line').first().waitFor();
}

/** The text editor that shows the active file. */
export function editor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
}

/** Places the cursor. Lines and columns count from 1, as the editor shows them. */
export async function goTo({ page }: Workbench, line: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await expect.poll(() => cursorLine(page), { timeout: patience }).toBe(line);
}

/** Types at the end of a line, as a person does: key by key. A new line is indented by the editor. */
export async function typeAtEndOfLine(workbench: Workbench, line: number, text: string): Promise<void> {
  await goTo(workbench, line);
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.type(text, { delay: 15 });
}

/** Selects a part of a line and types something else over it. `before` is the text the file has. */
export async function replaceInLine(workbench: Workbench, line: number, before: string, part: string, by: string) {
  const column = (before.split('\n')[line - 1] ?? '').indexOf(part) + 1;
  await goTo(workbench, line, column);
  for (let index = 0; index < part.length; index++) await workbench.page.keyboard.press('Shift+ArrowRight');
  await workbench.page.keyboard.type(by, { delay: 15 });
}

/** The number of the line the cursor is in, from 1. */
export async function cursorLine(page: Page): Promise<number> {
  return Number(await editor(page).locator('.line-numbers.active-line-number').first().textContent());
}

/** Saves the active file and answers its text on disk. */
export async function saved({ page, folder }: Workbench, path: string): Promise<string> {
  await page.keyboard.press('Control+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
  return readFileSync(join(folder, path), 'utf8');
}

/** The squiggles of one severity in the active editor. */
export function squiggles(page: Page, severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
  return editor(page).locator(`.cdr.squiggly-${severity}`);
}

/** Shows the Problems panel and answers its rows. */
export async function problems(workbench: Workbench): Promise<Locator> {
  const { page } = workbench;
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await runCommand(workbench, 'Problems: Focus on Problems View');
  await panel.waitFor();
  return panel.locator('.monaco-list-row');
}

/** Opens the code actions at the cursor and applies the one with this title. */
export async function applyQuickFix({ page }: Workbench, title: string | RegExp): Promise<void> {
  const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  // A menu asked for while the server is still at the last change can close again: ask until it is there.
  await vi.waitFor(
    async () => {
      await page.keyboard.press('Control+.');
      await action.click({ timeout: 3000 });
    },
    { timeout: patience },
  );
}

/** Asks for completion at the cursor and answers the rows of the widget. */
export async function suggestions({ page }: Workbench): Promise<Locator> {
  await page.keyboard.press('Control+Space');
  const rows = editor(page).locator('.suggest-widget.visible .monaco-list-row');
  await rows.first().waitFor();
  return rows;
}

/** Renames what is at the cursor. */
export async function rename({ page }: Workbench, name: string): Promise<void> {
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  await input.fill(name);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Shows the hover of what is at the cursor and answers its contents. */
export async function hover(workbench: Workbench): Promise<Locator> {
  await runCommand(workbench, 'Show or Focus Hover');
  const contents = workbench.page.locator('.monaco-hover:not(.hidden) .hover-contents');
  await contents.first().waitFor();
  return workbench.page.locator('.monaco-hover:not(.hidden)').first();
}

/** The inner document of the extension's webview. */
export function webview({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview[src*="extensionId=iec62443.zones"]').frameLocator('iframe#active-frame');
}
