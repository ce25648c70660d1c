/**
 * `npm start`: opens VS Code with the extension on an empty folder, for the tour of the README or a model of one's own,
 * and on `examples/`: two folders, so that the systems of one are none of the other's. Desktop VS Code where `code` is on the PATH, else the
 * browser VS Code of the editor tests. Ctrl-C ends it and everything it started. `--browser` asks for the latter.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCodeServer } from './editor-host.mjs';
import { installPackages } from './lib/install.mjs';
import { exitOnSignals, must, root, step } from './lib/process.mjs';

const examples = join(root, 'examples');
/** The picture of the first example is what a newcomer should see. */
const settings = { 'zones.preview.openWithFirstModel': true };

/** The model that is shown first. */
const firstModel = join(examples, 'water-treatment', 'control.zones');

/** Writes the workspace that is opened; what somebody has made in its empty folder stays. */
function writeWorkspace() {
  const folder = join(root, 'out', 'start');
  mkdirSync(join(folder, 'plant'), { recursive: true });
  const workspace = join(folder, 'zones.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'plant' }, { path: examples }] }));
  return workspace;
}

/**
 * Runs desktop VS Code until its window is closed, or Ctrl-C. It gets settings of its own, so that it is a process of
 * its own too and not a window of the VS Code that may be running already; that process writes its id into a file.
 */
async function openDesktop() {
  await step('Building', () => must('npm', ['run', '--silent', 'build'], { quiet: true }));
  const data = join(root, 'out', 'start', 'desktop');
  const started = Date.now();
  process.on('exit', () => {
    try {
      const lock = join(data, 'code.lock');
      // An older file would be left from a crash, and its number may be another process's by now.
      if (statSync(lock).mtimeMs > started) process.kill(Number(readFileSync(lock, 'utf8')));
    } catch {
      // It has ended already.
    }
  });
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(settings));
  console.log('VS Code opens on an empty folder, plant, and on examples. Close its window or press Ctrl-C to end it.');
  const workspace = writeWorkspace();
  await must('code', [
    '--wait',
    `--user-data-dir=${data}`,
    `--extensionDevelopmentPath=${root}`,
    workspace,
    firstModel,
  ]);
}

/** Serves the browser VS Code until Ctrl-C. */
async function openBrowser() {
  const vsix = join(root, 'zones.vsix');
  await step('Building and packaging', () => must('node', ['scripts/package.mjs'], { quiet: true }));
  await installCodeServer();
  const { startCodeServer } = await import('./lib/code-server.mjs');
  const server = await step('Starting VS Code', () =>
    startCodeServer({ home: join(root, 'out', 'start'), vsix, settings }),
  );
  const open = JSON.stringify([['openFile', `${server.url.replace('http:', 'vscode-remote:')}${firstModel}`]]);
  const address = `${server.url}/?workspace=${encodeURIComponent(writeWorkspace())}&payload=${encodeURIComponent(open)}`;
  console.log(
    `\nVS Code is open on an empty folder, plant, and on examples at\n\n  ${address}\n\nPress Ctrl-C to end it.`,
  );
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    spawn('xdg-open', [address], { stdio: 'ignore' }).on('error', () => {
      // No desktop to open it with: the address is printed.
    });
  }
  await server.ended;
}

exitOnSignals();
try {
  await installPackages();
  const desktop = spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
  if (desktop && !process.argv.includes('--browser')) await openDesktop();
  else await openBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
