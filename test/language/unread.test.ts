import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

const uri = 'plant.zones';

test('what could not be read is forgotten when the file is emptied or written', () => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-06-01' });
  const messages = () => workspace.findingsOf(uri).map(({ message }) => message);
  workspace.update([{ uri, text: '', fault: 'This file is not in UTF-8.' }]);
  expect(messages()).toEqual(['This file is not in UTF-8.']);
  workspace.update([{ uri, text: '' }]);
  expect(messages()).toEqual([expect.stringMatching(/^This file declares nothing yet/)]);
  workspace.update([{ uri, text: '', fault: 'This file is not in UTF-8.' }]);
  workspace.update([{ uri, text: 'zone a : external' }]);
  expect(messages()).toEqual([]);
});
