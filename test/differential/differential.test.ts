import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULE_CODES } from '../../language-server/core/rules/index.ts';
import { compareAfterGroups } from '../core/compare-edits.ts';
import { type Edit, edit, edits, type Files, startingFiles } from '../core/random-files.ts';
import { WHOLE_MODEL, wholeModelEdits } from '../core/word-edits.ts';
import { applyEdit, compareAfterEdits } from './differential.ts';
import { createReach, OF_ONE_DECLARATION } from './reach.ts';
import { TELLING } from './telling.ts';

/** More of it by hand: `RUNS=2000 SEED=1 npx vitest run test/differential`. */
const runs = (standard: number) => ({ numRuns: Number(process.env.RUNS ?? standard) });
type Groups = readonly (readonly Edit[])[];
/** A few updates, of a few edits each. */
const groupsOf = (each: typeof edits, together: number) =>
  fc.array(fc.array(each, { minLength: 1, maxLength: together }), { minLength: 1, maxLength: 8 });

describe('after edits the findings are those of a fresh workspace with the same texts', () => {
  const reach = createReach();

  test('of a plant', () => {
    const { findings } = compareAfterEdits({ seed: 62443, assets: 600, edits: 120, reach, verify: true });
    expect(findings).toBeGreaterThan(100);
  }, 1_200_000);

  test('of few, odd lines', () => {
    const check = (start: Files, groups: Groups) => compareAfterGroups(start, groups, reach);
    fc.assert(fc.property(startingFiles, groupsOf(edits, 2), check), runs(30));
  }, 1_200_000);

  test('of words of a small plant', () => {
    const check = (groups: Groups) => compareAfterGroups(WHOLE_MODEL, groups, reach);
    fc.assert(fc.property(groupsOf(wholeModelEdits, 2), check), runs(50));
  }, 1_200_000);

  test.each(Object.entries(TELLING))('of a word that tells: %s', (rule, { files, edit: [file, old, by] }) => {
    const own = createReach();
    const start: Files = new Map(Object.entries(files));
    const replace = edit(`in ${file} ${old} → ${by}`, (texts) =>
      new Map(texts).set(file, texts.get(file)!.replace(old, by)),
    );
    compareAfterGroups(start, [[replace]], own);
    compareAfterGroups(start, [[replace]], reach);
    expect([...own.rules]).toContain(rule);
  });

  // Another seed or number of runs reaches others.
  const isStandard = process.env.SEED === undefined && process.env.RUNS === undefined;
  test.runIf(isStandard)('so that each rule comes to say something else of a file that was not touched', () => {
    // A fault of the program is in no text.
    expect([...RULE_CODES].filter((code) => !reach.rules.has(code))).toEqual(['internal-error']);
    expect(Object.keys(OF_ONE_DECLARATION).filter((code) => !RULE_CODES.has(code))).toEqual([]);
  });
});

test('the first of the edits that a workspace does not see is found, and told with the seed', () => {
  const missed = 24;
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
    /^After edit 24 \(.* area-.*\) of seed 5 with 200 assets, .*\nAgain: .* --seed 5 .* --edits 24\n/,
  );
});
