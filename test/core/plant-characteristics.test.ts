import { expect, test } from 'vitest';
import { systemNamed } from '../../language-server/core/plant/index.ts';
import type { Given, PlantAccess } from '../../language-server/core/plant/plant.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/** What is on record of the elements of a system, by their paths. */
function plantOf(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'plant.zones', text: `system works\n${text}` }]);
  const system = systemNamed(workspace.store.query(), 'works');
  const at = <E extends { readonly path: string }>(elements: readonly E[], path: string) =>
    elements.find((element) => element.path === path)!;
  return {
    zone: (path: string) => at(system.zones, path),
    conduit: (path: string) => at(system.conduits, path),
    asset: (path: string) => at(system.assets, path),
  };
}

/** A value with who says so: `high of control`. */
const said = <T>(given: Given<T> | undefined): readonly unknown[] | undefined =>
  given && [given.value, given.where, ...(given.by ? [given.by.path] : [])];

const PLANT = `
zone outside : external
zone control : control {
  owner "OT"
  safety no
  criticality high
  policy media, "Clean desk", unknown
  assumption "Manned"
  zone cell : cell {
    assumption "Locked", "Alarmed"
    asset plc : plc
    asset relay : plc { criticality low }
    zone field { owner "Instruments" }
  }
}
zone loose { asset pc : plc }
policy media "Removable media"
conduit bare between control and loose
conduit link between control.cell, loose and outside {
  owner "Networks"  safety yes  criticality critical  policy media  assumption "Own fibre"
  asset sw : managed-switch
}`;

test.each([
  ['', undefined, undefined],
  ['system works { owner "City" }', ['City', 'system'], undefined],
])('an owner: its own, that of a zone around, or the settings’ (%s)', (header, ofSystem, ofExternal) => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([
    { uri: 'a.zones', text: header || 'system works' },
    { uri: 'b.zones', text: `system works\n${PLANT}` },
  ]);
  const { zones, conduits } = systemNamed(workspace.store.query(), 'works');
  const owners = [...zones, ...conduits].map(({ path, owner }) => [path, said(owner)]);
  expect(Object.fromEntries(owners)).toEqual({
    outside: ofExternal,
    control: ['OT', 'here'],
    'control.cell': ['OT', 'around', 'control'],
    'control.cell.field': ['Instruments', 'here'],
    loose: ofSystem,
    bare: ofSystem,
    link: ['Networks', 'here'],
  });
});

test('whether it is safety related: said here, around, by the kind, or by nobody', () => {
  const { zone, conduit } = plantOf(PLANT);
  expect(said(zone('control').designation)).toEqual([false, 'here']);
  expect(said(zone('control.cell').designation)).toEqual([false, 'around', 'control']);
  expect(zone('loose').designation).toBeUndefined();
  expect(said(conduit('link').designation)).toEqual([true, 'here']);
  expect(conduit('bare').designation).toBeUndefined();
});

test('a kind for safety designates its zones, unless they say otherwise', () => {
  const { zone } = plantOf(
    '{ reference-model purdue }\nzone a : basic-control { safety no  zone sis : safety }\nzone b : safety { safety no }',
  );
  expect(said(zone('a.sis').designation)).toEqual([true, 'kind']);
  expect(said(zone('b').designation)).toEqual([false, 'here']);
});

test('the criticality of assets is their own, or that of what they stand in', () => {
  const { asset, zone, conduit } = plantOf(PLANT);
  expect(said(zone('control.cell').criticality)).toEqual(['high', 'around', 'control']);
  expect(said(asset('control.cell.plc').criticality)).toEqual(['high', 'around', 'control']);
  expect(said(asset('control.cell.relay').criticality)).toEqual(['low', 'here']);
  expect(said(asset('link.sw').criticality)).toEqual(['critical', 'around', 'link']);
  expect(asset('loose.pc').criticality).toBeUndefined();
  expect(conduit('bare').criticality).toBeUndefined();
});

test('policies and assumptions are those of the nearest that states any; names mean what is declared', () => {
  const { zone, conduit } = plantOf(PLANT);
  const policies = (of: ReturnType<typeof zone>['policies']) =>
    of && [of.where, of.by?.path, ...of.value.map(({ text, declared }) => [text, declared?.declared.title?.value])];
  const stated = [
    ['media', 'Removable media'],
    ['Clean desk', undefined],
    ['unknown', undefined],
  ];
  expect(policies(zone('control').policies)).toEqual(['here', undefined, ...stated]);
  expect(policies(zone('control.cell.field').policies)).toEqual(['around', 'control', ...stated]);
  expect(policies(conduit('link').policies)).toEqual(['here', undefined, ['media', 'Removable media']]);
  expect(zone('loose').policies).toBeUndefined();
  expect(conduit('bare').policies).toBeUndefined();
  expect(said(zone('control.cell.field').assumptions)).toEqual([['Locked', 'Alarmed'], 'around', 'control.cell']);
  expect(said(conduit('link').assumptions)).toEqual([['Own fibre'], 'here']);
});

test('ways in are where conduits meet zones, each with what passes there, and what is declared', () => {
  const { zone, conduit } = plantOf(`
    zone a { access-point door : physical  access-point odd  asset x : plc  zone in { asset y : plc } }
    zone b { asset z : plc }
    zone c { asset q : plc }
    conduit first between a and a.in { flow x -> y : opc-ua }
    conduit ring between a.in, b and c {
      access-point wlan : logical
      asset sw : managed-switch
      flow z -> y : opc-ua
      flow z -> q : opc-ua
      flow y -> sw : ssh
    }`);
  const seen = (access: readonly PlantAccess[]) =>
    access.map(({ side, point, beyond, flows }) => [
      side,
      point?.path ?? beyond?.path,
      ...flows.map(({ source, target }) => `${source.reference.text} > ${target.reference.text}`),
    ]);
  expect(seen(zone('a').access)).toEqual([
    ['logical', 'first', 'x > y'],
    ['physical', 'a.door'],
    [undefined, 'a.odd'],
  ]);
  expect(seen(zone('a.in').access)).toEqual([
    ['logical', 'first', 'x > y'],
    ['logical', 'ring', 'z > y', 'y > sw'],
  ]);
  expect(seen(conduit('ring').access)).toEqual([
    ['logical', 'a.in', 'z > y', 'y > sw'],
    ['logical', 'b', 'z > y', 'z > q'],
    ['logical', 'c', 'z > q'],
    ['logical', 'ring.wlan'],
  ]);
});
