import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';
import { imported, textIn } from '../support/imported.ts';

describe('bad rows', () => {
  test('are told by their number and skipped, what is missing in others is left out', async () => {
    const list = 'Name,Type,IP\nok,PLC,10.0.0.1\ntoo,PLC,10.0.0.2,many,cells\nshort,PLC\nwrong,PLC,10.0.0.999\n';
    const folder = folderOf({ 'l.csv': list });
    const { code, added, skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect(code).toBe(1);
    expect(added.map(({ path }) => path)).toEqual(['to-be-placed.ok', 'to-be-placed.short', 'to-be-placed.wrong']);
    expect(skipped.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(skipped[0]?.why).toContain('5 cells where the header has 3');
    expect(skipped[2]?.why).toContain("'10.0.0.999' in column 'IP' is no address");
  });

  test('of totals and remarks are no assets', async () => {
    const list = [
      'Name,Type,IP,Zone,Count',
      'Pump 1,PLC,10.0.0.1,Cell,2',
      'Total,PLC,10.0.0.2,,1',
      'Stand,,,Cell,1',
      'Notebook 7,,,,1',
      '# checked in May,,,,',
      'Summe: 3 Geräte,,,,3',
      'Total,,,,3',
      '"Note: addresses are preliminary.",,,,',
    ];
    const folder = folderOf({ 'l.csv': `${list.join('\n')}\n` });
    const { code, added, skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect(code).toBe(1);
    expect(added.map(({ path }) => path).sort()).toEqual([
      'cell.pump-1',
      'cell.stand',
      'to-be-placed.notebook-7',
      'to-be-placed.total',
    ]);
    expect(skipped.map(({ row }) => row)).toEqual([6, 7, 8, 9]);
    expect(skipped[1]?.why).toContain("'Summe: 3 Geräte' reads like a total or a remark");
  });

  test('of sentences, and remarks in any column, are no assets and are told', async () => {
    const list = [
      'Name,IP,Farbe,Zone,Remark',
      'Pumpe 3 im Keller links,,,,',
      'Pump is old,10.0.0.1,,,',
      'Die Adressen werden im Juli geprüft.,,,,',
      'Alle Geräte wurden im Mai geprüft,,,,',
      'Stand der Liste: 3. Mai,,,,',
      ',,noch zu klären mit der IT,,',
      ',,7,,',
      '8,,Summe,,',
      'pump-9,,Summe,Cell,',
      'pump-10,,,,Note: old',
    ];
    const folder = folderOf({ 'l.csv': `${list.join('\n')}\n` });
    const { code, added, skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect(code).toBe(1);
    expect(added.map(({ path }) => path).sort()).toEqual([
      'cell.pump-9',
      'to-be-placed.pump-10',
      'to-be-placed.pump-is-old',
      'to-be-placed.pumpe-3-im-keller-links',
    ]);
    expect(skipped.map(({ row }) => row)).toEqual([4, 5, 6, 7, 9]);
    expect(skipped[3]?.why).toContain("all that it says is 'noch zu klären mit der IT'");
  });

  test('with several VLANs stand in none of them, and are told', async () => {
    const folder = folderOf({
      'l.csv':
        'Name,VLAN,IP\nsw,"10, 20",10.0.0.1\nfw,VLAN10+VLAN20,10.0.0.2\nplc,10,10.0.0.3\nhmi,10 (A/B),10.0.0.4\n',
    });
    const { added, skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect(added.map(({ path }) => path).sort()).toEqual([
      ...['to-be-placed.fw', 'to-be-placed.sw', 'vlan-10-a-b.hmi', 'vlan-10.plc'],
    ]);
    expect(skipped.map(({ row }) => row)).toEqual([2, 3]);
    expect(skipped[0]?.why).toContain("'10, 20' in column 'VLAN' names several VLANs");
  });

  test('count one device without a word, unless the model says otherwise', async () => {
    const folder = folderOf({
      'l.csv': 'Name,Zone,Quantity\na,Z,1\nb,Z,2\nc,Z,1\n',
      'm/m.zones': 'system m\n\nzone z "Z" {\n  asset c : plc { count 3 }\n}\n',
    });
    const { conflicts } = await imported(folder, 'l.csv', '--into', 'm');
    expect(textIn(folder, 'm/m.zones')).not.toContain('count 1');
    expect(textIn(folder, 'm/m.zones')).toContain('count 2');
    expect(conflicts).toEqual([{ path: 'z.c', property: 'count', model: '3', file: '1' }]);
  });

  test('with several levels are told which was taken', async () => {
    const folder = folderOf({ 'l.csv': 'Name,Zone,Level\nx,Cell,L0-L1\ny,Cell,"2,5"\nz,Cell,L1\n' });
    const { skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [2, expect.stringContaining('names 0, 1; 0 was taken')],
      [3, expect.stringContaining("'2,5' in column 'Level' is no Purdue level (0, 1, 2, 3, 3.5, 4 or 5)")],
    ]);
  });

  test('after a quote that nobody closes are told', async () => {
    const folder = folderOf({ 'l.csv': 'Name,Type\nok,PLC\n"open,PLC\nlost,PLC\n' });
    const { code, added, skipped } = await imported(folder, 'l.csv', '--into', 'm');
    expect([code, added.length]).toEqual([1, 1]);
    expect(skipped).toEqual([
      { row: 3, why: expect.stringContaining('a quote begins in it that is not closed'), file: 'l.csv' },
    ]);
  });

  test('a text that begins like a formula stays a text', async () => {
    const folder = folderOf({ 'l.csv': 'Name,Description\nx,=1+1\ny,"say ""hi"" \\ there"\n' });
    await imported(folder, 'l.csv', '--into', 'm');
    expect(textIn(folder, 'm/m.zones')).toContain('description "=1+1"');
    expect(textIn(folder, 'm/m.zones')).toContain('description "say \\"hi\\" \\\\ there"');
    const { stdout } = await zones(['check', 'm', '--format', 'json'], folder);
    expect(stdout).not.toContain('syntax-error');
  });
});

describe('files that say nothing', () => {
  test.each([
    ['is empty', '', 'It is empty'],
    ['has blanks alone', ' \n ;;\n', 'There is nothing in it'],
    ['has a header alone', 'Name,Type,IP\n', 'no rows below its header'],
    [
      'has columns that nobody knows',
      'Foo,Bar\n1,2\n',
      "None of its columns tells what its rows speak of: 'Foo', 'Bar'",
    ],
    ['is binary', 'a\0b\0\0c,d', 'not a text'],
    ['is other XML', '<html><body/></html>', 'neither of Nmap'],
    ['is a scan that is cut off', '<nmaprun><host><address addr="10.0.0.1" addr', 'not well-formed XML'],
    ['is JSON that is cut off', '[{"name": "a"}, {"na', 'not JSON'],
  ])('one that %s', async (_, content, why) => {
    const folder = folderOf({ 'in.csv': content });
    const { code, stdout, stderr } = await zones(['import', 'in.csv', '--into', 'm'], folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("zones: Cannot import 'in.csv'.");
    expect(stderr).toContain(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('one that is not there', async () => {
    const { code, stderr } = await zones(['import', 'gone.csv'], folderOf({}));
    expect([code, stderr]).toEqual([2, expect.stringContaining('Cannot read')]);
  });

  test('do not keep others from being imported', async () => {
    const folder = folderOf({ 'a.csv': '', 'b.csv': 'Name,Type\nx,PLC\n' });
    const { code, stderr } = await zones(['import', 'a.csv', 'b.csv', '--into', 'm'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("'a.csv'")]);
    expect(textIn(folder, 'm/m.zones')).toContain('asset x : plc');
  });
});

describe('files of which nothing can be read', () => {
  test.each([
    ['a quote that is not closed', 'Name,Type,IP\n"pump,PLC,10.0.0.1\nvalve,PLC,10.0.0.2\n'],
    ['too many cells in each row', 'Name,Type,IP\npump,PLC,10.0.0.1,a,b\nvalve,PLC,10.0.0.2,c,d\n'],
  ])('for %s: the command could not do it, and does not say that all is there', async (_, list) => {
    const folder = folderOf({ 'l.csv': list });
    const { code, stdout, stderr } = await zones(['import', 'l.csv', '--into', 'm'], folder);
    expect(code).toBe(2);
    expect(stdout).toContain('Nothing to write: no row could be read.');
    expect(stderr).toContain('l.csv, row 2: The row was left out');
  });

  test('for its encoding, which is UTF-32', async () => {
    const text = '\ufeffName;Type\nPump;PLC\n';
    const units = Uint32Array.from(text, (letter) => letter.codePointAt(0)!);
    const folder = folderOf({});
    writeFileSync(join(folder, 'l.csv'), new Uint8Array(units.buffer));
    const { code, stderr } = await zones(['import', 'l.csv', '--into', 'm'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("Cannot import 'l.csv'. Its text is encoded as UTF-32. Save it as UTF-8.");
  });

  test('for what it is: a device', { skip: process.platform === 'win32' }, async () => {
    const { code, stderr } = await zones(['import', '/dev/zero', '--into', 'm'], folderOf({}));
    expect(code).toBe(2);
    expect(stderr).toContain('it is a pipe or a device, not a file');
  });
});
