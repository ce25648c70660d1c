import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { launchChromium } from '../../../scripts/lib/chromium.mjs';
import { artefacts } from './server.ts';

/** How long the workbench may take for one thing that a test waits for, in milliseconds. */
const patience = 20_000;

/** A VS Code window on a folder of its own. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the folder that is open. */
  readonly folder: string;
}

let browser: Browser | undefined;
/** Shared by the tests of a file: the second window finds VS Code in the browser's cache. */
let context: BrowserContext | undefined;

/** To be called once at the top of a test file: one browser for its tests. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  });
  afterAll(() => browser?.close());
}

/**
 * A test in a VS Code window of its own, on a fresh folder with the given files (path → text).
 * The window's last state is kept as a picture, named after the test.
 */
export function workbenchTest(
  name: string,
  files: Record<string, string>,
  body: (workbench: Workbench) => Promise<void>,
) {
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zones-workspace-'));
    for (const [path, text] of Object.entries(files)) writeInto(folder, path, text);
    if (!context) throw new Error('Call useBrowser() at the top of the test file.');
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    try {
      // The first window of a browser loads all of VS Code, which takes long where many programs run.
      await page.goto(`${inject('workbench')}/?folder=${encodeURIComponent(folder)}`, { timeout: 3 * patience });
      await workbenchReady(page);
      await body({ page, folder });
    } finally {
      await page.screenshot({ path: join(artefacts, `${name.replace(/\W+/g, '-')}.png`) });
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Writes a file below a folder, as another program would. */
export function writeInto(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Keys pressed before the status bar and the explorer are there are lost. */
async function workbenchReady(page: Page): Promise<void> {
  await page.locator('.statusbar-item').first().waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
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
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input').fill(path);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: path.split('/').at(-1)! })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
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
