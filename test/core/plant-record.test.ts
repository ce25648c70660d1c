import { expect, test } from 'vitest';
import { systemNamed } from '../../language-server/core/plant/index.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';

const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-11-24' });
workspace.update([
  {
    uri: 'b.zones',
    text: `countermeasure lock "Lock" { until 2026-11-24 }
countermeasure seal "Seal" { until 2026-11-23 }
regulation law "Law" { requires basics, SR 7.3 on control, nowhere  requires SR 1.1 }
profile basics { SR 2.1, SR 2.2 }
risk R on control { source crime, unknown }
`,
  },
  {
    uri: 'a.zones',
    text: `system plant {
  environment physical "Fence"
  revision 1 on 2026-01-01 by "OT" "first"
}
zone control { zone cell }
essential-function supply "Supply" on cell, nowhere
policy P-1 "Media"
threat-source crime "Crime"
policy P-1 "Again"
`,
  },
  { uri: 'c.zones', text: 'system other\npolicy P-9 "Other"\n' },
]);
const plant = systemNamed(workspace.store.query(), 'plant');
const names = (list: readonly { readonly declared: { readonly name: { readonly value: string } } }[]) =>
  list.map(({ declared }) => declared.name.value);

test('a system has its record in the order of the files, and nothing of another system', () => {
  expect(names(plant.record.policy)).toEqual(['P-1', 'P-1']);
  expect(names(plant.record.countermeasure)).toEqual(['lock', 'seal']);
  expect(plant.recordNamed('policy', 'P-1')?.declared.title?.value).toBe('Media');
  expect(plant.recordNamed('policy', 'P-9')).toBeUndefined();
  expect(plant.settings?.declared.environment.map(({ text }) => text.value)).toEqual(['Fence']);
});

test('what it names is resolved as far as it is known', () => {
  expect(plant.record['essential-function'][0]?.zones.map(({ path }) => path)).toEqual(['control.cell']);
  const [law] = plant.record.regulation;
  expect(law?.demands.map(({ controls, zones }) => [controls, zones.map(({ path }) => path)])).toEqual([
    [['SR 2.1', 'SR 2.2', 'SR 7.3'], ['control']],
    [['SR 1.1'], []],
  ]);
  expect(names(plant.risks[0]!.sources)).toEqual(['crime']);
});

test('a countermeasure is in place up to and including its day', () => {
  expect(plant.record.countermeasure.map(({ isInPlace }) => isInPlace)).toEqual([true, false]);
});
