import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { capture } from '../../scripts/lib/process.mjs';
import { MUTATIONS } from './mutations.ts';

/**
 * The guard against findings that are out of date must itself be guarded: each of these faults was once possible with
 * every test passing.
 */
describe('a fault that leaves findings out of date fails with the rule, the file and the word', () => {
  let failures: Readonly<Record<string, readonly string[]>> = {};

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zones-guard-'));
    const output = join(folder, 'failures.json');
    const { code, output: said } = await capture('node', ['test/guard/run-mutated.ts', output]);
    if (code !== 0) throw new Error(said.toString());
    failures = JSON.parse(readFileSync(output, 'utf8'));
    rmSync(folder, { recursive: true });
  });

  test.each(MUTATIONS)('$name', ({ name, rule, word, file }) => {
    // One paragraph an edit: what was edited where, then what is out of date.
    const edits = failures[name]!.flatMap((message) => {
      const [title, ...rest] = message.split(/\n(?=\S)/);
      return rest.map((edit) => ({ title, edit }));
    });
    const wanted = edits.filter(
      ({ title, edit }) =>
        title!.startsWith(`${rule}, `) &&
        edit.startsWith(`${word} → `) &&
        edit.split('\n')[0]!.includes(` in ${file}, line `) &&
        new RegExp(`^ +only (?:known|fresh): \\w+ ${rule} `, 'm').test(edit),
    );
    expect(wanted, failures[name]!.join('\n')).not.toEqual([]);
  });
});
