/**
 * What the page of the preview costs in Chromium, with all zones of a plant open: the first paint, the paint after an
 * edit, and the frames while one pans, at full size and with the whole picture in view. Times are wall-clock
 * milliseconds: other programs count.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { drawPicture } from '../language-server/core/diagram/drawing/picture.ts';
import { levelsOf } from '../language-server/core/diagram/model/visible.ts';
import { diagramModelOf } from '../language-server/editor/diagram.ts';
import { createWorkspace } from '../language-server/language/workspace.ts';
import { launchChromium } from '../scripts/lib/chromium.mjs';
import type { ToPage } from '../src/preview/messages.ts';
import { everythingOpen } from '../test/core/diagram/random-model.ts';
import { plant } from './support/models.ts';
import { median, quantile, round, table } from './support/stats.ts';

const SIZES = [
  { files: 8, perFile: 80 },
  { files: 52, perFile: 100 },
] as const;

const bundle = (name: string): string => readFileSync(join(import.meta.dirname, '../dist', name), 'utf8');

/** What the extension tells the page of a plant. */
function pictureOf(files: number, perFile: number, title: string): ToPage {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  workspace.update(
    plant(files, perFile).map(({ name, text }) => ({ uri: name, text: text.replace('"Area 1"', `"${title}"`) })),
  );
  const model = diagramModelOf(workspace, 'plant');
  const state = { uri: 'file:///plant.zones', isLocked: false, options: {} };
  const picture = drawPicture(model, everythingOpen(model));
  return { type: 'picture', state, system: 'plant', systems: [], broken: [], levels: levelsOf(model), ...picture };
}

/** Milliseconds until a picture is painted, in the page's own time. */
function paint(page: Page, message: ToPage): Promise<number> {
  return page.evaluate(
    (data) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        window.postMessage(data, '*');
        // The message comes first, then the frame that paints it, then this.
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0)), 0);
      }),
    message,
  );
}

/** Milliseconds of each frame while the wheel pans. */
function pan(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const stage = document.querySelector('#stage')!;
        const frames: number[] = [];
        let last = performance.now();
        const step = (): void => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (frames.length > 50) {
            resolve(frames.slice(5));
            return;
          }
          const way = frames.length % 40 < 20 ? 12 : -12;
          stage.dispatchEvent(new WheelEvent('wheel', { deltaX: way, deltaY: way, cancelable: true }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

const browser = await launchChromium();
const rows: string[][] = [];
try {
  for (const { files, perFile } of SIZES) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.setContent('<body class="vscode-light"><main id="stage"></main></body>');
    await page.addStyleTag({ content: bundle('webview.css') });
    await page.evaluate(() => {
      Object.assign(window, {
        acquireVsCodeApi: () => ({ postMessage: () => {}, getState: () => {}, setState: () => {} }),
      });
    });
    await page.addScriptTag({ content: bundle('webview.js') });
    const message = pictureOf(files, perFile, 'Area 1');
    const first = await paint(page, message);
    await page.getByRole('button', { name: 'Actual size' }).click();
    const edits: number[] = [];
    for (let edit = 0; edit < 3; edit++) edits.push(await paint(page, pictureOf(files, perFile, `Area ${edit}`)));
    const near = await pan(page);
    await page.getByRole('button', { name: 'Fit the whole picture' }).click();
    const whole = await pan(page);
    const parts = await page.locator('.z-part').count();
    rows.push([
      parts.toLocaleString('en'),
      `${round(first)} ms`,
      `${round(median(edits))} ms`,
      `${round(median(near))} ms`,
      `${round(quantile(near, 0.95))} ms`,
      `${round(median(whole))} ms`,
    ]);
    await page.close();
  }
} finally {
  await browser.close();
}
const head = ['parts in the page', 'first paint', 'after an edit', 'frame, panning', 'p95', 'frame, whole in view'];
console.log(table(head, rows));
