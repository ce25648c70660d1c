import { describe, expect, test } from 'vitest';
import { textOf } from './support/sources.ts';

const configuration = JSON.parse(textOf('language-configuration.json'));

describe('a word', () => {
  const { pattern, flags } = configuration.wordPattern;
  const wordsIn = (text: string) => text.match(new RegExp(pattern, `${flags}g`));

  test.each([
    ['flow plc-101->fw_1', ['flow', 'plc-101', 'fw_1']],
    ['via a.b-1, Süd', ['via', 'a', 'b-1', 'Süd']],
    ['until 2027-03-31', ['until', '2027-03-31']],
    ['SR 1.1 RE(1)', ['SR', '1.1', 'RE', '1']],
  ])('in %s', (text, words) => expect(wordsIn(text)).toEqual(words));
});

describe('a line is followed', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  const increases = (line: string) => new RegExp(increaseIndentPattern).test(line);

  test.each(['zone a {', '  zone b : cell level 1 {', 'zone a "T" {', 'zone a { // why', 'sl-t {'])(
    'by a deeper one: %s',
    (line) => {
      expect(increases(line)).toBe(true);
    },
  );

  test.each([
    'zone a { }',
    '  sl-t 2 { RDF 3 }',
    'owner "{"',
    '// zone a {',
    ' * zone a {',
    '/** zone a {',
    'implements SR 1.1',
  ])('by one as deep: %s', (line) => expect(increases(line)).toBe(false));

  test('by its brace further out', () => {
    expect(new RegExp(decreaseIndentPattern).test('  }')).toBe(true);
    expect(new RegExp(decreaseIndentPattern).test('  zone a { }')).toBe(false);
  });
});

describe('Enter', () => {
  /** What the first rule that fits does: its indentation, and what it writes. */
  const enter = (before: string, after = '', previous = '') => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText, previousLineText }: Record<string, string>) =>
        new RegExp(beforeText!).test(before) &&
        (!afterText || new RegExp(afterText).test(after)) &&
        (!previousLineText || new RegExp(previousLineText).test(previous)),
    );
    return rule && [rule.action.indent, rule.action.appendText].filter(Boolean).join(' + ');
  };

  test.each([
    ['  description """', '', '', 'indent'],
    ['    """', '', '    text', 'outdent'],
    ['/**', ' */', '', 'indentOutdent +  * '],
    ['/** The doc', '', '', 'none +  * '],
    [' * more', '', '/**', 'none + * '],
    [' */', '', ' * more', 'none'],
    ['  description """one line"""', '', '', undefined],
    ['/** all */', '', '', undefined],
    ['zone a {', '', '', undefined],
    ['  owner "x"', '', '', undefined],
  ])('after %s', (before, after, previous, expected) => {
    expect(enter(before, after, previous)).toBe(expected);
  });
});

test('every pair that closes by itself opens and closes what the language has', () => {
  const pairs = configuration.autoClosingPairs.map(({ open, close }: Record<string, string>) => open! + close!);
  expect(pairs).toEqual(['{}', '()', '""', '""""""', '/** */']);
});
