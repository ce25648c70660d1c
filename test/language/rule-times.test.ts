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
  const codesOf = (sort: 'zone' | 'conduit') => RULES.filter(({ checks }) => checks[sort]).map(({ code }) => code);
  const ofZones = codesOf('zone');
  expect(ofZones.length).toBeGreaterThan(10);
  expect(ofZones.map((code) => calls.get(code))).toEqual(ofZones.map(() => 2));
  // A rule that looks at what is nowhere is not asked, and takes no time.
  const asked = codesOf('conduit').filter((code) => !ofZones.includes(code) && calls.has(code));
  expect(asked).toEqual([]);
  const messages = ({ findingsOf }: typeof plain) => findingsOf('plant.zones').map(({ message }) => message);
  expect(messages(plain).length).toBeGreaterThan(0);
  expect(messages(measured)).toEqual(messages(plain));
});
