/**
 * Runs the integration suite in VS Code's extension host, by `@vscode/test-electron`. `--browser` uses the browser
 * VS Code; else $VSCODE names an executable of desktop VS Code, or one is downloaded.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { exitOnSignals, root } from '../../../scripts/lib/process.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(root, 'out', 'integration');

exitOnSignals();
const workspace = mkdtempSync(join(tmpdir(), 'zones-suite-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
cpSync(join(here, 'workspace'), workspace, { recursive: true });

rmSync(built, { recursive: true, force: true });
await esbuild.build({
  entryPoints: readdirSync(join(here, 'suite')).map((file) => join(here, 'suite', file)),
  outdir: built,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
});

const browser = process.argv.includes('--browser');
try {
  await runTests({
    vscodeExecutablePath: browser ? join(here, 'browser-code.mjs') : process.env.VSCODE,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(built, 'index.cjs'),
    launchArgs: [workspace],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
