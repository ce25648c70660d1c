/**
 * Runs child processes for the scripts of this folder. Only `node:` modules: these scripts also run before
 * anything is installed, on the Node the user has; children get the project's pinned Node first on their PATH.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** npm is a batch file on Windows, which only a shell can start. */
const shell = process.platform === 'win32';

/**
 * The environment for children: the tools of `node_modules/.bin`, the pinned Node among them, come first.
 * @param {Record<string, string | undefined>} [extra]
 */
export function toolEnvironment(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Surroundings */

/**
 * Runs a command and keeps its output.
 * @param {string} command
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 * @returns {Promise<{ code: number, output: Buffer }>} its exit code as that of `run`
 */
export async function capture(command, args, surroundings) {
  /** @type {Buffer[]} */
  const output = [];
  const code = await execute(command, args, 'pipe', surroundings, (chunk) => output.push(chunk));
  return { code, output: Buffer.concat(output) };
}

/**
 * Runs a command with its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {Surroundings & { quiet?: boolean }} [options] `quiet` shows the output only when it fails
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 1 when a signal ended it
 */
export async function run(command, args, { quiet = false, ...surroundings } = {}) {
  if (!quiet) return execute(command, args, 'inherit', surroundings);
  const { code, output } = await capture(command, args, surroundings);
  if (code !== 0) process.stderr.write(output);
  return code;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} outputs
 * @param {Surroundings} [surroundings]
 * @param {(chunk: Buffer) => void} [read] is given what comes through the pipes
 * @returns {Promise<number>}
 */
function execute(command, args, outputs, { cwd = root, env = toolEnvironment() } = {}, read = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', outputs, outputs] });
    // Ctrl-C reaches the children of a terminal by itself; other ends of this process do not.
    const atExit = () => child.kill();
    process.on('exit', atExit);
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      process.off('exit', atExit);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command and throws when it fails, so that a script can be read as its list of steps.
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed with exit code ${code}.`);
}

/**
 * Runs a step with a line before it and its time after it.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  console.log(`\u25b8 ${title} \u2026`);
  const result = await work();
  console.log(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Starts a long-running command as the leader of a process group of its own, which ends with this process
 * whatever way this process ends (except by SIGKILL).
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {{ child: import('node:child_process').ChildProcess, ended: Promise<unknown>, stop: () => Promise<void> }}
 *   `ended` resolves when the process has ended; `stop` ends it and all it started
 */
export function startGroup(command, args, options) {
  const posix = process.platform !== 'win32';
  const child = spawn(command, args, { ...options, detached: posix });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  /** @param {NodeJS.Signals} name */
  const signal = (name) => {
    if (child.pid === undefined) return;
    try {
      if (posix) process.kill(-child.pid, name);
      else child.kill(name);
    } catch {
      // The group has ended already: that is what was wanted.
    }
  };
  const atExit = () => signal('SIGKILL');
  process.on('exit', atExit);
  const stop = async () => {
    signal('SIGTERM');
    const kill = setTimeout(atExit, 3000);
    await ended;
    clearTimeout(kill);
    atExit();
    process.off('exit', atExit);
  };
  return { child, ended, stop };
}

/** Turns the signals that end a script into an ordinary exit, so that `startGroup` can end what it started. */
export function exitOnSignals() {
  for (const [name, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(name, () => process.exit(code));
  }
}
