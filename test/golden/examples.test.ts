import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zones } from '../support/cli.ts';

/**
 * What the tool says of the plants in `examples/`, word for word. When a change is meant, look at the difference, then
 * `npm run test:unit -- test/golden -u` takes it over.
 */
const EXAMPLES = join(import.meta.dirname, '../../examples');
const DAY = ['--as-of', '2026-11-24'];

describe.each(['water-treatment', 'manufacturing', 'substation'])('%s', (plant) => {
  test('has these findings', async () => {
    const { stdout, stderr } = await zones(['check', plant, ...DAY], EXAMPLES);
    expect(stderr).toBe('');
    await expect(stdout).toMatchFileSnapshot(`${plant}.findings.txt`);
  });

  test('has this posture', async () => {
    const { stdout, stderr } = await zones(['posture', plant, '--format', 'json', ...DAY], EXAMPLES);
    expect(stderr).toBe('');
    await expect(stdout).toMatchFileSnapshot(`${plant}.posture.json`);
  });

  test('has no errors', async () => {
    const { code } = await zones(['check', plant, ...DAY], EXAMPLES);
    expect(code).toBe(0);
  });
});

test('a zone of the water treatment plant has this requirements specification', async () => {
  const args = ['report', 'water-treatment', '--zone', 'control.filters', ...DAY];
  const { stdout, stderr } = await zones(args, EXAMPLES);
  expect(stderr).toBe('');
  await expect(stdout).toMatchFileSnapshot('water-treatment.report.json');
});
