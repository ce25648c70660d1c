/**
 * `npm run test:differential -- --seed 7 --assets 10000 --edits 1000`: edits a random plant and compares what the
 * workspace finds with what a fresh one finds; with `--verify` after each edit, and not ten times in all. Fails with the seed and the edit that broke it.
 */
import { parseArgs } from 'node:util';
import { compareAfterEdits } from './differential.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '62443' },
    assets: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '1000' },
    verify: { type: 'boolean', default: false },
  },
});
const numberOf = (option: 'seed' | 'assets' | 'edits'): number => {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} is a whole number from 1 on.`);
  return number;
};

try {
  const run = { seed: numberOf('seed'), assets: numberOf('assets'), edits: numberOf('edits'), verify: values.verify };
  const { files, findings, rules } = compareAfterEdits(run, (done) => console.log(`same after ${done} edits`));
  console.log(`seed ${run.seed}: ${files} files, ${findings} findings of ${rules.size} rules: the same as read anew`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
