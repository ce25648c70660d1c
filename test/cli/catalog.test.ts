import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { beginsRequirement } from '../../language-server/language/syntax/requirement.ts';
import { CLI, folderOf, zones } from '../support/cli.ts';

interface Control {
  readonly id: string;
  readonly title: string;
  readonly sl: number;
  readonly parent: string | null;
  readonly applies: readonly string[];
  readonly classes: readonly string[];
  readonly guidance: string;
  readonly maps: Readonly<Record<string, readonly string[]>>;
}

interface Group {
  readonly name: string;
  readonly title: string;
  readonly controls: readonly Control[];
}

async function catalog(files: Record<string, string> = { 'notes.txt': '' }) {
  const { stdout } = await zones(['catalog', '--format', 'json'], folderOf(files));
  const report = JSON.parse(stdout);
  const groups = (name: string): Group[] =>
    report.catalogs.find((catalog: { name: string }) => catalog.name === name)?.groups ?? [];
  return { ...report, groups, controls: (name: string) => groups(name).flatMap(({ controls }) => controls) };
}

const named = <T extends { name: string }>(items: readonly T[], name: string): T | undefined =>
  items.find((item) => item.name === name);

test('json has the 100 requirements of 62443-3-3, with 37, 60, 90 and 100 at or below SL 1 to 4', async () => {
  const { version, controls, groups } = await catalog();
  expect(version).toBe(1);
  const all: Control[] = controls('iec62443-3-3');
  expect([1, 2, 3, 4].map((level) => all.filter(({ sl }) => sl <= level).length)).toEqual([37, 60, 90, 100]);
  expect(groups('iec62443-3-3').map(({ name }: Group) => name)).toEqual(['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA']);
  expect(all.find(({ id }) => id === 'SR 1.1')).toMatchObject({
    title: 'Human user identification and authentication',
    sl: 1,
    parent: null,
    applies: ['zone'],
    classes: [],
    maps: { attack: ['M0804'], csf: ['PR.AC-1', 'PR.AC-6', 'PR.AC-7', 'PR.PT-3'] },
  });
  expect(all.find(({ id }) => id === 'SR 1.1 RE(1)')).toMatchObject({ sl: 2, parent: 'SR 1.1' });
  expect(all.filter(({ guidance }) => guidance.length < 200)).toEqual([]);
  expect(all.filter(({ applies }) => applies.includes('conduit'))).toHaveLength(36);
});

test('json has the 122 requirements of 62443-4-2 with their classes, and the numbers that only point', async () => {
  const { controls, catalogs } = await catalog();
  const all: Control[] = controls('iec62443-4-2');
  const count = (component: string) => all.filter(({ classes }) => classes.includes(component)).length;
  expect(all).toHaveLength(122);
  expect(['software-application', 'embedded-device', 'host-device', 'network-device'].map(count)).toEqual([
    73, 83, 84, 92,
  ]);
  const [pointer] = (named(catalogs, 'iec62443-4-2') as unknown as { pointers: object[] }).pointers;
  expect(pointer).toEqual({ id: 'CR 1.6', to: ['NDR 1.6'], because: null });
});

test('json has the asset types, protocols, reference models and frameworks', async () => {
  const { assetTypes, protocols, referenceModels, frameworks } = await catalog();
  expect([assetTypes.length, protocols.length]).toEqual([255, 294]);
  expect(named(assetTypes, 'firewall')).toMatchObject({ class: 'network-device', flags: ['boundary'], builtIn: true });
  expect(named(protocols, 'modbus-tcp')).toMatchObject({
    title: 'Modbus/TCP',
    ports: [
      { transport: 'tcp', port: 502 },
      { transport: 'udp', port: 502 },
    ],
    authentication: 'none',
    encryption: 'none',
    integrity: 'none',
    securedBy: 'modbus-tls',
    mutualAuthentication: 'none',
    category: 'fieldbus',
    medium: 'ethernet',
    aliases: expect.arrayContaining(['modbus', 'mbap']),
  });
  expect(named(protocols, 'snmpv3')).toMatchObject({ mutualAuthentication: 'optional', securedBy: 'snmpv3-authpriv' });
  expect(named(protocols, 'profinet-rt')).toMatchObject({ securedByNote: expect.stringContaining('class 2') });
  expect(named(assetTypes, 'layer-3-switch')).toMatchObject({
    role: 'forward',
    flags: ['boundary', 'switch'],
    aliases: expect.arrayContaining(['L3 Switch']),
  });
  const five = named(referenceModels, 'five-zones') as unknown as {
    kinds: { name: string; rank: number; levels: number[]; focus: object[] }[];
    adjacent: string[][];
  };
  expect(named(five.kinds, 'perimeter')).toMatchObject({
    rank: 4,
    levels: [3.5],
    focus: [
      { name: 'boundary-protection', controls: ['SR 5.1', 'SR 5.2'] },
      { name: 'intrusion-detection', controls: ['SR 6.2'], assetTypes: ['ids-sensor', 'ips'] },
      { name: 'other-boundary-protection', controls: ['SR 5.2 RE(1)', 'SR 5.3'], assetTypes: [] },
    ],
  });
  expect(five.adjacent).toContainEqual(['enterprise', 'perimeter']);
  expect(named(referenceModels, 'purdue')).toBeDefined();
  const items = (name: string) => (named(frameworks, name) as unknown as { items: { id: string }[] }).items;
  const count = (letter: string) => items('attack').filter(({ id }) => id.startsWith(letter)).length;
  expect(['M', 'T', 'A'].map(count)).toEqual([52, 83, 18]);
  expect(items('csf')).toHaveLength(37);
});

test('json says which of several a word or port means first, and what guards a boundary', async () => {
  const { ambiguous, boundaryRoles, controls } = await catalog({
    'own.zones': 'asset-type thin-client "Thin client" extends scada-client { alias "PC" }',
  });
  expect(ambiguous.assetTypes.Server).toEqual(['application-server', 'scada-server', 'database-server', 'file-server']);
  expect(ambiguous.assetTypes.PC.slice(0, 2)).toEqual(['business-workstation', 'thin-client']);
  expect(ambiguous.protocols.cotp).toEqual(['s7comm', 'iec61850-mms', 'iccp']);
  expect(ambiguous.ports['tcp 502']).toEqual(['modbus-tcp', 'umas', 'sunspec-modbus']);
  expect(ambiguous.ports['tcp 4843']).toBeUndefined();
  expect(boundaryRoles.map(({ name, guards }: { name: string; guards: boolean }) => [name, guards])).toEqual([
    ['filter', true],
    ['one-way', true],
    ['session', true],
    ['gateway', false],
    ['forward', false],
  ]);
  expect(controls('safety').map(({ id, remark }: { id: string; remark: string }) => [id, remark.slice(0, 8)])).toEqual([
    ['SAFE-1', 'Sources:'],
    ['SAFE-2', 'Sources:'],
    ['SAFE-3', 'Sources:'],
  ]);
});

test("the workspace's own declarations follow, with what they inherit", async () => {
  const { catalogs, controls, assetTypes, protocols, profiles, referenceModels } = await catalog({
    'own.zones': `
catalog acme "Acme policy" { control ACME-1 "USB kiosk" for control { guidance "Scan it." maps iec62443-3-3 "SR 3.2" } }
profile hardening "Hardening" { SR 7.7, ACME-1 }
asset-type my-plc "House PLC" extends plc { vendor "Acme" sl-c 2 flags safety }
protocol my-bus "House bus" extends modbus-tcp { port tcp 1502 integrity yes }
reference-model two "Two zones" {
  kind in "Inside" rank 1 { level 2 }
  kind gate "Gate" rank 2 { flags entry }
  adjacent in gate
}
`,
  });
  expect(catalogs.at(-1)).toMatchObject({ name: 'acme', builtIn: false });
  expect(controls('acme')).toMatchObject([
    { id: 'ACME-1', sl: null, kinds: ['control'], guidance: 'Scan it.', maps: { 'iec62443-3-3': ['SR 3.2'] } },
  ]);
  expect(profiles).toMatchObject([{ name: 'hardening', controls: ['SR 7.7', 'ACME-1'] }]);
  const plc = named(assetTypes, 'plc') as unknown as Record<string, unknown>;
  expect(assetTypes.at(-1)).toMatchObject({
    name: 'my-plc',
    extends: 'plc',
    class: plc.class,
    level: plc.level,
    kinds: plc.kinds,
    flags: ['safety', 'control'],
    vendor: 'Acme',
    slC: [2, 2, 2, 2, 2, 2, 2],
    builtIn: false,
  });
  expect(protocols.at(-1)).toMatchObject({
    name: 'my-bus',
    ports: [{ transport: 'tcp', port: 1502 }],
    authentication: 'none',
    integrity: 'yes',
    securedBy: 'modbus-tls',
  });
  // Every model has the kind external, adjacent to where outside connections end.
  expect(referenceModels.at(-1)).toMatchObject({
    name: 'two',
    kinds: [{ name: 'in', title: 'Inside', rank: 1 }, { name: 'gate' }, { name: 'external', flags: ['external'] }],
    adjacent: [
      ['in', 'gate'],
      ['external', 'gate'],
    ],
  });
});

test('the table names every requirement, type and protocol', async () => {
  const { code, stdout } = await zones(['catalog'], folderOf({ 'notes.txt': '' }));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^SR 1\.1 RE\(1\) +IAC +2 +Unique identification and authentication$/m);
  expect(stdout).toMatch(/^modbus-tcp +Modbus\/TCP +tcp\/502, udp\/502 +none +none +none +modbus-tls$/m);
  expect(stdout).toMatch(/^firewall +.* network-device /m);
  expect(stdout.split('\n').filter((line) => beginsRequirement(line))).toHaveLength(222);
});

test('a reader that stops early is no error', async () => {
  const child = spawn(process.execPath, [CLI, 'catalog', '--format', 'json'], {
    cwd: folderOf({ 'notes.txt': '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
