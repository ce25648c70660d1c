/**
 * `npm run bench [-- names]`: builds, then runs the benchmarks of `bench/` one after the other, or those named.
 * What is no benchmark's name is handed on to them: `npm run bench -- server L` measures the server on the model L.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './lib/install.mjs';
import { must, root } from './lib/process.mjs';

const wanted = process.argv.slice(2);
try {
  await installPackages();
  await must('npm', ['run', '--silent', 'build'], { quiet: true });
  const all = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'));
  const names = all.map((file) => file.replace('.bench.ts', ''));
  const options = wanted.filter((word) => !names.includes(word));
  const chosen = names.filter((name) => options.length === wanted.length || wanted.includes(name));
  if (options.length > 0 && chosen.length > 1) throw new Error(`Say which benchmark: ${names.join(', ')}.`);
  // The pinned Node runs TypeScript as it is.
  for (const name of chosen) await must('node', [join('bench', `${name}.bench.ts`), ...options]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
