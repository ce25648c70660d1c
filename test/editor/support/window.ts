import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { readConfiguration } from '../../../language-server/editor/configuration.ts';
import { shownFindings } from '../../../language-server/editor/diagnostics.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { nodeRuntime } from '../../../language-server/node-runtime.ts';
import { launchChromium } from '../../../scripts/lib/chromium.mjs';
import { TIDY_KEY } from './server.ts';

/** How long the workbench may take for one thing that a test waits for, in milliseconds. */
export const patience = 20_000;
/** The same for what loads all of VS Code, or takes up a whole folder. */
const muchPatience = { timeout: 3 * patience };

/** A VS Code window with a folder open. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the folder that is open. */
  readonly folder: string;
}

export interface Window extends Workbench {
  /** How the workbench says that it looks: its theme, and which of its parts are shown. */
  readonly looks: readonly string[];
  /** The states that extensions keep in this browser, before the test. */
  kept: string;
}

/** Files of a folder: path → text. */
export type Files = Readonly<Record<string, string>>;

let browser: Browser | undefined;
/** Shared by the windows of a run: the second one finds VS Code in the browser's cache. */
let context: BrowserContext | undefined;

/** Opens a window on a new folder with these files; answers it when all their findings are counted. */
export async function openWindow(files: Files): Promise<Window> {
  const folder = mkdtempSync(join(tmpdir(), 'zones-workspace-'));
  writeAll(folder, files);
  browser ??= await launchChromium();
  context ??= await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  try {
    await page.goto(`${inject('workbench')}/?folder=${encodeURIComponent(folder)}`, muchPatience);
    // Keys pressed before the status bar and the explorer are there are lost.
    await page.locator('.statusbar-item').first().waitFor(muchPatience);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor(muchPatience);
    await expectProblemsOf({ page, folder }, files);
    return { page, folder, looks: await looksOf(page), kept: await keptStates(page) };
  } catch (error) {
    await closeWindow({ page, folder });
    throw error;
  }
}

export async function closeWindow({ page, folder }: Workbench): Promise<void> {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Makes a window as it was before its test: closes all editors without saving them and all that lies over them,
 * deletes the files, and waits until their findings are gone. Fails with what cannot be taken away.
 */
export async function emptyWindow(window: Window): Promise<void> {
  const { page, folder } = window;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  // Over nothing that shows a hover.
  await page.mouse.move(700, 890);
  const leftAfterTidying = async () => {
    // The preview keeps keys that are pressed in it.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press(TIDY_KEY);
    return leftIn(window);
  };
  await expect.poll(leftAfterTidying, { ...muchPatience, interval: 100 }).toBe('');
}

/** Gives an empty window the files of the next test. Fails when it is not empty, or shows findings of other files. */
export async function fillWindow(window: Window, files: Files): Promise<void> {
  expect(await leftIn(window), 'left in the window by the test before').toBe('');
  writeAll(window.folder, files);
  await expectProblemsOf(window, files);
  window.kept = await keptStates(window.page);
}

/** Whether the extension remembers something of the test for as long as its folder exists, which nothing takes back. */
export async function isRemembered({ page, kept }: Window): Promise<boolean> {
  return (await keptStates(page)) !== kept;
}

/** Writes a file below a folder, as another program would. */
export function writeInto(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeAll(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text);
}

/** What is in a window that a new one on an empty folder has not. */
async function leftIn({ page, looks }: Window): Promise<string> {
  const shown = await page.evaluate(() => {
    const transient = {
      editor: '.tabs-container .tab',
      webview: 'iframe.webview',
      notification: '.notification-toast, .notifications-center.visible',
      'quick input': '.quick-input-widget',
      menu: '.action-widget, .context-view',
      hover: '.monaco-hover',
      dialog: '.monaco-dialog-box',
      'file in the explorer': '.explorer-folders-view .monaco-list-row',
    };
    return Object.entries(transient).flatMap(([what, selector]) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => `${what} ${element.getAttribute('aria-label') ?? ''}`.trim()),
    );
  });
  const groups = await page.locator('.editor-group-container').count();
  if (groups !== 1) shown.push(`${groups} groups of editors`);
  const problems = await problemsShown(page);
  if (problems !== NO_PROBLEMS) shown.push(problems);
  const now = await looksOf(page);
  for (const look of new Set([...looks, ...now])) {
    if (!now.includes(look)) shown.push(`not ${look}`);
    else if (!looks.includes(look)) shown.push(look);
  }
  return shown.join('; ');
}

async function looksOf(page: Page): Promise<readonly string[]> {
  const classes = (await page.locator('.monaco-workbench').getAttribute('class')) ?? '';
  return classes.split(/\s+/).filter((name) => /^(vs|hc|no)/.test(name));
}

const NO_PROBLEMS = 'No Problems';

/** The count in the status bar, such as `Errors: 1, Warnings: 2, Infos: 3`. */
async function problemsShown(page: Page): Promise<string> {
  return (await page.locator('#status\\.problems a').getAttribute('aria-label')) ?? '';
}

/** Waits until the editor counts as many findings as these files have, and so has taken up all of them. */
async function expectProblemsOf({ page, folder }: Workbench, files: Files): Promise<void> {
  const models = Object.entries(files).filter(([path]) => path.endsWith('.zones'));
  const workspace = createWorkspace({
    defaultSystem: basename(folder),
    today: nodeRuntime.today(),
  });
  workspace.update(models.map(([uri, text]) => ({ uri, text })));
  const shown = (uri: string) =>
    shownFindings(workspace.findingsOf(uri), readConfiguration(undefined).missingControlGroup);
  const severities = models.flatMap(([uri]) => shown(uri).map(({ severity }) => severity));
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = severities.filter((other) => other === severity).length;
    return count > 0 ? [`${severity[0]!.toUpperCase()}${severity.slice(1)}s: ${count}`] : [];
  });
  await expect.poll(() => problemsShown(page), muchPatience).toBe(counts.join(', ') || NO_PROBLEMS);
}

/** What the extension keeps for the folders that were open in this browser: the names of its entries there. */
async function keptStates(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('vscode-web-state-db') || name.includes('global')) continue;
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answer(indexedDB.open(name));
      const entries = database.transaction('ItemTable').objectStore('ItemTable');
      const value: unknown = await answer(entries.get('iec62443.zones'));
      if (value !== undefined) kept.push(`${name}: ${value}`);
      database.close();
    }
    return kept.sort().join('\n');
  });
}
