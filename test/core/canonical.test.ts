import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canonicalText, canonicalUnit } from '../../language-server/core/model/canonical.ts';
import { formatText } from '../../language-server/language/format/index.ts';
import { tokensOf } from '../../language-server/language/parser/tokens.ts';
import { readSource } from '../../language-server/language/source-file.ts';
import { EVERYTHING } from '../support/record-model.ts';

const unitsOf = (text: string) => readSource(text).units.map(({ source }) => source.unit);
const canonical = (...texts: readonly string[]) => canonicalText(texts.flatMap(unitsOf).map(canonicalUnit));

/** The declarations of the first version of the form. */
const FIRST = 16;

const WHOLE = EVERYTHING.join('\n\n');
const KNOWN = canonical(WHOLE);

test('the model of these tests has no faults of its own', () => {
  expect(unitsOf(WHOLE).flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
});

describe('another text that says the same', () => {
  it.each([
    ['formatted', formatText(WHOLE).text],
    [
      'on lines of its own for each word',
      tokensOf(WHOLE)
        .map(({ text }) => text)
        .join('\n'),
    ],
    ['with CRLF and tabs', WHOLE.replaceAll('\n', '\r\n').replaceAll('  ', '\t')],
    [
      'with comments',
      WHOLE.replaceAll(' {\n', ' { // a remark\n/* and more */\n').replace(/^zone/gm, '/** About it. */\nzone'),
    ],
    ['with its members in another order', WHOLE.replace('safety no  criticality high', 'criticality high  safety no')],
    ['with its statements in another order', WHOLE.replace(/( {2}implements SR 5.2.*\n)( {2}plans.*\n)/, '$2$1')],
    [
      'with clauses in another order',
      WHOLE.replace('on 2026-05-04', '').replace('"No injury" by', '"No injury" on 2026-05-04 by'),
    ],
    ['with a list in another order', WHOLE.replace('SR 1.3, SR 1.4', 'SR 1.4, SR 1.3')],
    ['with requirements in another notation', WHOLE.replace('SR 1.1 RE(2)', 'SR1.1 RE 2')],
    ['with a vector in another notation', WHOLE.replace('2 { RDF 3 }', '{ 2 2 2 2 3 2 2 }')],
    ['without its approval', WHOLE.replace(/ {2}approval.*\n/, '')],
    ['with another approval', WHOLE.replace('review 12', 'review 6')],
    [
      'with a line about a rule that a later one replaces',
      WHOLE.replace('rule zone-owner', 'rule zone-owner error\n  rule zone-owner'),
    ],
  ])('%s', (_, text) => {
    expect(text).not.toBe(WHOLE);
    expect(canonical(text)).toBe(KNOWN);
  });

  it('in whatever order and files', () => {
    const [header, ...rest] = EVERYTHING;
    fc.assert(
      fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), fc.nat(rest.length), (order, cut) => {
        const files = [`system riverside\n${order.slice(0, cut).join('\n')}`, [header, ...order.slice(cut)].join('\n')];
        expect(canonical(...files)).toBe(KNOWN);
      }),
      { numRuns: 30 },
    );
  });
});

describe('another word is another model', () => {
  const approval = WHOLE.indexOf('approval');
  const isOfApproval = (at: number) => at >= approval && at < WHOLE.indexOf('\n', approval);
  const changed = (text: string): string => {
    if (text.startsWith('"')) return `"x${text.slice(1)}`;
    if (/^\d+$/.test(text)) return String(Number(text) + 1);
    return /^\d{4}-/.test(text) ? text.replace(/^\d{4}/, '2031') : `${text}x`;
  };
  const words = tokensOf(WHOLE).filter(({ kind, at }) => kind !== 'sign' && kind !== 'comment' && !isOfApproval(at));

  test('whichever it is', () => {
    expect(words.length).toBeGreaterThan(400);
    const same = words.filter(({ text, at }) => {
      const other = WHOLE.slice(0, at) + changed(text) + WHOLE.slice(at + text.length);
      const isBroken = unitsOf(other).some(({ broken }) => broken);
      return !isBroken && canonical(other) === KNOWN;
    });
    // A word that means nothing counts as not given; where these are not given they are what they were.
    expect(same.map(({ text }) => text)).toEqual(['applies', 'zone', 'tcp', 'network', 'yes']);
  });

  test.each([
    ['a text for the name of a policy', 'policy OT-POL-7, "House', 'policy "OT-POL-7", "House'],
    ['the direction of a flow', 'flow hmi -> plc-1', 'flow hmi <-> plc-1'],
    ['what a number of seven is about', '1 1 2 1 2 1 1', '1 2 1 1 2 1 1'],
    ['the order of a scale', 'unlikely, possible', 'possible, unlikely'],
    ['the order of a row', 'row unlikely 1, 2', 'row unlikely 2, 1'],
    ['where something stands', '  zone dosing : cell level 1 { asset plc-1 : plc }\n', ''],
    ['a no', 'safety no', ''],
    ['a verb', 'plans SR 6.2', 'implements SR 6.2'],
  ])('%s', (_, from, to) => {
    const other = WHOLE.replace(from, to);
    expect(other).not.toBe(WHOLE);
    expect(canonical(other)).not.toBe(KNOWN);
  });
});

test('what a model says is hashed as ever: an approval of today must hold with the next version', () => {
  const first = canonical(EVERYTHING.slice(0, FIRST).join('\n'));
  const hash = createHash('sha256').update(first, 'utf8').digest('hex');
  expect(hash).toBe('6496a081248b9e3333b9b15620c8bdc479c2fcc71270e7b4f5bb5da1c1640b21');
});
