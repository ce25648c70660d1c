import { expect, test } from 'vitest';
import { isFilePath } from '../../language-server/core/text/paths.ts';

test.each([
  'iam.pdf',
  'docs/iam.PDF',
  '../evidence/2024/photo.jpeg',
  'C-17 walkdown.docx',
  'docs/iam.pdf#page=3',
  'ISMS 4.2.docx',
  'cabinet.mp4',
])('%s names a file', (text) => {
  expect(isFilePath(text)).toBe(true);
});

test.each([
  'DOC-2024.17',
  'ISMS 4.2',
  'Policy v1.2',
  'n/a',
  '24/7',
  'SR 1.1/SR 1.2',
  'Checked by the owner.',
  '.pdf',
  'docs/.pdf',
  'https://example.com/iam.pdf',
  'mailto:owner@example.com',
  '',
])('%s names none', (text) => {
  expect(isFilePath(text)).toBe(false);
});
