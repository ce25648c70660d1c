import { expect, test } from 'vitest';
import { keys } from '../../language-server/core/engine/keys.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';

test('where no findings are asked for, no rule is, and what is declared is known all the same', () => {
  const asked: string[] = [];
  const options = { defaultSystem: 'plant', today: '2026-11-24', measure: (rule: string) => asked.push(rule) };
  const changes = [{ uri: 'a.zones', text: 'asset-type t extends plc\nzone a : nowhere\nzone {' }];
  const workspace = createWorkspace({ ...options, judged: false });
  workspace.update(changes);
  expect(asked).toEqual([]);
  expect(workspace.findingsOf('a.zones')).toEqual([]);
  expect(workspace.store.query().all(keys.shared('asset-type', 't'))).toHaveLength(1);
  createWorkspace(options).update(changes);
  expect(asked).not.toEqual([]);
});
