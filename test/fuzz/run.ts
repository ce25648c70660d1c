/**
 * `npm run fuzz -- --seed 7 --minutes 60`: sends the bundled server texts and messages that no editor sends, a thousand
 * from each seed, one seed after the other. Stops at the first fault with the seed and the input that showed it.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '60' } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed);
let inputs = 0;
try {
  for (; Date.now() < end; seed++) {
    const done = await fuzz(seed, (sent) => sent < 1000 && Date.now() < end);
    inputs += done.inputs;
    console.log(`seed ${seed}: ${inputs} inputs so far; the dearest answer took ${Math.round(done.dearest)} ms of CPU`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
