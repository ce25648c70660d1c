import { expect, test } from 'vitest';
import type { Entry } from '../../language-server/core/engine/entry.ts';
import { createStore, inOneGo } from '../../language-server/core/engine/store.ts';
import { staleLines, staleOf } from '../../language-server/core/rules/frame/stale.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/** An entry of the workspace's own making. */
function anEntry(): Entry {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'a.zones', text: 'zone a' }]);
  return workspace.files.get('a.zones')!.entries[0]!;
}

test('a store tells what follows from something that no query was asked for, and goes on saying what it knew', () => {
  const entry = anEntry();
  const hidden = { part: 'one', signature: 'one' };
  const store = createStore<{ readonly says: string }>(
    {
      link: () => [
        {
          key: 'e plant/a',
          offer: { entry, sort: 'conduit', index: 0, inner: -1, at: 0, value: undefined, signature: hidden.signature },
        },
      ],
      parts: [() => ({ says: 'always' }), () => ({ says: hidden.part })],
      mentions: () => [],
      keep: (before, after) => (before.says === after.says ? before : after),
    },
    TODAY,
  );
  inOneGo(store.update([], [entry]));
  expect(store.verify()).toEqual([]);
  hidden.part = 'two';
  expect(store.verify()).toEqual([{ entry, part: 1, known: { says: 'one' }, fresh: { says: 'two' } }]);
  expect(store.resultsOf(entry)).toEqual([{ says: 'always' }, { says: 'one' }]);
  hidden.part = 'one';
  hidden.signature = 'two';
  const linking = { entry, part: 'linking', known: ['e plant/a: conduit one'], fresh: ['e plant/a: conduit two'] };
  expect(store.verify()).toEqual([linking]);
});

test('a discrepancy is told with its file and what only one side says', () => {
  const entry = anEntry();
  const finding = (rule: string, message: string) => ({
    rule,
    severity: 'info' as const,
    message,
    at: 3,
    subject: { sort: 'file', index: -1 } as const,
    element: 'a',
    data: {},
    related: [],
    fixes: [],
  });
  const evaluation = (...findings: ReturnType<typeof finding>[]) => ({
    findings,
    used: new Set<never>(),
    unused: [],
    causes: [],
  });
  const both = finding('zone-owner', 'Both say this.');
  const stale = staleOf({
    entry,
    part: 2,
    known: evaluation(both, finding('zone-record', 'Old.')),
    fresh: evaluation(both, finding('zone-record', 'New.'), finding('zone-boundary', 'Newer.')),
  });
  expect(stale.rules).toEqual(['zone-record', 'zone-boundary']);
  expect(staleLines(stale)).toEqual([
    'a.zones, declaration 1, part 3:',
    "  only known: info zone-record at 3 of 'a': Old.",
    "  only fresh: info zone-record at 3 of 'a': New.",
    "  only fresh: info zone-boundary at 3 of 'a': Newer.",
  ]);
  const same = staleOf({ entry, part: 0, known: evaluation(both), fresh: evaluation(both) });
  expect(staleLines(same)).toEqual(['a.zones, declaration 1, part 1:', '  the same words, of a unit that is no more']);
});
