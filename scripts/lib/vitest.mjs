/** Runs a vitest suite and counts its results. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root, run } from './process.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs a suite, by default with its output on this terminal. A test file that could not be loaded counts as one failure, and so
 * does a run that reports nothing or ends badly with all tests passing (an error outside of any test).
 * @param {string} name the report's file name
 * @param {string[]} [options] for vitest
 * @param {(command: string, args: string[]) => Promise<number>} [execute] runs it
 * @returns {Promise<Counts>}
 */
export async function runVitest(name, options = [], execute = run) {
  const report = join(root, '.artefacts', `${name}.json`);
  rmSync(report, { force: true });
  const code = await execute('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...options,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = countResults(JSON.parse(readFileSync(report, 'utf8')));
  const silent = counts.passed + counts.failed === 0;
  if (silent || (code !== 0 && counts.failed === 0)) counts.failed += 1;
  return counts;
}

/**
 * Runs a suite beside something else.
 * @param {string} name the report's file name
 * @param {string[]} options for vitest
 * @returns {Promise<{ counts: Counts, output: Buffer }>}
 */
export async function captureVitest(name, options) {
  /** @type {Buffer} */
  let output = Buffer.alloc(0);
  const counts = await runVitest(name, options, async (command, args) => {
    const done = await capture(command, args);
    output = done.output;
    return done.code;
  });
  return { counts, output };
}

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report of vitest's json reporter
 * @returns {Counts}
 */
export function countResults(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  return { passed, failed: failed + brokenFiles.length, skipped: tests.length - passed - failed };
}
