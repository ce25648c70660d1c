import { expect, test } from 'vitest';
import { elementNamed } from '../../language-server/core/plant/index.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/** A conduit of a plant of some zones, an external one among them, as a reader of the plant sees it. */
function conduitOf(head: string, members = '') {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  const text = `
    zone internet : external { asset cloud : web-server }
    zone control : control { asset server : scada-server  asset fw : firewall { sl-c 1 } }
    zone cell : cell { zone unit : process  asset plc : plc }
    zone yard : cell
    conduit link ${head} {
      ${members}
    }`;
  workspace.update([{ uri: 'plant.zones', text }]);
  return elementNamed(workspace.store.query(), 'plant', 'link', 'conduit')!;
}

test('a conduit has all its ends, and its flows their sides at them', () => {
  const conduit = conduitOf(
    'between control, cell, cell.unit and yard',
    'asset sw : managed-switch  flow server -> cell.unit : opc-ua  flow plc -> yard : opc-ua  flow server -> sw : ssh  flow internet -> sw : ssh',
  );
  expect(conduit.ends.map(({ name }) => name)).toEqual(['control', 'cell', 'cell.unit', 'yard']);
  const sides = conduit.flows.map(({ source, target }) => [source.end, target.end, target.home?.path]);
  expect(sides).toEqual([
    [0, 2, 'cell.unit'],
    [1, 3, 'yard'],
    [0, -1, 'link'],
    [undefined, -1, 'link'],
  ]);
});

test('its equipment has its path, is an asset of the system, and of no zone', () => {
  const { assets, system } = conduitOf('between control and cell', 'asset sw "Switch" : managed-switch { count 3 }');
  expect(assets.map(({ path, title, home }) => [path, title, home.sort, home.path])).toEqual([
    ['link.sw', 'Switch', 'conduit', 'link'],
  ]);
  expect(system.assets).toContain(assets[0]);
  expect(system.size.assets).toBe(5);
  expect(system.zones.flatMap((zone) => zone.assets)).not.toContain(assets[0]);
});

test('its SL-C is the lowest of what it passes and of its equipment, each once', () => {
  const { slC, assetCount } = conduitOf(
    'between control, cell and yard',
    'via fw, sw-1  asset sw-1 : managed-switch { sl-c { 3 0 3 3 3 3 3 } }  asset sw-2 : managed-switch',
  );
  expect(slC).toEqual({ vector: [1, 0, 1, 1, 1, 1, 1], count: 2 });
  expect(assetCount).toBe(3);
});

test.each([
  ['between control and cell', '', false],
  ['between control and cell', 'trust untrusted', true],
  ['between control, cell and internet', '', true],
  ['between control, cell and internet', 'trust trusted', false],
  ['between control, cell and internet', 'trust perhaps', true],
  ['between control and nowhere', '', false],
])('a conduit %s that says %j is untrusted: %j', (head, members, untrusted) => {
  expect(conduitOf(head, members).untrusted).toBe(untrusted);
});

test('what it says of its record stands in its declaration', () => {
  const { declared } = conduitOf(
    'between control and cell',
    'provider "Telco"  boundary logical "Ring", physical "Tray"  safety yes  criticality high  network "10.0.0.0/24", "VLAN 7"',
  );
  expect(declared.provider?.value).toBe('Telco');
  expect(declared.boundaries.map(({ side, text }) => [side, text?.value])).toEqual([
    ['logical', 'Ring'],
    ['physical', 'Tray'],
  ]);
  expect([declared.safety?.value, declared.criticality?.value]).toEqual([true, 'high']);
  expect(declared.networks.map(({ value }) => value)).toEqual(['10.0.0.0/24', 'VLAN 7']);
});

test.each([
  [
    'server -> plc : modbus-tcp',
    ['tcp 502', 'udp 502'],
    { authentication: 'none', integrity: 'none', encryption: 'none' },
  ],
  ['server -> plc : modbus-tcp port 1502', ['1502'], { authentication: 'none' }],
  ['server -> plc : modbus-tcp over ipsec', ['tcp 502', 'udp 502'], { integrity: 'yes', encryption: 'yes' }],
  ['server -> plc : opc-ua with integrity', ['tcp 4840'], { authentication: 'optional', integrity: 'used' }],
  ['server -> plc', [], { authentication: undefined }],
  ['server -> plc : unheard-of', [], { integrity: undefined }],
])('a flow has ports and protections, its own or its protocol’s: %s', (flow, ports, protections) => {
  const [found] = conduitOf('between control and cell', `flow ${flow}`).flows;
  expect(found!.ports).toEqual(ports);
  expect(found!.protections).toMatchObject(protections);
});
