import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

test('the units that write a name are known after any edit, those of paths by each segment', () => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  const writers = (name: string) =>
    [...workspace.writersOf(name)].map(({ file, position }) => `${file} ${position}`).sort();
  workspace.update([
    { uri: 'zones.zones', text: 'zone a { zone b }\nzone c' },
    { uri: 'conduits.zones', text: 'conduit one between a.b and c\nconduit two between a and c' },
  ]);
  expect(writers('c')).toEqual(['conduits.zones 0', 'conduits.zones 1']);
  expect(writers('b')).toEqual(['conduits.zones 0']);
  expect(writers('a.b')).toEqual(['conduits.zones 0']);
  workspace.update([{ uri: 'conduits.zones', text: 'conduit one between a and c\nconduit two between a and c' }]);
  expect(writers('b')).toEqual([]);
  expect(writers('a')).toEqual(['conduits.zones 0', 'conduits.zones 1']);
  workspace.update([{ uri: 'more.zones', text: 'risk r on b' }, { uri: 'conduits.zones' }]);
  expect(writers('a')).toEqual([]);
  expect(writers('b')).toEqual(['more.zones 0']);
  // Those of the library, too.
  expect(writers('attack').length).toBeGreaterThan(0);
});
