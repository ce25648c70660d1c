#!/usr/bin/env node
/**
 * Stands in for the executable of desktop VS Code where there is none: takes the flags with which
 * `@vscode/test-electron` starts it, runs the suite in the browser VS Code, and ends with the suite's exit code.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../../scripts/lib/chromium.mjs';
import { startCodeServer } from '../../../scripts/lib/code-server.mjs';
import { exitOnSignals } from '../../../scripts/lib/process.mjs';

/** An extension host that hangs never says so; the suite takes seconds. */
const timeLimit = 120_000;

const args = process.argv.slice(2);
/** @param {string} name @returns {string} the value of `--name=value` */
function option(name) {
  const value = args.find((arg) => arg.startsWith(`--${name}=`));
  if (!value) throw new Error(`--${name} is missing.`);
  return value.slice(name.length + 3);
}

/**
 * Opens the folder in a page and waits for the suite's end.
 * @param {string} url of the server
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<number>} the suite's exit code
 */
async function runSuite(url, browser) {
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _kind, /** @type {unknown[]} */ values) => {
    console.log(...values);
  });
  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
    setTimeout(() => reject(new Error(`The suite did not end within ${timeLimit / 1000} s.`)), timeLimit).unref();
  });
  const remote = url.replace('http:', 'vscode-remote:');
  const payload = [
    ['extensionDevelopmentPath', `${remote}${option('extensionDevelopmentPath')}`],
    ['extensionTestsPath', `${remote}${option('extensionTestsPath')}`],
    ['skipWelcome', 'true'],
  ];
  const folder = args.find((arg) => !arg.startsWith('-')) ?? process.cwd();
  await page.goto(
    `${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  );
  return ended;
}

exitOnSignals();
const home = mkdtempSync(join(tmpdir(), 'zones-integration-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
const server = await startCodeServer({
  home,
  settings: { 'files.autoSave': 'off' },
  vscodeOptions: ['enable-smoke-test-driver'],
});
const browser = await launchChromium();
try {
  process.exitCode = await runSuite(server.url, browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
