import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zones } from '../support/cli.ts';

/**
 * The pictures of the plants in `examples/`, stroke by stroke. When a change is meant, look at the new picture in a
 * browser, then `npm run test:unit -- test/golden -u` takes it over.
 */
const EXAMPLES = join(import.meta.dirname, '../../examples');

describe.each(['water-treatment', 'manufacturing', 'substation'])('%s', (plant) => {
  test('has this picture', async () => {
    const { stdout, stderr, code } = await zones(['diagram', plant, '--as-of', '2026-11-24'], EXAMPLES);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`${plant}.svg`);
  });
});
