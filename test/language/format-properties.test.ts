import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { countBreaks } from '../../language-server/language/format/shape.ts';
import { spell } from '../../language-server/language/format/spelling.ts';
import { split } from '../../language-server/language/parser/split.ts';
import { endOf, tokensOf } from '../../language-server/language/parser/tokens.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { startingFiles } from '../core/random-files.ts';
import { TODAY } from '../support/fixture.ts';
import { breakSome, dice, mangle, sprinkle } from '../support/mangle.ts';
import { projectFiles, textOf } from '../support/sources.ts';

const models = projectFiles().filter((file) => file.endsWith('.zones') && !file.startsWith('test/'));
const examples = models.filter((file) => file.startsWith('examples/')).map(textOf);

const URI = 'file:///model.zones';

/** What a text says and what is found in it, without the places. */
function saidBy(text: string): unknown {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: URI, text }]);
  const isPlace = (key: string, value: unknown) => typeof value === 'number' && /^(at|whole|\w*At)$/.test(key);
  const units = workspace.files
    .get(URI)!
    .entries.map(({ unit }) =>
      JSON.parse(JSON.stringify(unit, (key, value) => (isPlace(key, value) ? undefined : value))),
    );
  // Where declarations stood on one line they were read together.
  const said: Record<string, unknown[]> = {};
  for (const unit of units as Record<string, unknown>[]) {
    for (const [key, value] of Object.entries(unit)) {
      if (typeof value === 'object') said[key] = [...(said[key] ?? []), value].flat();
    }
  }
  const findings = workspace.findingsOf(URI).map(({ rule, message }) => `${rule}: ${message}`);
  return { said, findings: findings.sort() };
}

/** The comments of a text in their order, and its words, signs and texts in one spelling and in any. */
function wordsOf(text: string): { comments: string[]; words: string[] } {
  const plain = (word: string) => word.replace(/\s+/g, ' ').trim();
  const tokens = tokensOf(text).filter((token) => token.text !== ',');
  const words = tokens.flatMap(({ text: word, kind }) => (kind === 'comment' ? [] : plain(spell(word))));
  return {
    comments: tokens.flatMap((token) => (token.kind === 'comment' ? plain(token.text) : [])),
    words: words.sort(),
  };
}

/** What each comment of a text stands beside. */
function besides(text: string): string[] {
  const tokens = tokensOf(text).filter((token) => token.text !== ',');
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'comment') return [];
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const isRemark = before !== undefined && countBreaks(text, endOf(before), token.at) === 0;
    const leads = after !== undefined && after.text !== '}' && countBreaks(text, endOf(token), after.at) === 0;
    return `${token.text.replace(/\s+/g, ' ').trim()}: ${isRemark || leads ? 'beside' : 'alone'}`;
  });
}

/** That formatting a text keeps all that it says, and that there is nothing to do afterwards. */
function expectKept(text: string): void {
  const { text: formatted } = formatText(text);
  expect(formatText(formatted).text).toBe(formatted);
  expect(wordsOf(formatted)).toEqual(wordsOf(text));
  expect(saidBy(formatted)).toEqual(saidBy(text));
}

describe.each(models)('%s', (model) => {
  const { text, left } = formatText(textOf(model));

  test('comes back to one text, however it was written', () => {
    expect(left).toEqual([]);
    fc.assert(
      fc.property(dice, (numbers) => {
        expect(formatText(mangle(text, numbers))).toEqual({ text, left: [] });
      }),
      { numRuns: 30 },
    );
  });
});

test('comments everywhere stay in order and beside what they spoke of', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), dice, dice, (example, comments, spaces) => {
      const text = sprinkle(mangle(example, spaces), comments);
      expectKept(text);
      expect(besides(formatText(text).text)).toEqual(besides(text));
    }),
    { numRuns: 100 },
  );
});

test('line ends and the byte order mark are those of the file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), dice, dice, (example, comments, spaces) => {
      const text = sprinkle(mangle(example, spaces), comments);
      const { text: formatted } = formatText(text);
      expect(formatted).not.toBe(text);
      const wanted = formatted.replaceAll('\n', '\r\n');
      expect(formatText(`\ufeff${text.replaceAll('\n', '\r\n')}`).text).toBe(`\ufeff${wanted}`);
    }),
    { numRuns: 30 },
  );
});

test('a declaration that cannot be read stays as it is, the others are formatted', () => {
  let broken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...examples), dice, dice, (example, faults, spaces) => {
      const text = breakSome(mangle(example, spaces), faults);
      const { text: formatted, left } = formatText(text);
      broken += left.length;
      const texts = split(text).map(
        ({ start, end }) => [text.slice(start, end), left.some((each) => each.start === start)] as const,
      );
      // Each as it was, or as it would be alone.
      const wanted = texts.map(([own, isLeft]) => (isLeft ? own : formatText(own).text.trimEnd()));
      expect(wanted.filter((own) => !formatted.includes(own))).toEqual([]);
      expect(formatText(formatted).text).toBe(formatted);
      // Declaration by declaration: a text that is not closed ends with its own.
      const wordsIn = (all: string) => split(all).map(({ start, end }) => wordsOf(all.slice(start, end)));
      expect(wordsIn(formatted)).toEqual(wordsIn(text));
    }),
    { numRuns: 100 },
  );
  expect(broken).toBeGreaterThan(10);
});

test('models of all sorts say the same afterwards', () => {
  fc.assert(
    fc.property(startingFiles, dice, (files, comments) => {
      for (const text of files.values()) {
        expectKept(text);
        expectKept(sprinkle(text, comments));
      }
    }),
    { numRuns: 50 },
  );
});
