/** Installs the project's packages when what is in `node_modules` is not what the lock file says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root, step } from './process.mjs';

/**
 * Whether `node_modules` of a folder holds every package of its lock file in the locked version.
 * Optional packages (those of other platforms) are not asked for.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installedLock = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(installedLock);
  return Object.entries(packages(join(folder, 'package-lock.json'))).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/** Runs `npm ci` where it is needed. */
export async function installPackages() {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (isInstalled(root) && existsSync(node)) return;
  // The user's Node starts npm here: the pinned one is among the packages to install.
  await step('Installing packages (npm ci)', () =>
    must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: process.env }),
  );
}
