import { expect, test } from 'vitest';
import { applyEdit, compareAfterEdits } from './differential.ts';

test('after random edits of a plant the findings are those of a fresh workspace', () => {
  const { findings, rules } = compareAfterEdits({ seed: 62443, assets: 600, edits: 120 });
  expect(findings).toBeGreaterThan(100);
  expect(rules.size).toBeGreaterThan(15);
}, 300_000);

test('the first of the edits that a workspace does not see is found, and told with the seed', () => {
  const missed = 18;
  const run = () =>
    compareAfterEdits({
      seed: 5,
      assets: 200,
      edits: 40,
      apply: (workspace, edit, number) => {
        if (number < missed) applyEdit(workspace, edit);
      },
    });
  expect(run).toThrow(
    /^After edit 18 \(.* area-.*\) of seed 5 with 200 assets, .*\nAgain: .* --seed 5 .* --edits 18\n/,
  );
}, 300_000);
