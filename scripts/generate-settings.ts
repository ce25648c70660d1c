/**
 * Writes the schema of the settings into package.json, from `language-server/editor/settings.ts`. Run by
 * `npm run generate`; with `--check` it is compared instead, and a stale one is an error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../language-server/editor/settings.ts';
import { root } from './lib/process.mjs';

const file = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const { configuration } = manifest.contributes;
const isStale = JSON.stringify(configuration.properties) !== JSON.stringify(SETTINGS);

if (isStale && process.argv.includes('--check')) {
  console.error('The settings in package.json are stale. Run `npm run generate` and commit it.');
  process.exitCode = 1;
} else if (isStale) {
  configuration.properties = SETTINGS;
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
