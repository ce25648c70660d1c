/**
 * `npm test`: installs what the tests need, builds, and runs every check and suite. Goes on after a failure, so that
 * one run tells all. The last line is `N passed, N failed`; the exit code says the same.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hostRunsHere } from './editor-host.mjs';
import { installPackages } from './lib/install.mjs';
import { capture, exitOnSignals, root, run } from './lib/process.mjs';
import { captureVitest, runVitest } from './lib/vitest.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {import('./lib/vitest.mjs').Counts} counts */
function add(counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

/**
 * Runs something that counts as one check: it holds unless it throws or answers an exit code other than 0.
 * @param {string} title
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether it held
 */
async function check(title, work) {
  const started = Date.now();
  console.log(`\n\u25b8 ${title}`);
  let held = true;
  try {
    const code = await work();
    held = typeof code !== 'number' || code === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    held = false;
  }
  console.log(`  ${held ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  add({ passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0 });
  return held;
}

/** @param {string} title @param {() => Promise<import('./lib/vitest.mjs').Counts>} work */
async function suite(title, work) {
  console.log(`\n\u25b8 ${title}`);
  add(await work());
}

/**
 * The suite in VS Code, which tests the package. It waits for an editor half of the time, so it runs beside other tests.
 * @param {ReturnType<typeof capture>} hostSetUp
 */
async function runInEditor(hostSetUp) {
  const { code } = await hostSetUp;
  return code === 0 ? captureVitest('editor', ['--config', 'test/editor/vitest.config.ts']) : undefined;
}

exitOnSignals();
rmSync(join(root, 'zones.vsix'), { force: true });
if (await check('Packages', installPackages)) {
  if (hostRunsHere) console.log('\n\u25b8 Setting up a browser VS Code while the checks run; its output follows them.');
  // It waits for the network and the disk most of the time.
  const hostSetUp = hostRunsHere ? capture('node', ['scripts/editor-host.mjs']) : undefined;
  await check('Generated files are up to date', () => run('node', ['scripts/generate.mjs', '--check']));
  await check('Linter and formatter', () => run('biome', ['check', '--error-on-warnings', '.']));
  await check('Types', () => run('tsc', ['-b']));
  // Before the tests: those of the server and of the command line run the bundles that this makes.
  const packaged = await check('The package zones.vsix', () => run('node', ['scripts/package.mjs'], { quiet: true }));
  const inEditor = packaged && hostSetUp ? runInEditor(hostSetUp) : undefined;
  // It is awaited behind the other tests; what goes wrong with it before is told there.
  inEditor?.catch(() => {});
  await suite('Tests', () => runVitest('unit'));
  if (hostSetUp) {
    await check('A browser VS Code to test it in', async () => {
      const { code, output } = await hostSetUp;
      process.stdout.write(output);
      return code;
    });
  } else {
    // Where the browser VS Code does not run, desktop VS Code runs the part of the suite that needs no browser.
    await check('Tests in desktop VS Code', () => run('node', ['test/editor/integration/run.mjs']));
  }
  const ran = await inEditor;
  if (ran) {
    await suite('Tests in VS Code, which ran beside the others', async () => {
      process.stdout.write(ran.output);
      return ran.counts;
    });
  }
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
