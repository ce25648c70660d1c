import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../language-server/language/format/index.ts';
import { folderOf, zones } from '../support/cli.ts';
import { imported, textIn } from '../support/imported.ts';

const LIST = `Gerätename;Gerätetyp;Hersteller;Modell;IPv4-Adresse;MAC-Adresse;Zone;Ebene;Farbe
Pump PLC 3;SPS;Siemens;S7-1500;10.1.1.5;00-1B-1B-12-34-56;Filterhalle;1;rot
Bedienpanel Ü1;HMI;Siemens;TP1200;10.1.1.6;;Filterhalle;1;
Leitrechner;;Siemens;WinCC;10.1.2.5;;Leitwarte;Level 2;grün
`;

describe('a list of assets', () => {
  test('becomes a model with zones, kinds, types and names', async () => {
    const folder = folderOf({ 'list.csv': LIST });
    const { code, files, added, written } = await imported(folder, 'list.csv', '--into', 'plant');
    expect(code).toBe(0);
    expect(files[0]).toMatchObject({ format: 'csv', rows: 3, unknown: ['Farbe'] });
    expect(files[0]?.columns.map(({ meaning }) => meaning)).toEqual([
      ...['name', 'type', 'vendor', 'product', 'address', 'mac', 'zone', 'level'],
    ]);
    expect(files[0]?.columns[0]).toEqual({ header: 'Gerätename', meaning: 'name', example: 'Pump PLC 3' });
    expect(added.map(({ path, type, from, zone }) => [path, type, from, zone])).toEqual([
      ['filterhalle.pump-plc-3', 'plc', 'alias', 'filterhalle'],
      ['filterhalle.bedienpanel-ue1', 'hmi-panel', 'alias', 'filterhalle'],
      ['leitwarte.leitrechner', 'scada-server', 'product', 'leitwarte'],
    ]);
    expect(written).toEqual(['plant/plant.zones']);
    const text = textIn(folder, 'plant/plant.zones');
    expect(text).toBe(`system plant

zone filterhalle "Filterhalle" : cell level 1 {
  asset pump-plc-3 "Pump PLC 3" : plc {
    vendor "Siemens"  product "S7-1500"  address "10.1.1.5", "00:1b:1b:12:34:56"
  }
  asset bedienpanel-ue1 "Bedienpanel Ü1" : hmi-panel {
    vendor "Siemens"  product "TP1200"  address "10.1.1.6"
  }
}

zone leitwarte "Leitwarte" : control level 2 {
  asset leitrechner "Leitrechner" : scada-server {
    vendor "Siemens"  product "WinCC"  address "10.1.2.5"
  }
}
`);
    expect(formatText(text).text).toBe(text);
  });

  test('changes nothing when it is imported again', async () => {
    const folder = folderOf({ 'list.csv': LIST });
    await imported(folder, 'list.csv', '--into', 'plant');
    const before = textIn(folder, 'plant/plant.zones');
    const again = await imported(folder, 'list.csv', '--into', 'plant');
    expect(again).toMatchObject({ code: 0, added: [], filled: [], conflicts: [], unchanged: 3, written: [] });
    expect(textIn(folder, 'plant/plant.zones')).toBe(before);
  });

  test('is said in words, with a table of what was understood', async () => {
    const folder = folderOf({ 'list.csv': LIST });
    const { code, stdout } = await zones(['import', 'list.csv', '--into', 'plant'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Column +Meaning +Example/);
    expect(stdout).toMatch(/Hersteller +vendor +Siemens/);
    expect(stdout).toContain("Not understood, and left out: 'Farbe'");
    expect(stdout).toContain('System plant: added 3 assets, 2 zones');
    expect(stdout).toContain('Wrote plant/plant.zones');
  });

  test.each([
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['lines of old Windows', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['a line that tells the separator', (text: string) => Buffer.from(`sep=;\n${text}`)],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(';', '\t'))],
    ['titles above the header', (text: string) => Buffer.from(`Anlagenliste Wasserwerk;;;\n\n${text}`)],
  ])('is read in %s', async (_, encode) => {
    const folder = folderOf({ 'list.csv': '' });
    writeFileSync(join(folder, 'list.csv'), encode(LIST));
    const { added } = await imported(folder, 'list.csv', '--into', 'plant');
    expect(added.map(({ path }) => path)).toContain('filterhalle.bedienpanel-ue1');
    expect(textIn(folder, 'plant/plant.zones')).toContain('"Bedienpanel Ü1"');
  });
});

const MODEL = `// The plant of the river
system plant "Plant" { owner "Water" }

zone cell "Filter hall" : cell level 1 { // keep
  network "10.1.1.0/24"
  sl-t 2

  asset plc-1 "PLC 1" : plc { vendor "ACME"   address "10.1.1.5" } // the old one
  asset box : unknown-device

  flow plc-1 -> box : modbus-tcp
}

zone control : control {
  asset scada : scada-server
}
`;

describe('a model that is there', () => {
  test('gets what it has not, and keeps the rest byte for byte', async () => {
    const list = `Name,Type,Vendor,Model,IP,Zone\nPLC 1,PLC,Siemens,S7,10.1.1.5,\nbox,Switch,,,10.1.1.9,\nnew one,HMI,,,10.1.1.7,\nscada,,AVEVA,,10.9.9.9,\n`;
    const folder = folderOf({ 'list.csv': list, 'm/plant.zones': MODEL });
    const { code, added, filled, conflicts, written } = await imported(folder, 'list.csv', '--into', 'm');
    expect(code).toBe(0);
    expect(added.map(({ path }) => path)).toEqual(['cell.new-one']);
    expect(filled).toEqual([
      { path: 'cell.plc-1', property: 'product' },
      { path: 'cell.box', property: 'type' },
      { path: 'cell.box', property: 'address' },
      { path: 'control.scada', property: 'vendor' },
      { path: 'control.scada', property: 'address' },
    ]);
    expect(conflicts).toEqual([{ path: 'cell.plc-1', property: 'vendor', model: 'ACME', file: 'Siemens' }]);
    expect(written).toEqual(['m/plant.zones']);
    const text = textIn(folder, 'm/plant.zones');
    const [type] = /asset box : (\S+)/.exec(text)!.slice(1);
    expect(type).not.toBe('unknown-device');
    const untouched = MODEL.split('\n').filter((line) => !/asset (plc-1|box|scada)/.test(line));
    const lines = text.split('\n');
    expect(untouched.filter((line) => !lines.includes(line))).toEqual([]);
    expect(text).toContain('} // the old one');
    // Behind the assets of its zone, before the flows.
    expect(lines.findIndex((line) => line.includes('asset new-one'))).toBeLessThan(
      lines.findIndex((line) => line.includes('flow ')),
    );
    const again = await imported(folder, 'list.csv', '--into', 'm');
    expect(again).toMatchObject({ added: [], filled: [], written: [] });
    expect(again.conflicts).toHaveLength(1);
  });

  test('is printed as a diff by a dry run, and left alone', async () => {
    const folder = folderOf({ 'list.csv': 'Name,Type,IP\nnew,HMI,10.1.1.7\n', 'm/plant.zones': MODEL });
    const { code, stdout } = await zones(['import', 'list.csv', '--into', 'm', '--dry-run'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('--- m/plant.zones');
    expect(stdout).toMatch(/^\+ {2}asset new : hmi-panel \{ address "10\.1\.1\.7" \}$/m);
    expect(textIn(folder, 'm/plant.zones')).toBe(MODEL);
  });

  test('with syntax errors where it would be changed is left alone', async () => {
    const broken = `${MODEL}\nzone broken {`;
    const folder = folderOf({ 'list.csv': 'Name,Type,IP\nnew,HMI,10.1.1.7\n', 'm/plant.zones': broken });
    const { code, stderr } = await zones(['import', 'list.csv', '--into', 'm'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("Nothing was written: 'm/plant.zones'");
    expect(textIn(folder, 'm/plant.zones')).toBe(broken);
  });

  test('keeps its encoding and line ends', async () => {
    const folder = folderOf({ 'list.csv': 'Name,Type,IP\nnew,HMI,10.1.1.7\n', 'm/plant.zones': '' });
    const before = `\ufeff${MODEL.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(folder, 'm/plant.zones'), Buffer.from(before, 'utf16le'));
    await imported(folder, 'list.csv', '--into', 'm');
    const text = readFileSync(join(folder, 'm/plant.zones')).toString('utf16le');
    expect(text.startsWith('\ufeff// The plant')).toBe(true);
    expect(text).toContain('asset new : hmi-panel');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('where an asset goes', () => {
  test('without a zone it is the one with the narrowest network, or the one that asks to be emptied', async () => {
    const model = 'zone a : control { network "10.0.0.0/8" }\nzone b : cell { network "10.1.0.0/16" }\n';
    const folder = folderOf({
      'l.csv': 'Name,IP\nin-b,10.1.2.3\nin-a,10.2.2.3\nnowhere,192.168.1.1\n',
      'm/p.zones': model,
    });
    const { added } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added.map(({ path }) => path)).toEqual(['b.in-b', 'a.in-a', 'to-be-placed.nowhere']);
    expect(textIn(folder, 'm/p.zones')).toContain('zone to-be-placed "To be placed" {');
  });

  test('with a VLAN for a zone it is one, however the VLAN is written', async () => {
    const vlans = ['10', 'VLAN10', 'Vlan 10', 'vlan_10', '20 (DMZ)', '20 (DMZ)'];
    const list = `Name,Type,VLAN\n${vlans.map((vlan, i) => `plc-${i},PLC,${vlan}`).join('\n')}\n`;
    const folder = folderOf({ 'l.csv': list, 'm/m.zones': 'system m\n\nzone vlan10 "VLAN10" : control level 1\n' });
    const { added } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added.map(({ zone }) => zone)).toEqual([...Array(4).fill('vlan10'), 'vlan-20-dmz', 'vlan-20-dmz']);
    expect(textIn(folder, 'm/m.zones')).toContain('zone vlan-20-dmz "VLAN 20 (DMZ)"');
    expect(textIn(folder, 'm/m.zones')).toContain('network "VLAN 20"');
    const { added: again, written } = await imported(folder, 'l.csv', '--into', 'm');
    expect([again, written]).toEqual([[], []]);
  });

  test('with a title for a zone it is that zone, in the file in which it stands', async () => {
    const folder = folderOf({
      'l.csv': 'Name,Zone\nnew,FILTER HALL\n',
      'm/a.zones': 'system s\nzone cell "Filter hall" : cell\n',
      'm/b.zones': 'system s\nzone other : cell\n',
    });
    const { written } = await imported(folder, 'l.csv', '--into', 'm');
    expect(written).toEqual(['m/a.zones']);
  });

  test('of several systems one has to be named', async () => {
    const folder = folderOf({
      'l.csv': 'Name\nnew\n',
      'm/a.zones': 'system a\nzone x\n',
      'm/b.zones': 'system b\nzone x\n',
    });
    const { code, stderr } = await zones(['import', 'l.csv', '--into', 'm'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('name one of a and b with --system')]);
    const { written } = await imported(folder, 'l.csv', '--into', 'm', '--system', 'b');
    expect(written).toEqual(['m/b.zones']);
  });
});

describe('which asset a row speaks of', () => {
  const model =
    'zone z {\n  asset a : plc { serial "S1"  address "10.0.0.1", "00:11:22:33:44:55" }\n  asset b : plc\n}\n';
  test.each([
    ['its name', 'Name,Vendor\nb,V\n', 'z.b'],
    ['else its serial number', 'Hostname,Serial,Vendor\nother,s1,V\n', 'z.a'],
    ['else its MAC', 'MAC,Vendor\n0011.2233.4455,V\n', 'z.a'],
    ['else its address', 'IP,Vendor\n10.0.0.1/24,V\n', 'z.a'],
  ])('is told by %s', async (_, list, path) => {
    const folder = folderOf({ 'l.csv': list, 'm/p.zones': model });
    const { added, filled } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added).toEqual([]);
    expect(filled).toEqual([{ path, property: 'vendor' }]);
  });

  test('two devices of one name stay two, also when they are imported again', async () => {
    const folder = folderOf({ 'l.csv': 'Name,Type,IP\nPLC,PLC,10.0.0.1\nPLC,PLC,10.0.0.2\nP.L.C,PLC,10.0.0.3\n' });
    const { added } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added.map(({ path }) => path)).toEqual(['to-be-placed.plc', 'to-be-placed.plc-2', 'to-be-placed.p-l-c']);
    expect(await imported(folder, 'l.csv', '--into', 'm')).toMatchObject({
      added: [],
      filled: [],
      conflicts: [],
      unchanged: 3,
    });
  });

  test('rows with one identity are one device, and its name is no identity of the tool', async () => {
    const folder = folderOf({ 'l.csv': 'Asset ID,Name,IP\n77,Pump,10.0.0.1\n77,Pump,10.0.0.2\n78,Pump,10.0.0.3\n' });
    const { added } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added.map(({ path }) => path)).toEqual(['to-be-placed.pump', 'to-be-placed.pump-2']);
    expect(textIn(folder, 'm/m.zones')).toContain('address "10.0.0.1", "10.0.0.2"');
    expect(textIn(folder, 'm/m.zones')).not.toContain('77');
  });

  test('of a name that is found the title is filled, of a serial number it is not', async () => {
    const folder = folderOf({ 'l.csv': 'Name,Title,Serial\nb,Pump,\nc,Fan,S1\n', 'm/p.zones': model });
    await imported(folder, 'l.csv', '--into', 'm');
    expect(textIn(folder, 'm/p.zones')).toContain('asset b "Pump" : plc');
    expect(textIn(folder, 'm/p.zones')).not.toContain('Fan');
  });
});

test('types of one’s own are known by what they are called', async () => {
  const model = 'asset-type pig "Pig launcher" extends packaged-unit { alias "Molchschleuse" }\nzone z : cell\n';
  const folder = folderOf({ 'l.csv': 'Name,Type,Zone\na,Molchschleuse,z\nb,pig launcher,z\n', 'm/p.zones': model });
  const { added } = await imported(folder, 'l.csv', '--into', 'm');
  expect(added.map(({ type, from }) => `${type} ${from}`)).toEqual(['pig alias', 'pig alias']);
});

describe('a mapping', () => {
  test('is written, and read for the next export of the tool', async () => {
    const folder = folderOf({ 'l.csv': 'Foo,Bar,IP\nXaver,Siemens,10.0.0.1\n' });
    await imported(folder, 'l.csv', '--into', 'a', '--mapping', 'tool.json');
    const mapping = JSON.parse(textIn(folder, 'tool.json'));
    expect(mapping).toEqual({ version: 1, columns: { Foo: null, Bar: null, IP: 'address' } });
    writeFileSync(join(folder, 'tool.json'), JSON.stringify({ columns: { foo: 'name', Bar: 'vendor' } }));
    const { added, files } = await imported(folder, 'l.csv', '--into', 'b', '--mapping', 'tool.json');
    expect(added.map(({ path }) => path)).toEqual(['to-be-placed.xaver']);
    expect(files[0]?.unknown).toEqual([]);
    expect(textIn(folder, 'b/b.zones')).toContain('vendor "Siemens"');
  });

  test('that is none is told', async () => {
    const folder = folderOf({ 'l.csv': 'Name\nx\n', 'm.json': '{ "columns": { "Name": "nme" } }' });
    const { code, stderr } = await zones(['import', 'l.csv', '--mapping', 'm.json'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('\'Name\' cannot mean "nme"')]);
  });
});

test('a level that no zone can take is told, one that a zone has is not', async () => {
  const folder = folderOf({
    'plant.zones': 'system plant\nzone net : cell level 1 { network "10.0.0.0/24" }\n',
    'no-zones.csv': 'Name,Type,Level\na,PLC,1\nb,HMI,2\n',
    'by-network.csv': 'Name,Type,Level,IP\nf,PLC,1,10.0.0.5\n',
    'zones.csv': 'Name,Type,Level,Zone\nc,PLC,1,Cell\nd,HMI,2,Cell\n',
    'other.csv': 'Name,Type,Level,Zone\ne,PLC,3,Cell\n',
    'apart.csv': 'Name,Type,Level,Zone\ng,PLC,0,Wide\nh,Server,3,Wide\n',
  });
  const told = async (file: string) =>
    (await zones(['import', file], folder)).stdout.split('\n').filter((line) => line.startsWith('Levels left out'));
  const of = (assets: string) => [expect.stringMatching(new RegExp(`^Levels left out of ${assets}: `))];
  expect(await told('no-zones.csv')).toEqual(of('2 assets'));
  expect(await told('no-zones.csv')).toEqual(of('2 assets'));
  expect(await told('by-network.csv')).toEqual([]);
  expect(await told('zones.csv')).toEqual([]);
  expect(await told('zones.csv')).toEqual([]);
  expect(await told('other.csv')).toEqual(of('1 asset'));
  expect(await told('apart.csv')).toEqual(of('2 assets'));
});
