import { expect, test } from 'vitest';
import { type Candidate, meant } from '../../language-server/core/text/meant.ts';
import { wordsOf } from '../../language-server/core/text/spelling.ts';
import { libraryFiles } from '../../language-server/language/library/files.ts';

test.each([
  ['HMIPanel', ['hmi', 'panel']],
  ['ControlLogix', ['control', 'logix']],
  ['Anlagen-Steuergerät', ['anlagen', 'steuergeraet']],
  ['Fire & gas', ['fire', 'and', 'gas']],
  ['SR 1.1 RE(1)', ['sr', '1', '1', 're', '1']],
  ['PLCs', ['plcs']],
])('the words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

const units = libraryFiles().flatMap(({ source }) => source.units.map((unit) => unit.source.unit));
const types: readonly Candidate[] = units
  .flatMap(({ assetTypes }) => assetTypes)
  .map(({ name, title, aliases }) => ({ name: name.value, title: title?.value, aliases }));
const protocols: readonly Candidate[] = units
  .flatMap((unit) => unit.protocols)
  .map(({ name, title, facts }) => ({ name: name.value, title: title?.value, aliases: facts.alias }));

test('the library says what people call its types and protocols, hardly ever two by one word', () => {
  for (const candidates of [types, protocols]) {
    const aliases = candidates.flatMap(({ aliases = [] }) => aliases);
    expect(aliases.length).toBeGreaterThan(2 * candidates.length);
    expect(new Set(aliases).size).toBeGreaterThan(0.9 * aliases.length);
  }
});

/** What a first user writes. Of several the first one matters. */
test.each([
  ['hmi', 'hmi-panel'],
  ['HMI', 'hmi-panel'],
  ['SCADA', 'scada-server'],
  ['switch', 'managed-switch'],
  ['robot', 'robot-controller'],
  ['SPS', 'plc'],
  ['plc-2', 'plc'],
  ['controler', 'plc'],
  ['firewal', 'firewall'],
  ['dmz-firewall', 'firewall'],
  ['jumpserver', 'jump-host'],
  ['Näherungsschalter', 'sensor'],
  ['mes-server', 'mes'],
  ['press-line-plc', 'plc'],
])('the type %s is %s', (written, name) => {
  expect(meant(written, types)[0]).toBe(name);
});

test.each([
  ['modbus', 'modbus-tcp'],
  ['opcua', 'opc-ua'],
  ['httqs', 'https'],
  ['HTTPS', 'https'],
  ['s7', 's7comm'],
])('the protocol %s is %s', (written, name) => {
  expect(meant(written, protocols)[0]).toBe(name);
});

test('what is not like anything, or like too much, is not guessed', () => {
  expect(meant('quux', types)).toEqual([]);
  // Another word in the place of one is no slip of the finger.
  expect(meant('erp-server', types)).not.toContain('web-server');
  expect(meant('plc', types)).not.toContain('plc');
  const pumps = ['pump-1', 'pump-2', 'pump-3', 'pump-4'].map((name) => ({ name }));
  expect(meant('pump', pumps, 3)).toEqual([]);
  expect(meant('pump', pumps.slice(0, 2), 3)).toEqual(['pump-1', 'pump-2']);
  // Of requirements the numbers count, not the words.
  const controls = [{ name: 'SR 1.1', title: 'Identification' }, { name: 'SR 11.1' }];
  expect(meant('SR 1.11', controls)).toEqual(['SR 1.1', 'SR 11.1']);
});
