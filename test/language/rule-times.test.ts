import { expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { countedWorkspace } from '../support/counted.ts';

test('the work of each rule can be measured, and measuring changes no finding', () => {
  const model = [{ uri: 'plant.zones', text: 'zone a : perimeter { sl-t 1 }\nzone b { }' }];
  const { workspace: measured, calls } = countedWorkspace('2026-11-24');
  measured.update(model);
  const plain = createWorkspace({ defaultSystem: 'plant', today: '2026-11-24' });
  plain.update(model);
  expect(calls).toEqual(new Map(RULES.map(({ code }) => [code, 2])));
  const messages = ({ findingsOf }: typeof plain) => findingsOf('plant.zones').map(({ message }) => message);
  expect(messages(plain).length).toBeGreaterThan(0);
  expect(messages(measured)).toEqual(messages(plain));
});
