import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';
import { modelOf, refusalOf } from '../support/import-file.ts';

const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('an Nmap scan', () => {
  const host = (body: string) => `<host><status state="up"/>${body}</host>`;
  const scan = (...hosts: string[]) =>
    `<?xml version="1.0"?><!DOCTYPE nmaprun>\n<nmaprun scanner="nmap">${hosts.join('')}</nmaprun>`;

  test('gives its hosts with addresses and what their open ports tell', async () => {
    const plc = host(
      '<address addr="10.0.0.5" addrtype="ipv4"/><address addr="00:1B:1B:12:34:56" addrtype="mac" vendor="Siemens AG"/><hostnames><hostname name="plc5.plant"/><hostname name="pump.plant"/></hostnames><ports><port protocol="tcp" portid="102"><state state="open"/><service name="iso-tsap"/></port></ports>',
    );
    const web = host(
      '<address addr="10.0.0.6" addrtype="ipv4"/><ports><port protocol="tcp" portid="102"><state state="closed"/></port></ports>',
    );
    const down = '<host><status state="down"/><address addr="10.0.0.7" addrtype="ipv4"/></host>';
    const { added, text, files } = await modelOf('scan.xml', scan(plc, web, down));
    expect(files[0].format).toBe('nmap');
    expect(added.map(({ path, type, from }: Record<string, string>) => [path, type, from])).toEqual([
      ['to-be-placed.plc5', 'plc', 'ports'],
      ['to-be-placed.device-10-0-0-6', 'unknown-device', 'none'],
    ]);
    expect(text).toContain('vendor "Siemens AG"');
    expect(text).toContain('address "plc5.plant", "pump.plant", "10.0.0.5", "00:1b:1b:12:34:56"');
  });

  test('with entities of its own is no bomb', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE nmaprun [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><nmaprun><host>&b;</host></nmaprun>`;
    expect(await refusalOf('scan.xml', bomb)).toContain('not well-formed XML');
  });
});

describe('a drawing', () => {
  const cell = (id: string, value: string, rest: string, box = '') =>
    `<mxCell id="${id}" value="${value}" ${rest}><mxGeometry ${box} as="geometry"/></mxCell>`;
  const page = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
    cell('z1', 'Control zone', 'style="swimlane;" vertex="1" parent="1"', 'width="300" height="200"'),
    cell('z2', '', 'style="rounded=0" vertex="1" parent="1"', 'x="400" y="0" width="300" height="200"'),
    cell('t', 'Line 1', 'style="swimlane" vertex="1" parent="z2"', 'width="280" height="180"'),
    cell(
      'a1',
      '&lt;b&gt;SCADA&lt;/b&gt;&lt;br&gt;server',
      'style="rounded=1" vertex="1" parent="z1"',
      'x="10" y="10" width="50" height="50"',
    ),
    cell('a2', 'Filler PLC', 'style="rounded=1" vertex="1" parent="t"', 'x="10" y="10" width="50" height="50"'),
    cell('e1', 'Modbus TCP', 'edge="1" parent="1" source="a1" target="a2"'),
    cell('e2', 'loose end', 'edge="1" parent="1" source="a1"'),
  ].join('')}</root></mxGraphModel>`;
  const expected = `system m

zone control-zone "Control zone" : control {
  asset scada-server "SCADA server" : scada-server
}

zone line-1 "Line 1" : cell {
  asset filler-plc "Filler PLC" : plc
}

conduit control-zone-to-line-1 between control-zone and line-1 {
  flow scada-server -> filler-plc : modbus-tcp
}
`;

  test.each([
    ['written out', page],
    ['in a file of pages', `<mxfile><diagram name="P">${page}</diagram></mxfile>`],
    [
      'packed',
      `<mxfile><diagram name="P">${Buffer.from(deflateSync(strToU8(encodeURIComponent(page)))).toString('base64')}</diagram></mxfile>`,
    ],
  ])('%s gives zones, assets and flows', async (_, content) => {
    expect((await modelOf('plant.drawio', content)).text).toBe(expected);
  });

  test('with shapes that are only drawn around others gives zones, too', async () => {
    const drawn = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
      cell('z', 'Cell 4', 'style="rounded=0" vertex="1" parent="1"', 'x="0" y="0" width="300" height="200"'),
      cell('a', 'Robot', 'style="rounded=1" vertex="1" parent="1"', 'x="20" y="20" width="50" height="50"'),
    ].join('')}</root></mxGraphModel>`;
    expect((await modelOf('plant.drawio', drawn)).added.map(({ path }: { path: string }) => path)).toEqual([
      'cell-4.robot',
    ]);
  });

  test('of Zones says itself what its cells are', async () => {
    const object = (id: string, attributes: string) =>
      `<object id="${id}" label="x" ${attributes}><mxCell vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>`;
    const own = `<mxfile><diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
      object('2', 'zones="zones" zones-zone="Outer_1.Inner" zones-kind="cell" zones-sl-t="2 2 2 2 3 2 2"'),
      object(
        '3',
        'zones="assets" zones-name="PLC_1" zones-title="The PLC" zones-zone="Outer_1.Inner" zones-type="plc"',
      ),
    ].join('')}</root></mxGraphModel></diagram></mxfile>`;
    const { added, text } = await modelOf('own.drawio', own);
    expect(added.map(({ path }: { path: string }) => path)).toEqual(['Outer_1.Inner.PLC_1']);
    expect(text).toContain('sl-t { 2 2 2 2 3 2 2 }');
    expect(text).toContain('asset PLC_1 "The PLC" : plc');
  });

  test('that cannot be unpacked is refused', async () => {
    expect(await refusalOf('a.drawio', '<mxfile><diagram>!!!!</diagram></mxfile>')).toContain('cannot be unpacked');
    const bomb = Buffer.from(deflateSync(new Uint8Array(100 * 1024 * 1024), { level: 9 })).toString('base64');
    expect(await refusalOf('a.drawio', `<mxfile><diagram>${bomb}</diagram></mxfile>`)).toContain('over 64 MB');
  });
});

const OTM = {
  otmVersion: '0.2.0',
  project: { id: 'p', name: 'P' },
  trustZones: [
    { id: 'tz1', name: 'Internet', risk: { trustRating: 1 } },
    { id: 'tz2', name: 'Control room', risk: { trustRating: 90 } },
  ],
  components: [
    { id: 'c1', name: 'Web browser', type: 'web-client', parent: { trustZone: 'tz1' } },
    { id: 'c2', name: 'Historian', type: 'historian', parent: { trustZone: 'tz2' } },
    { id: 'c3', name: 'Collector', type: 'data collector', parent: { component: 'c2' } },
  ],
  dataflows: [{ id: 'd1', name: 'HTTPS', source: 'c1', destination: 'c2', bidirectional: true }],
};

describe('a threat model', () => {
  const yaml = `otmVersion: 0.2.0
project: { id: p, name: P }
trustZones:
  - { id: tz1, name: Internet }
  - { id: tz2, name: Control room }
components:
  - { id: c1, name: Web browser, type: web-client, parent: { trustZone: tz1 } }
  - { id: c2, name: Historian, type: historian, parent: { trustZone: tz2 } }
  - { id: c3, name: Collector, type: data collector, parent: { component: c2 } }
dataflows:
  - { id: d1, name: HTTPS, source: c1, destination: c2, bidirectional: true }
`;

  test.each([
    ['JSON', 'a.otm', JSON.stringify(OTM)],
    ['YAML', 'a.otm', yaml],
  ])('as %s gives zones, assets and flows', async (_, name, content) => {
    const { added, text, files } = await modelOf(name, content);
    expect(files[0].format).toBe('otm');
    expect(added.map(({ path }: { path: string }) => path)).toEqual([
      'internet.web-browser',
      'control-room.historian',
      'control-room.collector',
    ]);
    expect(text).toContain('zone internet "Internet" : external');
    expect(text).toContain('flow web-browser <-> historian : https');
  });

  test('with aliases in aliases is refused', async () => {
    const bomb = `otmVersion: 1\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]`).join('\n')}\n`;
    expect(await refusalOf('a.otm', bomb)).toContain('not YAML');
  });
});

describe('a bill of materials', () => {
  test('gives the software of its subject', async () => {
    const bom = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { type: 'device', name: 'Gateway 7', version: '3.1', manufacturer: { name: 'ACME' } } },
      components: [
        { type: 'library', name: 'openssl', version: '3.0.13' },
        {
          type: 'operating-system',
          name: 'linux',
          version: '6.1',
          components: [{ type: 'library', name: 'glibc', version: '2.36' }],
        },
      ],
    };
    const { text } = await modelOf('bom.json', JSON.stringify(bom));
    expect(text).toContain('asset gateway-7 "Gateway 7" : protocol-gateway {');
    expect(text).toContain('vendor "ACME"  version "3.1"');
    for (const software of ['openssl 3.0.13', 'linux 6.1', 'glibc 2.36'])
      expect(text).toContain(`software "${software}"`);
  });

  test('is read as XML, too', async () => {
    const bom = `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata><component type="device"><supplier><name>ACME</name></supplier><name>Gateway 7</name><version>3.1</version></component></metadata><components><component type="library"><name>openssl</name><version>3.0.13</version></component></components></bom>`;
    const { text } = await modelOf('bom.xml', bom);
    expect(text).toContain('vendor "ACME"  version "3.1"  software "openssl 3.0.13"');
  });
});

describe('what other tools export', () => {
  test('NetBox, as its interface answers', async () => {
    const devices = {
      count: 1,
      results: [
        {
          id: 3,
          name: 'sw-1',
          device_type: { model: 'SCALANCE XC208', manufacturer: { name: 'Siemens' } },
          role: { name: 'Industrial switch' },
          site: { name: 'Plant 1' },
          rack: { name: 'R2' },
          serial: 'SN1',
          primary_ip4: { address: '10.0.0.2/24' },
          tenant: null,
          platform: null,
          comments: '',
        },
      ],
    };
    const { added, text } = await modelOf('devices.json', JSON.stringify(devices));
    expect(added).toMatchObject([{ path: 'to-be-placed.sw-1', type: 'industrial-switch', from: 'alias' }]);
    expect(text).toContain('vendor "Siemens"  product "SCALANCE XC208"  serial "SN1"  address "10.0.0.2"');
    expect(text).toContain('location "Plant 1, R2"');
  });

  test('NetBox, as a table, in which the type is the model', async () => {
    const list =
      'Name,Status,Tenant,Site,Rack,Role,Manufacturer,Type,IP Address\nplc-1,Active,,Plant 1,R1,PLC,Siemens,S7-1515,10.0.0.3/24\n';
    const { added, text } = await modelOf('devices.csv', list);
    expect(added).toMatchObject([{ path: 'to-be-placed.plc-1', type: 'plc', from: 'alias' }]);
    expect(text).toContain('product "S7-1515"');
  });

  test('NetBox, as a table, in which the type is the model though it has words for types', async () => {
    const rows =
      'sw-1,Cisco,IE-3300 Industrial Switch,Industrial switch\nfw-1,Palo Alto,PA-220 Firewall,Firewall\nr-1,Cisco,Router,Router\n';
    const { added, text } = await modelOf('devices.csv', `Name,Manufacturer,Device Type,Device Role\n${rows}`);
    expect(added.map(({ type }: Record<string, string>) => type)).toEqual(['industrial-switch', 'firewall', 'router']);
    expect(text).toContain('product "IE-3300 Industrial Switch"');
    const without = await modelOf('devices.csv', 'Name,Manufacturer,Type\nsw-1,Cisco,Switch\nfw-1,Cisco,Firewall\n');
    expect(without.added.map(({ from }: Record<string, string>) => from)).toEqual(['alias', 'alias']);
    expect(without.text).not.toContain('product');
  });

  const zeek = `#separator \\x09
#set_separator\t,
#empty_field\t(empty)
#unset_field\t-
#path\tknown_services
#fields\tts\thost\tport_num\tport_proto\tservice
#types\ttime\taddr\tport\tenum\tset[string]
1600000000.0\t10.0.0.5\t502\ttcp\tMODBUS
1600000001.0\t10.0.0.5\t80\ttcp\tHTTP
1600000002.0\t10.0.0.9\t161\tudp\tSNMP
#close\t2020-09-13
`;

  test.each([
    ['as text', zeek],
    [
      'as JSON',
      '{"ts":1.0,"host":"10.0.0.5","port_num":502,"port_proto":"tcp"}\n{"ts":1.0,"host":"10.0.0.9","port_num":161,"port_proto":"udp"}\n',
    ],
  ])('Zeek, %s', async (_, log) => {
    const { added, files } = await modelOf('known_services.log', log);
    expect(files[0].format).toBe('zeek');
    expect(added).toMatchObject([
      { path: 'to-be-placed.plc-10-0-0-5', type: 'plc', from: 'ports' },
      { path: 'to-be-placed.device-10-0-0-9', type: 'unknown-device', from: 'none' },
    ]);
  });
});

test.each(['json', 'xlsx'])('what our own %s states of requirements is left out, and told', async (format) => {
  const folder = folderOf({ 'm/a.zones': 'system s\nzone a : control { sl-t 1 implements SR 1.1 asset plc-1 : plc }' });
  await zones(['export', 'm', '--to', format, '-o', `s.${format}`], folder);
  const { code, stderr } = await zones(['import', `s.${format}`, '--into', 'again', '--json'], folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^Left out of 's\.\w+': 'Statements'.*, which tell how requirements stand\. Write that in the model\.\n$/,
  );
  expect(textIn(folder, 'again/s.zones')).not.toContain('implements');
});

describe('large and odd tables', () => {
  test('a thousand columns', async () => {
    const header = ['Name', ...Array.from({ length: 999 }, (_, i) => `Custom ${i}x`)].join(',');
    const { files, added } = await modelOf('wide.csv', `${header}\n${['a', ...Array(999).fill('v')].join(',')}\n`);
    expect(added).toHaveLength(1);
    expect(files[0].unknown).toHaveLength(999);
  });

  test('a list that is longer than a zone may be goes to several', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) =>
        `Device number ${i},PLC,Siemens AG Automation,S7-1500 CPU 1515-2 PN,10.${i >> 16}.${(i >> 8) & 255}.${i & 255},Hall 7`,
    );
    const folder = folderOf({ 'l.csv': `Name,Type,Vendor,Model,IP,Zone\n${rows.join('\n')}\n` });
    const { code, stdout } = await zones(['import', 'l.csv', '--into', 'm', '--json'], folder);
    expect(code).toBe(0);
    const { added, written } = JSON.parse(stdout);
    expect(added).toHaveLength(30_000);
    expect(written.length).toBeGreaterThan(0);
    for (const file of written) expect(textIn(folder, file).length).toBeLessThan(8 * 1024 * 1024);
    const { stdout: checked } = await zones(['posture', 'm', '--format', 'json'], folder);
    expect(JSON.parse(checked).systems[0].zones.map(({ title }: { title: string }) => title)).toContain('Hall 7');
  });
});
