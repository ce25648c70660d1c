import { describe, expect, test } from 'vitest';
import { TYPES_BY_PORT } from '../../../language-server/core/exchange/types/port-words.ts';
import { PRODUCT_WORDS } from '../../../language-server/core/exchange/types/product-words.ts';
import type { TypeHints } from '../../../language-server/core/exchange/types/recognise-type.ts';
import { candidates, types } from './library.ts';

const of = (hints: TypeHints) => {
  const { type, from, sure } = types.of(hints);
  return `${type} ${from} ${sure}`;
};

test('products and ports mean types that there are', () => {
  const known = new Set(candidates.map(({ name }) => name));
  const meant = [...PRODUCT_WORDS, ...TYPES_BY_PORT].map(([, type]) => type);
  expect(meant.length).toBeGreaterThan(50);
  expect(meant.filter((type) => !known.has(type))).toEqual([]);
});

describe('a type is told', () => {
  test.each<[TypeHints, string]>([
    [{ words: 'SPS' }, 'plc alias high'],
    [{ words: 's.p.s.' }, 'plc alias high'],
    [{ words: 'Frequenzumrichter' }, 'variable-frequency-drive alias high'],
    [{ words: 'eEngineeringStation' }, 'engineering-workstation alias high'],
    [{ words: 'Safety PLC (redundant)' }, 'safety-controller alias medium'],
    [{ words: 'PC' }, 'business-workstation alias low'],
    [{ vendor: 'Siemens', product: 'S7-1500' }, 'plc product medium'],
    [{ vendor: 'Siemens', product: 'SCALANCE X208' }, 'industrial-switch product medium'],
    [{ vendor: 'Siemens', product: 'SCALANCE S615' }, 'industrial-firewall product medium'],
    [{ vendor: 'Rockwell', product: '1756-L73' }, 'plc product medium'],
    [{ product: 'CPU 1515F-2 PN' }, 'safety-controller product medium'],
    [{ title: 'Pump PLC 3' }, 'plc alias medium'],
    [{ ports: ['tcp 80', 'tcp 102'] }, 'plc ports low'],
    [{ ports: ['tcp 80'] }, 'unknown-device none low'],
    [{}, 'unknown-device none low'],
  ])('%o: %s', (hints, expected) => {
    expect(of(hints)).toBe(expected);
  });

  test('by the word for it before the product, by the product before the ports', () => {
    expect(of({ words: 'HMI', product: 'S7-1500', ports: ['tcp 502'] })).toBe('hmi-panel alias high');
    expect(of({ words: 'Quux', product: 'FortiGate 60F', ports: ['tcp 502'] })).toBe('firewall product medium');
  });

  test('by no word that says that nobody knows', () => {
    for (const words of ['Unknown', 'Device', 'Sonstiges', 'Other'])
      expect(of({ words })).toBe('unknown-device none low');
    expect(of({ words: 'Unknown', ports: ['tcp 502'] })).toBe('plc ports low');
  });

  test('with the others that an ambiguous word may mean', () => {
    expect(types.of({ words: 'Server' }).others).toContain('scada-server');
  });
});
