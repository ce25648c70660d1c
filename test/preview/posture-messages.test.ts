import { expect, test } from 'vitest';
import type { Row } from '../../src/posture/messages.ts';
import { fromPage, postureState, toPage } from '../../src/posture/messages.ts';
import { cellsOf, heatMapSvg, markdown } from '../../src/posture/webview/copies.ts';
import { arranged, figuresOf, gapOf } from '../../src/posture/webview/figures.ts';

const row = (path: string, title: string, gap: number, more: Partial<Row> = {}): Row => ({
  sort: 'zone',
  path,
  title,
  depth: 0,
  slT: [gap, 0, 0, 0, 0, 0, 0],
  slA: [0, 0, 0, 0, 0, 0, null],
  slAEvidenced: [0, 0, 0, 0, 0, 0, null],
  gap: [gap, 0, 0, 0, 0, 0, 0],
  required: 10,
  met: 1,
  notApplicable: 2,
  missing: 7 + gap,
  pending: 3,
  ...more,
});
const none: Partial<Row> = {
  slT: null,
  slA: null,
  slAEvidenced: null,
  gap: null,
  required: null,
  met: null,
  missing: null,
};
const rows = [row('b', 'Beta', 1), row('a', 'Alpha', 3), row('x', 'Outside', 0, none)];

test.each([
  { type: 'ready' },
  { type: 'date', date: '2027-01-01' },
  { type: 'controlsOf', sort: 'zone', path: 'a' },
  { type: 'controlsOf', sort: 'conduit', path: 'a', fr: 'IAC' },
  { type: 'state', at: 0, verb: 'plans' },
  { type: 'copyText', text: 'x', what: 'CSV' },
])('the extension takes $type of the page', (message) => {
  expect(fromPage(message)).toBe(message);
});

test.each([
  { type: 'state', at: 0, verb: 'excludes' },
  { type: 'state', at: -1, verb: 'plans' },
  { type: 'openStated', at: 0.5 },
  { type: 'controlsOf', sort: 'asset', path: 'a' },
  { type: 'open' },
  { type: 'readFile', uri: 'file:///etc/passwd' },
  null,
])('and not %j', (message) => {
  expect(fromPage(message)).toBeUndefined();
});

test('the page takes what fits, and a kept state of another version is none', () => {
  expect(toPage({ type: 'copied', what: 'CSV' })).toBeDefined();
  expect(toPage({ type: 'copied' })).toBeUndefined();
  expect(postureState({ uri: 'file:///a' })).toEqual({ uri: 'file:///a' });
  expect(postureState({ file: 'file:///a' })).toBeUndefined();
});

test('rows are filtered by words of name and title, and sorted; what has no figures comes last', () => {
  const paths = (order: Parameters<typeof arranged>[1], filter = '') =>
    arranged(rows, order, 'claimed', filter).map(({ path }) => path);
  expect(paths('text')).toEqual(['b', 'a', 'x']);
  expect(paths('gap')).toEqual(['a', 'b', 'x']);
  expect(paths('missing')).toEqual(['a', 'b', 'x']);
  expect(paths('name')).toEqual(['a', 'b', 'x']);
  expect(paths('text', 'ta BE')).toEqual(['b']);
  expect(gapOf(rows[2]!, 'claimed')).toBe(-1);
  // What cannot be achieved leaves no gap.
  expect(figuresOf(rows[0]!, 'claimed')!.at(-1)).toEqual({ fr: 'RA', target: 0, achieved: null, gap: 0 });
});

test('copies say what the table says, and no name is markup', () => {
  const cells = cellsOf([row('a', 'A | <b> *x*', 1)], 'claimed');
  expect(cells[0]).toHaveLength(cells[1]!.length);
  expect(cells[1]!.slice(0, 3)).toEqual(['A | <b> *x* (a)', '0/1', '0/0']);
  expect(markdown(cells)).toContain('A \\| \\<b\\> \\*x\\* (a) | 0/1 |');
  const svg = heatMapSvg('<Plant>', rows, 'claimed', {
    gaps: ['#1', '#2', '#3', '#4', '#5'],
    text: '#0',
    ground: '#f',
  });
  expect(svg).toContain('&lt;Plant&gt;');
  expect(svg.match(/<rect /g)).toHaveLength(1 + 14);
});
