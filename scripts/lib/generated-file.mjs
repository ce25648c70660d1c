import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file that is generated; with `--check` only compares, and lets the process fail where what is committed is stale.
 *
 * @param {string} root the project's folder
 * @param {string} file path below it
 * @param {string} text
 */
export function writeGenerated(root, file, text) {
  const path = join(root, file);
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${file} is stale. Run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
  }
}
