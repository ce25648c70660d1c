import { expect, test } from 'vitest';
import { MODEL_FORMATS } from '../../../language-server/core/export/formats.ts';

test('each format has an id and a title of its own, and a hint', () => {
  for (const key of ['id', 'title', 'hint'] as const) {
    expect(new Set(MODEL_FORMATS.map((format) => format[key])).size).toBe(MODEL_FORMATS.length);
  }
});

test('of one format each kind of file has an ending of its own', () => {
  for (const { kinds } of MODEL_FORMATS) expect(new Set(kinds.map(({ ending }) => ending)).size).toBe(kinds.length);
});
