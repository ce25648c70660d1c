import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zones } from '../support/cli.ts';

/**
 * What the tool says of the plants in `examples/`, word for word. When a change is meant, look at the difference, then
 * `npm run test:unit -- test/golden -u` takes it over.
 */
const EXAMPLES = join(import.meta.dirname, '../../examples');
const DAY = ['--as-of', '2026-11-24'];

interface Chapter {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly filled: string;
  readonly add: readonly string[];
  readonly content: readonly object[] | Readonly<Record<string, readonly object[]>>;
}

/** A chapter so that a difference shows the row in which it is. */
function linesOf({ id, number, title, filled, add, content }: Chapter): string[] {
  const tables: Readonly<Record<string, readonly object[]>> = isList(content) ? { '': content } : content;
  return [
    `# ${number} ${title} (${id}): ${filled}`,
    ...add.map((line) => `! ${line}`),
    ...Object.entries(tables).flatMap(([name, rows]) => [
      ...(name === '' ? [] : [`## ${name}`]),
      ...rows.map((row) => JSON.stringify(row)),
    ]),
  ];
}

const isList = (content: Chapter['content']): content is readonly object[] => Array.isArray(content);

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

  test('has this requirements specification, a row a line', async () => {
    const { stdout, stderr } = await zones(['report', plant, ...DAY], EXAMPLES);
    expect(stderr).toBe('');
    const lines = JSON.parse(stdout).systems.flatMap(({ chapters }: { chapters: Chapter[] }) => chapters.flatMap(linesOf));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${plant}.report.txt`);
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
