import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

const AREA = 'file:///area.zones';
const HUB = 'file:///hub.zones';

/** The zone of another file that is declared twice, however the system has it. */
function severitiesOf(...settings: readonly string[]): (string | undefined)[] {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  workspace.update([{ uri: AREA, text: 'system plant\nzone line "A" : cell\nzone line "B" : cell' }]);
  return settings.map((lines) => {
    workspace.update([{ uri: HUB, text: `system plant {\n  owner "Operations"\n  ${lines}\n}` }]);
    return workspace.findingsOf(AREA).find(({ rule }) => rule === 'duplicate-name')?.severity;
  });
}

test('the first severity that a system sets reaches its other files, and so does the last that it takes back', () => {
  expect(severitiesOf('', 'rule duplicate-name info', '', 'rule duplicate-name off', '')).toEqual([
    'error',
    'info',
    'error',
    undefined,
    'error',
  ]);
});

test('a severity is followed beside those of other rules', () => {
  expect(
    severitiesOf(
      'rule zone-record off',
      'rule zone-record off\n  rule duplicate-name info',
      'rule zone-record off\n  rule duplicate-name hint',
      'rule zone-record off',
    ),
  ).toEqual(['error', 'info', 'hint', 'error']);
});
