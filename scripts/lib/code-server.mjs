/** Starts the browser VS Code with a packaged extension in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeServer } from '../editor-host.mjs';
import { run, startGroup } from './process.mjs';

/** What keeps the workbench quiet and offline. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
};

/**
 * Starts a server on a free loopback port.
 * @param {object} options
 * @param {string} options.home folder for everything it keeps: settings, extensions, logs
 * @param {string} [options.vsix] package to install first
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {string[]} [options.vscodeOptions] options for the VS Code server inside
 * @returns {Promise<{ url: string, ended: Promise<unknown>, stop: () => Promise<void> }>}
 *   its address without a trailing slash; `stop` ends it and all it started
 */
export async function startCodeServer({ home, vsix, settings = {}, vscodeOptions = [] }) {
  const data = join(home, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'share'),
  };
  const folders = [
    '--user-data-dir',
    data,
    '--extensions-dir',
    join(home, 'extensions'),
    '--config',
    join(home, 'config.yaml'),
  ];
  if (vsix) {
    const install = [codeServer.entry, ...folders, '--install-extension', vsix, '--force'];
    const code = await run(codeServer.node, install, { env, quiet: true });
    if (code !== 0) throw new Error(`${vsix} could not be installed in the browser VS Code.`);
  }
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const fresh = ['--disable-getting-started-override', '--ignore-last-opened'];
  const inner = vscodeOptions.flatMap((option) => ['--vscode-option', option]);
  const args = [
    codeServer.entry,
    '--auth',
    'none',
    '--bind-addr',
    '127.0.0.1:0',
    ...folders,
    ...quiet,
    ...fresh,
    ...inner,
  ];
  const { child, ended, stop } = startGroup(codeServer.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { url: await listeningAddress(child), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits for the line in which the server says where it listens.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function listeningAddress(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      output += chunk;
      const address = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The browser VS Code ended with exit code ${code}.\n${output}`)));
    setTimeout(() => reject(new Error(`The browser VS Code did not start within 30 s.\n${output}`)), 30_000).unref();
  });
}
