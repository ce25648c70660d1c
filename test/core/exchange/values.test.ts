import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHashIndex } from '../../../language-server/core/exchange/merge/hash-index.ts';
import { createNamer, nameFrom } from '../../../language-server/core/exchange/merge/names.ts';
import { createRecordStore } from '../../../language-server/core/exchange/merge/record-store.ts';
import { quoted } from '../../../language-server/core/exchange/properties.ts';
import * as values from '../../../language-server/core/exchange/reading/values.ts';
import type { AssetRecord } from '../../../language-server/core/exchange/records.ts';
import { isName } from '../../../language-server/core/text/names.ts';
import { readSource } from '../../../language-server/language/source-file.ts';

describe('a cell', () => {
  test.each([
    ['"Pump 1"', 'Pump 1'],
    ["'Pump 1'", 'Pump 1'],
    ['„Pumpe 1“', 'Pumpe 1'],
    ['»Pumpe 1«', 'Pumpe 1'],
    ['19" Panel', '19" Panel'],
    ['"A" and "B"', '"A" and "B"'],
    ["Pump '1'", "Pump '1'"],
  ])('%s is the text %s', (cell, text) => {
    expect(values.textIn(cell)).toBe(text);
  });

  test('tells the port behind an address', () => {
    expect(values.addressesIn('10.0.0.1:502')).toEqual([{ address: '10.0.0.1', mac: false, port: 502 }]);
    expect(values.addressesIn('fd00::502')).toEqual([{ address: 'fd00::502', mac: false }]);
  });

  test.each([
    ['plc1.plant.local', 'plc1', ['plc1.plant.local']],
    ['plc1.plant.local.\npump.plant.local', 'plc1', ['plc1.plant.local', 'pump.plant.local']],
    ['PLC1; PLC1-B', 'PLC1', ['PLC1-B']],
    ['PLC1', 'PLC1', []],
    ['Pump 1.2', 'Pump 1.2', []],
  ])('%j names the host %s at %j', (cell, name, addresses) => {
    expect(values.hostNamesIn(cell)).toEqual({ name, addresses });
  });

  test.each([
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.1/24', ['10.0.0.1']],
    ['10.0.0.1; 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.1\n10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.1 255.255.255.0', ['10.0.0.1']],
    ['001B.1B12.3456', ['00:1b:1b:12:34:56']],
    ['00-1B-1B-12-34-56', ['00:1b:1b:12:34:56']],
    ['fd00::1, plc.plant.local', ['fd00::1', 'plc.plant.local']],
    ['DHCP', []],
    ['DHCP (10.0.0.1)', ['10.0.0.1']],
    ['10.0.0.1/255.255.255.0', ['10.0.0.1']],
    ['10.0.0.1/10.0.0.2 / 10.0.0.3', ['10.0.0.1', '10.0.0.2', '10.0.0.3']],
    ['10.0.0.1 + 10.0.0.2 und 10.0.0.3', ['10.0.0.1', '10.0.0.2', '10.0.0.3']],
    ['https://10.0.0.1/index.html', ['10.0.0.1']],
    ['plc-1, plc-2', ['plc-1', 'plc-2']],
    ['10.0.0.1 (backup)', ['10.0.0.1', '! backup']],
    ['10.0.0.1 plc.plant.local', ['10.0.0.1', 'plc.plant.local']],
    ['eth0: 10.0.0.1', ['! eth0:', '10.0.0.1']],
    ['10.0.0.1 - 10.0.0.9', ['! 10.0.0.1 - 10.0.0.9']],
    ['10.0.0.1 bis 9', ['! 10.0.0.1 bis 9']],
    ['10.0.0.x', ['! 10.0.0.x']],
    ['10.0.0.1:502', ['10.0.0.1']],
    ['10.0.0.1 : 80; plc.plant.local:8080', ['10.0.0.1', 'plc.plant.local']],
    ['[fd00::1]:502', ['fd00::1']],
    ['https://10.0.0.1:8443/ui', ['10.0.0.1']],
    ['10.0.0.1:70000', ['! 10.0.0.1:70000']],
    ['10.0.0.999:502', ['! 10.0.0.999:502']],
    ['„10.0.0.1“', ['10.0.0.1']],
    ['n/a', []],
    ['10.0.0.999', ['! 10.0.0.999']],
    ['see the other list', ['! see the other list']],
    ['siehe Blatt 2', ['! siehe Blatt 2']],
  ])('%j has the addresses %j', (cell, expected) => {
    const found = values.addressesIn(cell).map((each) => ('address' in each ? each.address : `! ${each.wrong}`));
    expect(found).toEqual(expected);
  });

  test.each([
    ['2', 2],
    ['Level 2', 2],
    ['L1 - Basic control', 1],
    ['Purdue Level 3.5', 3.5],
    ['3,5', 3.5],
    ['Ebene 0', 0],
    ['DMZ', 3.5],
    ['Process control', 1],
    ['12', undefined],
    ['ground floor', undefined],
    ['2.7', undefined],
  ])('%j is the level %j', (cell, expected) => {
    expect(values.levelIn(cell)).toBe(expected);
  });

  test.each([
    ['L0-L2', [0, 1, 2]],
    ['Ebene 3 bis 4', [3, 3.5, 4]],
    ['L2/3', [2, 3]],
    ['L1 - Basic control', [1]],
    ['3,5', [3.5]],
    ['Ebene 2,5', []],
  ])('%j is the levels %j', (cell, expected) => {
    expect(values.levelsIn(cell)).toEqual(expected);
  });

  test.each([
    ['hoch', 'high'],
    ['sehr hoch', 'critical'],
    ['4 - Critical', 'critical'],
    ['Mittel', 'medium'],
    ['blue', undefined],
  ])('%j is the criticality %j', (cell, expected) => {
    expect(values.criticalityIn(cell)).toBe(expected);
  });

  test.each([
    ['31.12.2029', '2029-12-31'],
    ['2029-12-31T00:00:00Z', '2029-12-31'],
    ['31.02.2029', undefined],
  ])('%j is the day %j', (cell, expected) => {
    expect(values.dayIn(cell)).toBe(expected);
  });

  test.each([
    ['2', 2],
    ['3 Stk.', 3],
    ['1.200', 1200],
    ['0', undefined],
    ['two', undefined],
  ])('%j is the count %j', (cell, expected) => {
    expect(values.countIn(cell)).toBe(expected);
  });

  test('has ports in any order of their parts', () => {
    expect(values.portsIn('502/tcp, udp:161; 80')).toEqual(['tcp 502', 'udp 161', 'tcp 80']);
    expect(values.portsIn('S7 Comm Plus')).toEqual([]);
  });

  test('has levels of security as one or seven', () => {
    expect(values.vectorIn('2')).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(values.vectorIn('{ 2 2 0 1 3 1 3 }')).toEqual([2, 2, 0, 1, 3, 1, 3]);
    expect(values.vectorIn('2 2')).toBeUndefined();
  });
});

describe('a name', () => {
  test.each([
    ['Pump PLC 3', 'pump-plc-3'],
    ['Bedienpanel Ü1', 'bedienpanel-ue1'],
    ['=RW+A1-K1', 'rw-a1-k1'],
    ['3. Linie', 'n-3-linie'],
    ['Café & Bar', 'cafe-and-bar'],
    ['…', ''],
    ['станция 1', 'станция-1'],
  ])('of %j is %j', (title, name) => {
    expect(nameFrom(title)).toBe(name);
  });

  test('is a name of the language, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => nameFrom(title) === '' || isName(nameFrom(title))),
    );
  });

  test('is made once, and says the same again', () => {
    fc.assert(fc.property(fc.string(), (title) => nameFrom(nameFrom(title)) === nameFrom(title)));
  });

  test('that is taken gets a number that nobody has', () => {
    const namer = createNamer();
    namer.note('z', 'plc-2');
    expect(['plc', 'plc', 'plc'].map((name) => namer.take('z', name))).toEqual(['plc', 'plc-3', 'plc-4']);
    expect(namer.take('other', 'plc')).toBe('plc');
  });
});

test('a text is written so that the language reads it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { units } = readSource(`zone z { owner ${quoted(text)} }`);
      return units.every(({ source }) => source.unit.problems.every(({ rule }) => rule !== 'syntax-error'));
    }),
  );
});

test('records are kept as they were', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((each) => !each.includes('\u001e') && !each.includes('\u001f'));
  const record = fc.record<Partial<AssetRecord>>(
    {
      called: text,
      zone: text,
      level: fc.constantFrom(0, 3.5),
      addresses: fc.array(text, { minLength: 1 }),
      software: fc.array(text, { minLength: 1 }),
      slC: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
      isExact: fc.constant(true),
      count: fc.integer({ min: 1 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(record), record, (many, last) => {
      const store = createRecordStore();
      const records = many.map((each, i) => ({ sort: 'asset' as const, row: i + 1, ...each }));
      for (const each of records) store.add(each);
      if (records.length > 0) store.replace(0, { ...records[0]!, ...last });
      const expected = records.map((each, i) => (i === 0 ? { ...each, ...last } : each));
      expect(expected.map((_, i) => store.get(i))).toEqual(expected);
    }),
  );
});

test('numbers are found by their texts, however many there are', () => {
  const index = createHashIndex();
  for (let i = 0; i < 50_000; i++) index.set(`text ${i}`, i);
  for (let i = 0; i < 50_000; i += 7) expect(index.get(`text ${i}`)).toBe(i);
  expect(index.get('text 50000')).toBeUndefined();
  expect(index.add('text 3', 9)).toBe(3);
  index.set('text 3', 9);
  expect(index.get('text 3')).toBe(9);
});
