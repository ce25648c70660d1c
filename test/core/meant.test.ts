import { expect, test } from 'vitest';
import { precedencesOf } from '../../language-server/core/text/alias-order.ts';
import { type Candidate, meant } from '../../language-server/core/text/meant.ts';
import { spellingOf, wordsOf } from '../../language-server/core/text/spelling.ts';
import { libraryFiles } from '../../language-server/language/library/files.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

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
const query = createWorkspace({ defaultSystem: 'plant', today: TODAY }).store.query();
const types: readonly Candidate[] = query.libraryCandidates('asset-type');
const protocols: readonly Candidate[] = query.libraryCandidates('protocol');

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

/** Of a word that may mean several the first is the one to take, and the others follow. */
test.each([
  ['PC', ['business-workstation', 'operator-workstation', 'industrial-pc']],
  ['pc', ['business-workstation', 'operator-workstation', 'industrial-pc']],
  ['Workstation', ['operator-workstation', 'engineering-workstation', 'business-workstation']],
  ['Server', ['application-server', 'scada-server', 'database-server', 'file-server']],
  ['BMS', ['building-management-server', 'battery-management-system', 'burner-management-controller']],
  ['gateway-2', ['protocol-gateway', 'edge-gateway', 'station-gateway', 'router']],
])('the word %s may mean the types %s, in this order', (written, names) => {
  expect(meant(written, types)).toEqual(names);
});

test.each([
  ['cotp', ['s7comm', 'iec61850-mms', 'iccp']],
  ['fieldbus', ['profibus-dp', 'modbus-rtu', 'profinet-rt']],
  ['opc', ['opc-classic', 'opc-ua']],
])('the word %s may mean the protocols %s, in this order', (written, names) => {
  expect(meant(written, protocols)).toEqual(names);
});

test('every word and port that one of the library leaves to another is one that both have', () => {
  const declared = units.flatMap(({ assetTypes, protocols }) => [
    ...assetTypes.map((type) => ({ ...type, words: type.aliases })),
    ...protocols.map((protocol) => ({
      ...protocol,
      words: [...(protocol.facts.alias ?? []), ...protocol.ports.map(({ transport, port }) => `${transport} ${port}`)],
    })),
  ]);
  const wordsOf = new Map(declared.map(({ name, words }) => [name.value, new Set(words.map(spellingOf))]));
  const claims = declared.flatMap(({ name, deferrals }) =>
    deferrals.flatMap(({ to, words }) => words.flatMap((word) => [`${name.value}: ${word}`, `${to.text}: ${word}`])),
  );
  expect(claims.length).toBeGreaterThan(200);
  const isTrue = (claim: string) => {
    const [name, word] = claim.split(': ') as [string, string];
    return wordsOf.get(name)?.has(spellingOf(word));
  };
  expect(claims.filter((claim) => !isTrue(claim))).toEqual([]);
});

test('of the words that several have, none leaves open which of them it means first', () => {
  for (const candidates of [types, protocols]) {
    const having = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      for (const word of new Set((candidate.aliases ?? []).map(spellingOf))) {
        having.set(word, [...(having.get(word) ?? []), candidate]);
      }
    }
    const open = [...having].filter(
      ([word, those]) => new Set(those.map(({ behind }) => behind?.get(word) ?? 0)).size < those.length,
    );
    expect(open).toEqual([]);
  }
});

test('words that are left to each other in a ring keep their order', () => {
  const ring = precedencesOf([
    { name: 'a', deferrals: [{ to: { text: 'b' }, words: ['X'] }] },
    { name: 'b', deferrals: [{ to: { text: 'a' }, words: ['x'] }] },
    { name: 'c', deferrals: [{ to: { text: 'gone' }, words: ['x'] }] },
  ]);
  expect(['a', 'b', 'c'].map((name) => ring.get(name)?.get('x'))).toEqual([1, 1, 1]);
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
