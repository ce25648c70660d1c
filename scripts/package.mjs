/** Packages the extension as `zones.vsix` and checks what must hold for it: small, self-contained, complete. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from './lib/process.mjs';

const limit = 3 * 1024 * 1024;

/** `npm run build` runs on the way, as the manifest's `vscode:prepublish`. */
const options = [
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  'zones.vsix',
];
try {
  await must('vsce', ['package', ...options]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { size } = statSync(join(root, 'zones.vsix'));
if (size > limit) {
  console.error(`zones.vsix has ${size} bytes; the limit is ${limit}. Look at what is bundled: esbuild.mjs.`);
  process.exitCode = 1;
}
