import { expect, test } from 'vitest';
import { fromPage, previewState, toPage } from '../../src/preview/messages.ts';

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

test('the page takes a search with or without a note, and no other', () => {
  const found = { type: 'found', query: 'SR 1.1', hits: [], elements: [] };
  expect(toPage(found)).toBe(found);
  expect(toPage({ ...found, note: 'missed by 2' })).toBeDefined();
  expect(toPage({ ...found, note: 2 })).toBeUndefined();
  expect(toPage({ type: 'askView', id: 3 })).toBeDefined();
  expect(toPage({ type: 'askView' })).toBeUndefined();
});
