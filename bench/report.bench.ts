/**
 * `zones report` of a plant of 100 zones and 5,000 assets, as each kind of file, by the bundled command line in a process
 * of its own. The goal is 10 s and 1 GB.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plant } from './support/models.ts';
import { median, megabytes, round, table } from './support/stats.ts';

const RUNS = 3;
const CLI = join(import.meta.dirname, '../dist/cli.cjs');
const USAGE = join(import.meta.dirname, 'support/usage.cjs');

const folder = mkdtempSync(join(tmpdir(), 'zones-report-'));
try {
  // Areas of three cells and 200 assets, and the hub with two zones.
  for (const { name, text } of plant(26, 200, 1, 67)) writeFileSync(join(folder, name), text);
  console.log(
    table(
      ['100 zones, 5,000 assets as', 'median', 'CPU', 'peak RSS', 'file'],
      ['json', 'md', 'html', 'docx'].map((ending) => rowOf(`crs.${ending}`)),
    ),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rowOf(file: string): string[] {
  const runs = Array.from({ length: RUNS }, () => run(file));
  const middle = (of: (run: Run) => number) => median(runs.map(of));
  return [
    file,
    `${round(middle(({ ms }) => ms) / 1000)} s`,
    `${round(middle(({ cpu }) => cpu) / 1000)} s`,
    `${round(middle(({ peakRss }) => peakRss) / 1e6)} MB`,
    megabytes(statSync(join(folder, file)).size),
  ];
}

interface Run {
  readonly ms: number;
  readonly cpu: number;
  readonly peakRss: number;
}

function run(file: string): Run {
  const begun = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--require', USAGE, CLI, 'report', '-o', file], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - begun;
  if (status !== 0) throw new Error(`zones report -o ${file} ended with ${status}: ${stderr}`);
  return { ms, ...JSON.parse(String(output[3])) };
}
