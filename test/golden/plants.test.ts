import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zones } from '../support/cli.ts';

/**
 * What the tool says of plants that others have described in public, word for word. Their files say where. Each finding
 * is one that their owner could be told; take a change over with `npm run test:unit -- test/golden -u` when that is so.
 */
const PLANTS = join(import.meta.dirname, '../plants');
const DAY = ['--as-of', '2026-11-24'];

test.each(['cpwe', 'grfics', 'swat', 'zone-substation'])('%s has these findings', async (plant) => {
  const { stdout, stderr } = await zones(['check', plant, ...DAY], PLANTS);
  expect(stderr).toBe('');
  await expect(stdout).toMatchFileSnapshot(`${plant}.findings.txt`);
});
