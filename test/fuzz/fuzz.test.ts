import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

/** About half a minute; `npm run fuzz` goes on for hours. */
const INPUTS = 900;

test('the server gets over texts and messages that no editor sends', async () => {
  const { inputs } = await fuzz(Number(process.env.SEED ?? 62443), (sent) => sent < INPUTS);
  expect(inputs).toBe(INPUTS);
});
