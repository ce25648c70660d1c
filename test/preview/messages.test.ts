import { expect, test } from 'vitest';
import { fromPage, keptLooking, previewState, toPage } from '../../src/preview/messages.ts';

const area = { x: 0, y: -4.5, width: 100, height: 50 };

const options = { expanded: ['control'], depth: 2, colouring: 'gap' };

test.each([
  { type: 'ready', aspect: 1 },
  { type: 'resized', aspect: 0.7 },
  { type: 'select', element: 'control.plc', open: true },
  { type: 'options', options: {} },
  { type: 'options', options },
  { type: 'inView', id: 1, area },
  { type: 'png', id: 1, data: '' },
  { type: 'findingsOf', part: 'a b', elements: ['to-a', 'to-b'], withInner: false },
  { type: 'openFinding', part: 'control', at: 0 },
  { type: 'print' },
  { type: 'export' },
])('the extension takes $type of the page', (message) => {
  expect(fromPage(message)).toBe(message);
});

test.each([
  { type: 'inView', id: 1 },
  { type: 'inView', id: 1, area: { ...area, width: '100' } },
  { type: 'inView', id: 1, area: { ...area, width: Number.NaN } },
  { type: 'inView', id: 1, area: { ...area, width: Number.POSITIVE_INFINITY } },
  { type: 'select', element: 'control.plc' },
  { type: 'options' },
  { type: 'options', options: { ...options, expanded: [1] } },
  { type: 'options', options: { ...options, colouring: 'rainbow' } },
  { type: 'inView', area },
  { type: 'findingsOf', part: 'control', elements: 'control', withInner: false },
  { type: 'openFinding', part: 'control', at: -1 },
  { type: 'openFinding', part: 'control', at: 0.5 },
  { type: 'printAll' },
  { type: 'toString' },
  'print',
  null,
])('and not %j', (message) => {
  expect(fromPage(message)).toBeUndefined();
});

test('a kept state is taken whole or not at all', () => {
  const state = { uri: 'file:///plant.zones', isLocked: false, options, looking: { system: 'plant' } };
  expect(previewState(state)).toBe(state);
  expect(previewState({ ...state, options: undefined })).toBeUndefined();
  expect(previewState(undefined)).toBeUndefined();
});

test('where one was looking is taken of a kept state whole or not at all', () => {
  const looking = { system: 'plant', view: { x: -4.5, y: 0, k: 0.5 } };
  const kept = { uri: 'file:///plant.zones', isLocked: false, options, looking };
  expect(keptLooking(kept)).toBe(looking);
  const fitted = { system: 'plant', view: { ...looking.view, fitted: 0.4 } };
  expect(keptLooking({ ...kept, looking: fitted })).toBe(fitted);
  for (const view of [undefined, {}, { ...looking.view, x: '1' }, { ...looking.view, k: 0 }, { x: 1, y: 2, scale: 1 }])
    expect(keptLooking({ ...kept, looking: { system: 'plant', view } })).toBeUndefined();
  expect(keptLooking({ ...kept, looking: { view: looking.view } })).toBeUndefined();
  expect(keptLooking({ ...kept, looking: undefined })).toBeUndefined();
  expect(keptLooking(undefined)).toBeUndefined();
});

test('the page takes a search with or without a note, and no other', () => {
  const found = { type: 'found', query: 'SR 1.1', hits: [], elements: [] };
  expect(toPage(found)).toBe(found);
  expect(toPage({ ...found, note: 'missed by 2' })).toBeDefined();
  expect(toPage({ ...found, note: 2 })).toBeUndefined();
  expect(toPage({ type: 'askView', id: 3 })).toBeDefined();
  expect(toPage({ type: 'askView' })).toBeUndefined();
});

test('the page takes findings of the four severities, and no other', () => {
  const found = { rule: 'zone-bypass', severity: 'error', message: 'Past the DMZ.' };
  const message = { type: 'findings', part: 'control', findings: [found] };
  expect(toPage(message)).toBe(message);
  expect(toPage({ ...message, findings: [{ ...found, severity: 'fatal' }] })).toBeUndefined();
});
