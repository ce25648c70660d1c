/** `npm run bench [names]`: builds, then runs the benchmarks of `bench/` one after the other, or those named. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './lib/install.mjs';
import { must, root } from './lib/process.mjs';

const wanted = process.argv.slice(2);
try {
  await installPackages();
  await must('npm', ['run', '--silent', 'build'], { quiet: true });
  const all = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'));
  const chosen = all.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
  if (chosen.length === 0) throw new Error(`No such benchmark. There are: ${all.join(', ') || 'none'}.`);
  // The pinned Node runs TypeScript as it is.
  for (const file of chosen) await must('node', [join('bench', file)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
