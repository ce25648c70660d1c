import { describe, expect, test } from 'vitest';
import { completion } from '../../language-server/editor/completion/index.ts';
import { resolveCompletion } from '../../language-server/editor/completion/resolve.ts';
import { applied, isIncompleteAt, itemsAt, labelsAt, marked } from '../support/marked.ts';

/** What an item shows behind its label: its title, and at the end of the line its facts. */
const shown = (fixture: string, label: string): string[] => {
  const { labelDetails } = itemsAt(fixture).find((item) => item.label === label) ?? {};
  return [labelDetails?.detail?.trim() ?? '', labelDetails?.description ?? ''];
};

describe('kinds and types', () => {
  test('kinds of the system’s reference model, from the outside in', () => {
    expect(labelsAt('zone a : |')).toEqual(['enterprise', 'perimeter', 'control', 'cell', 'process', 'external']);
    expect(labelsAt('system s { reference-model purdue }\nzone a : |')).toContain('supervisory');
  });

  test('asset types: those at home in the kind of the zone first', () => {
    const inCell = labelsAt('zone a : cell {\n  asset x : |\n}');
    const inPerimeter = labelsAt('zone a : perimeter {\n  asset x : |\n}');
    expect(inCell.indexOf('plc')).toBeLessThan(inCell.indexOf('jump-host'));
    expect(inPerimeter.indexOf('jump-host')).toBeLessThan(inPerimeter.indexOf('plc'));
    expect(new Set(inPerimeter)).toEqual(new Set(inCell));
  });

  test('asset types of the workspace before those of the library, found by their titles too', () => {
    const fixture = 'asset-type house-plc "House PLC" extends plc\nzone a : cell {\n  asset x : |\n}';
    expect(labelsAt(fixture)[0]).toBe('house-plc');
    expect(labelsAt('zone a : cell {\n  asset x : programm|\n}')).toContain('plc');
    expect(labelsAt('zone a : cell {\n  asset x : zzz|\n}')).toEqual([]);
  });

  test('types and protocols by what people call them', () => {
    const type = (typed: string) => labelsAt(`zone a : cell {\n  asset x : ${typed}|\n}`);
    expect(type('SPS')[0]).toBe('plc');
    expect(type('SCADA')[0]).toBe('scada-server');
    expect(type('frequenz')).toEqual(['variable-frequency-drive']);
    expect(applied('zone a {\n  asset x : SPS|\n}', 'plc')).toBe('zone a {\n  asset x : plc\n}');
    // A word that may mean several offers first what it means first, wherever the cursor is.
    for (const kind of ['cell', 'control', 'enterprise']) {
      const inKind = (typed: string) => labelsAt(`zone a : ${kind} {\n  asset x : ${typed}|\n}`);
      expect(inKind('PC').slice(0, 3)).toEqual(['business-workstation', 'operator-workstation', 'industrial-pc']);
      expect(inKind('workstation')[0]).toBe('operator-workstation');
      expect(inKind('Server').slice(0, 2)).toEqual(['application-server', 'scada-server']);
      expect(inKind('kiosk').slice(0, 2)).toEqual(['shop-floor-terminal', 'usb-kiosk']);
    }
    expect(labelsAt('zone a { flow x -> y : cotp| }')).toEqual(['s7comm', 'iec61850-mms', 'iccp', 's7comm-plus']);
    expect(labelsAt('zone a { flow x -> y : opc| }')[0]).toBe('opc-classic');
    expect(labelsAt('zone a { flow x -> y : mbap| }')).toEqual(expect.arrayContaining(['modbus-tcp', 'modbus-tls']));
    // An editor takes scattered letters for a match: it is sent no more than what an item was found by.
    const filterOf = (fixture: string) => itemsAt(fixture).find(({ label }) => label === 'plc')?.filterText;
    expect(filterOf('zone a : cell {\n  asset x : |\n}')).toBe('plc');
    expect(filterOf('zone a : cell {\n  asset x : SP|\n}')).toBe('SPS');
    expect(filterOf('zone a : cell {\n  asset x : logic|\n}')).toBe('logic-controller');
  });

  test.each(['kiln', 'brewer', 'oven', 'tank', 'ps'])(
    '%s is no word of theirs, however its letters are scattered',
    (word) => {
      const fixture = `zone a : enterprise {\n  asset x : ${word}|\n}`;
      const begins = new RegExp(`(?:^|[^\\p{L}])${word}`, 'iu');
      for (const { label, filterText } of itemsAt(fixture)) expect(`${label} ${filterText}`).toMatch(begins);
    },
  );

  test('protocols that protect first, of them those at home in the zone, in use there or usual at its level', () => {
    const inCell = labelsAt('zone a : cell {\n  flow x -> y : |\n}');
    const isAbove = (one: string, other: string) => inCell.indexOf(one) < inCell.indexOf(other);
    expect(inCell[0]).toBe('modbus-tls');
    expect(isAbove('modbus-tls', 'ssh')).toBe(true);
    expect(isAbove('ssh', 'opc-ua')).toBe(true);
    expect(isAbove('opc-ua', 'modbus-tcp')).toBe(true);
    expect(isAbove('modbus-tcp', 'telnet')).toBe(true);
    const inOffice = labelsAt('zone a : enterprise {\n  flow x -> y : |\n}');
    expect(inOffice.indexOf('ssh')).toBeLessThan(inOffice.indexOf('modbus-tls'));
    const between = 'zone a : enterprise\nzone b : perimeter\nzone c : control\n';
    const conduit = (end: string, flow = '') =>
      labelsAt(`${between}zone d : cell\nconduit i between ${end} and c {\n  ${flow}\n  flow x -> y : |\n}`);
    expect(conduit('d')[0]).toBe('modbus-tls');
    expect(conduit('a').indexOf('ssh')).toBeLessThan(conduit('a').indexOf('modbus-tls'));
    expect(conduit('a', 'flow x -> y : modbus-tls')[0]).toBe('modbus-tls');
  });

  test('protocols with their port', () => {
    expect(shown('zone a { flow x -> y : | }', 'modbus-tcp')).toEqual(['Modbus/TCP', 'tcp 502']);
    expect(shown('zone a { flow x -> y : | }', 'modbus-rtu')[1]).toBe('no network');
  });
});

test.each([
  ['asset-type own-plc extends |', 'plc'],
  ['protocol own-bus { secured-by | }', 'modbus-tls'],
  ['profile own-list { | }', 'SR 1.1'],
])('nothing is offered as its own part: %s', (fixture, other) => {
  const labels = labelsAt(fixture);
  expect(labels).toContain(other);
  expect(labels.filter((label) => label.startsWith('own-'))).toEqual([]);
});

test('the kinds of a reference model name each other', () => {
  expect(labelsAt('reference-model m { kind aa rank 1  kind bb rank 2  adjacent aa | }')).toContain('bb');
});

describe('controls', () => {
  const zone = (lines: string) => `zone a : cell {\n  sl-t 1\n  ${lines}\n}`;

  test('those that the zone still misses first, with title, level and state', () => {
    const fixture = zone('implements SR 1.1\n  implements |');
    const labels = labelsAt(fixture);
    expect(labels[0]).toBe('SR 1.3');
    expect(labels).not.toContain('SR 1.1');
    expect(labels.indexOf('SR 7.8 RE(1)')).toBe(-1);
    expect(shown(fixture, 'SR 1.3')).toEqual(['missing · SL 1 · Account management', '']);
    expect(shown(fixture, 'SR 1.2')[0]).toMatch(/^not required · /);
    expect(labels.indexOf('SR 7.7')).toBeLessThan(labels.indexOf('SR 1.2'));
  });

  test('what a zone around it meets comes after what is missing', () => {
    const fixture = 'zone a : control {\n  sl-t 1\n  implements SR 1.3\n  zone b : cell {\n    implements |\n  }\n}';
    const labels = labelsAt(fixture);
    expect(shown(fixture, 'SR 1.3')[0]).toMatch(/^met · /);
    expect(labels.indexOf('SR 1.3')).toBeGreaterThan(labels.indexOf('SR 7.7'));
  });

  test.each([
    ['a word', 'implements S|', 'SR 1.1'],
    ['the family', 'implements SR |', 'SR 1.1'],
    ['the family without a space', 'implements SR1.|', 'SR 1.1'],
    ['a part of the number', 'implements SR 1.|', 'SR 1.1'],
    ['an enhancement', 'implements SR 1.1 RE(|', 'SR 1.1 RE(1)'],
    ['an enhancement without brackets', 'implements SR 1.1 RE1|', 'SR 1.1 RE(1)'],
    ['an enhancement by its bracket', 'implements SR 1.1 (|', 'SR 1.1 RE(1)'],
    ['a list', 'implements SR 1.3, SR 1.|', 'SR 1.1'],
    ['a list over lines', 'implements SR 1.3,\n    SR |', 'SR 1.1'],
    ['a word of the title', 'implements human|', 'SR 1.1'],
  ])('by %s, which is replaced as a whole', (_, line, label) => {
    const fixture = zone(line);
    expect(labelsAt(fixture)[0]).toBe(label);
    const typed = /(?:implements |, |,\n {4})(?<typed>[^,\n]*)\|/.exec(fixture)!.groups!.typed;
    expect(applied(fixture, label)).toBe(fixture.replace(`${typed}|`, label));
  });

  test('only enhancements of the requirement that was typed', () => {
    expect(labelsAt(zone('implements SR 1.1 RE(|'))).toEqual(['SR 1.1 RE(1)', 'SR 1.1 RE(2)', 'SR 1.1 RE(3)']);
    expect(labelsAt(zone('implements SR 9.|'))).toEqual([]);
  });

  test('none that the block states already, before or after', () => {
    const labels = labelsAt(
      zone('excludes SR 1.6 because "x"\n  implements SR 1.1, |\n  plans SR1.4 until 2027-01-01'),
    );
    for (const stated of ['SR 1.1', 'SR 1.4', 'SR 1.6']) expect(labels).not.toContain(stated);
    expect(labels).toContain('SR 1.3');
  });

  test('for a compensation what is met first, but not what is compensated', () => {
    const labels = labelsAt(zone('implements SR 5.1, SR 5.2\n  compensates SR 1.1 with |'));
    expect(labels.slice(0, 2)).toEqual(['SR 5.1', 'SR 5.2']);
    expect(labels).not.toContain('SR 1.1');
  });

  test('for a compensation of an asset what the asset meets first', () => {
    const labels = labelsAt(
      'zone a { asset x : plc {\n  implements EDR 2.4\n  compensates CR 1.1 with |\n  implements CR 2.1\n} }',
    );
    expect(labels.slice(0, 2).sort()).toEqual(['CR 2.1', 'EDR 2.4']);
    expect(labels).not.toContain('CR 1.1');
  });

  test('of a conduit those that apply to conduits', () => {
    const model = 'zone a { }\nzone b { }\nconduit c between a and b {\n  sl-t 1\n  implements |\n}';
    expect(shown(model, 'SR 7.3')[0]).toMatch(/^not required · /);
    expect(shown(model, labelsAt(model)[0]!)[0]).toMatch(/^missing · /);
  });

  test('of an asset those of its component class first', () => {
    const plc = labelsAt('zone a { asset x : plc { implements | } }');
    expect(plc).not.toContain('SR 1.1');
    expect(plc.indexOf('EDR 2.4')).toBeLessThan(plc.indexOf('HDR 2.4'));
    const host = labelsAt('zone a { asset x : engineering-workstation { implements | } }');
    expect(host.indexOf('HDR 2.4')).toBeLessThan(host.indexOf('EDR 2.4'));
    expect(labelsAt('zone a { asset x : plc { implements EDR 2.4 R| } }')).toEqual(['EDR 2.4 RE(1)']);
  });

  test('profiles and controls of the workspace', () => {
    const own = 'profile hardening { SR 3.2 }\ncatalog acme { control ACME-1 "USB kiosk" { applies zone } }\n';
    const labels = labelsAt(`${own}${zone('implements |')}`);
    expect(labels).toContain('hardening');
    expect(labels).toContain('ACME-1');
    expect(labelsAt('profile p { SR 3.2, | }')).not.toContain('SR 3.2');
  });
});

describe('names and paths', () => {
  const plant = `
zone a {
  asset x "First PLC" : plc
  zone n { asset p : plc }
}
zone b {
  asset y : plc
  asset fw : firewall
  asset p : plc
}
zone far { asset q : plc }
`;
  const inConduit = (line: string) => `${plant}conduit c between a and b {\n  ${line}\n}`;

  test('inside a conduit the candidates of its ends first', () => {
    const labels = labelsAt(inConduit('flow |'));
    expect(labels.slice(-2)).toEqual(['far', 'q'].sort((one, other) => labels.indexOf(one) - labels.indexOf(other)));
    expect(labels).toEqual(expect.arrayContaining(['x', 'y', 'fw', 'a', 'b', 'n']));
  });

  test('by the shortest name that means it there', () => {
    const labels = labelsAt(inConduit('flow |'));
    expect(labels).toContain('p');
    expect(labels).toContain('n.p');
    expect(labelsAt(`${plant}zone z {\n  flow p|\n}`)).toEqual(expect.arrayContaining(['n.p', 'b.p']));
  });

  test('in a zone also the assets that are declared below, which a half-written flow reaches into', () => {
    const zone = (line: string) => `zone a : cell {\n  ${line}\n\n  asset x "Press" : plc\n  asset y : hmi-panel\n}`;
    expect(labelsAt(zone('flow |')).slice(0, 2).sort()).toEqual(['x', 'y']);
    expect(labelsAt(zone('flow y -> |'))[0]).toBe('x');
    expect(labelsAt(zone('flow pre|'))).toEqual(['x']);
    expect(labelsAt(zone('implements SR 1.1 by |')).sort()).toEqual(['x', 'y']);
    expect(shown(zone('flow |'), 'x')).toEqual(['Press', 'Programmable logic controller · a.x']);
  });

  test('by title', () => {
    expect(labelsAt(inConduit('flow first|'))).toEqual(['x']);
    expect(shown(inConduit('flow |'), 'x')).toEqual(['First PLC', 'Programmable logic controller · a.x']);
  });

  test('after a dot what stands in the zone', () => {
    expect(labelsAt(inConduit('flow a.|'))).toEqual(['x', 'n']);
    expect(labelsAt(inConduit('flow a.n.|'))).toEqual(['p']);
    expect(applied(inConduit('flow a.n|'), 'n')).toBe(inConduit('flow a.n').trimStart());
    expect(labelsAt(inConduit('flow nowhere.|'))).toEqual([]);
  });

  test('after the name of another system what stands at its top', () => {
    const fixture = `--- one.zones\nsystem north\nzone dmz { asset j : jump-host }\n--- two.zones\nsystem south\nzone a { }\nconduit c between a and north.|`;
    expect(labelsAt(fixture)).toEqual(['dmz']);
  });

  test('in a conduit its own equipment, too, and after its name from elsewhere', () => {
    const ring = `${plant}conduit ring between a, b and far {\n  asset sw-1 "Switch" : managed-switch\n  `;
    expect(labelsAt(`${ring}flow |\n}`)).toEqual(expect.arrayContaining(['sw-1', 'x', 'y', 'q']));
    expect(labelsAt(`${ring}via |\n}`)).toContain('sw-1');
    expect(labelsAt(`${ring}}\nzone z {\n  flow ring.|\n}`)).toEqual(['sw-1']);
    expect(shown(`${ring}flow |\n}`, 'sw-1')).toEqual(['Switch', 'Managed switch · ring.sw-1']);
  });

  test('zones between which a conduit is, none twice, however many', () => {
    expect(labelsAt(`${plant}conduit c between a, |`)).toEqual(
      ['a.n', 'b', 'far'].map((path) => path.replace('a.', '')),
    );
    expect(labelsAt(`${plant}conduit c between a, b and |`)).not.toContain('b');
  });

  test('the protections that a flow may use, by what its protocol leaves open', () => {
    const at = (text: string) => labelsAt(inConduit(`flow x -> y : ${text}`));
    expect(at('opc-ua with |')).toEqual(expect.arrayContaining(['authentication', 'integrity', 'encryption']));
    expect(at('opc-ua with integrity, |')).not.toContain('integrity');
    expect(at('modbus-tcp with |')).toEqual([]);
    expect(at('modbus-tcp over opc-ua with enc|')).toEqual(['encryption']);
  });

  test('whether a conduit is trusted', () => {
    expect(labelsAt(inConduit('trust |'))).toEqual(['trusted', 'untrusted']);
  });

  test('the other end of a flow or conduit is another one', () => {
    expect(labelsAt(inConduit('flow x -> |'))).not.toContain('x');
    expect(labelsAt(`${plant}conduit c between a and |`)).not.toContain('a');
    expect(labelsAt(`${plant}conduit c between a and |`)).not.toContain('x');
  });

  test('boundary assets first after via, and none twice', () => {
    expect(labelsAt(inConduit('via |'))[0]).toBe('fw');
    expect(labelsAt(inConduit('via fw, |'))).not.toContain('fw');
  });

  test('assets that implement something, those of the zone first', () => {
    const labels = labelsAt(`${plant}zone own {\n  asset mine : plc\n  implements SR 1.1 by |\n}`);
    expect(labels[0]).toBe('mine');
    expect(labels).not.toContain('own');
    expect(labelsAt('zone a { asset x : plc\n  accepts SR 1.1 by | }')).toEqual([]);
  });

  test('what a risk is on', () => {
    const labels = labelsAt(`${inConduit('')}\nrisk R-1 on a, |`);
    expect(labels).toEqual(expect.arrayContaining(['b', 'c', 'n']));
    expect(labels).not.toContain('a');
    expect(labels).not.toContain('x');
  });
});

describe('items', () => {
  test('texts are written with their quotes and the cursor between them, where the client can do that', () => {
    const fixture = 'zone a {\n  own|\n}';
    const [item] = itemsAt(fixture, { snippets: true });
    expect(item).toMatchObject({ insertTextFormat: 2, textEdit: { newText: 'owner "$0"' } });
    expect(applied(fixture, 'owner')).toBe('zone a {\n  owner ""\n}');
  });

  test('snippets stand where their first word may, each behind it, and none twice', () => {
    const offered = (fixture: string) => labelsAt(fixture, { snippets: true });
    expect(offered('zo|')).toEqual(['zone', 'zone-record', 'zone-external']);
    expect(offered('zone a {\n  asset|\n}')).toEqual(['asset', 'asset-details']);
    expect(offered('zone a { criticality | }')).toEqual(['low', 'medium', 'high', 'critical']);
    expect(offered('zone a {\n  asset-ty|\n}')).toEqual([]);
    expect(labelsAt('zo|')).toEqual(['zone']);
    const [zone, record] = itemsAt('zo|', { snippets: true });
    expect(zone).toMatchObject({
      insertTextFormat: 2,
      labelDetails: { detail: '  Assets with the same security requirements, grouped' },
      textEdit: { newText: expect.stringMatching(/^zone \$\{1:control\} .*\{\n/) },
    });
    expect(record).toMatchObject({
      insertTextFormat: 2,
      labelDetails: { detail: '  A zone with the characteristics that 62443-3-2 ZCR 6 asks to record' },
    });
    // What stands on a line leads on from word to word.
    expect(itemsAt('zone a {\n  asset|\n}', { snippets: true })[0]).toMatchObject({
      data: { more: true },
      textEdit: { newText: 'asset ' },
    });
    for (const place of ['|', 'zone a {\n  |\n}', 'system s {\n  |\n}', 'conduit c between a and b {\n  |\n}']) {
      const words = itemsAt(place, { snippets: true }).map(({ label }) => label.replace(/ …$/, ''));
      expect(words.length).toBeGreaterThan(3);
      expect(words).toEqual([...new Set(words)]);
    }
  });

  test('words that something follows ask for the next completion', () => {
    expect(itemsAt('zone a {\n  crit|\n}')[0]).toMatchObject({
      data: { more: true },
      textEdit: { newText: 'criticality ' },
    });
    expect(itemsAt('zone a { criticality h| }')[0]).not.toHaveProperty('data.more');
  });

  test('are capped in a large plant, and say so; typing on finds the rest', () => {
    const assets = Array.from({ length: 500 }, (_, i) => `  asset a-${i} : plc`).join('\n');
    const model = (line: string) => `zone z {\n${assets}\n}\nzone own {\n  flow ${line}\n}`;
    expect(itemsAt(model('|')).length).toBeLessThan(260);
    expect(isIncompleteAt(model('|'))).toBe(true);
    expect(isIncompleteAt('zone z { asset a : | }')).toBe(false);
    expect(labelsAt(model('a-399|'))).toEqual(['a-399']);
  });

  test('are found in either form of an accent, in a zone of either form', () => {
    const [composed, decomposed] = ['K\u00e4se', 'Ka\u0308se'];
    const model = `zone ${composed} "Dairy" : cell {\n  asset L\u00e4ufer : plc\n}\nzone b { flow `;
    expect(labelsAt(`${model}${decomposed}.| }`)).toEqual(['L\u00e4ufer']);
    expect(applied(`${model}${decomposed}.La\u0308u| }`, 'L\u00e4ufer')).toBe(`${model}${decomposed}.L\u00e4ufer }`);
    const [item] = itemsAt(`${model}La\u0308| }`);
    expect(item).toMatchObject({ label: 'L\u00e4ufer', filterText: 'La\u0308ufer' });
    // A zone is known by its name in either form.
    expect(itemsAt(`zone ${decomposed} : cell { sl-t 1  implements SR 1.2, | }`)[0]!.detail).toMatch(/^missing/);
    const ofType = itemsAt(`asset-type ${composed} extends plc\nzone a { asset x : ${decomposed} { implements | } }`);
    expect(ofType.some(({ detail }) => detail?.startsWith('for network-device'))).toBe(true);
    expect(labelsAt(`profile ${composed} { SR 1.1 }\nzone a { implements ${decomposed}, | }`)).not.toContain(composed);
  });

  test('are not offered in the library, which is read-only', () => {
    const { workspace } = marked('zone a { }');
    const library = [...workspace.files.keys()].find((uri) => uri.startsWith('zones-library:'))!;
    expect(completion(workspace, library, { line: 0, character: 0 })).toBeUndefined();
  });

  test('are documented when they are looked at, by the text of their hover', () => {
    const { workspace } = marked('zone a "Pump hall" : cell { asset x : plc }');
    const documentation = (fixture: string, label: string) => {
      const item = itemsAt(fixture).find((candidate) => candidate.label === label)!;
      return (resolveCompletion(workspace, item).documentation as { value: string } | undefined)?.value;
    };
    expect(documentation('zone a { implements | }', 'SR 1.1')).toContain('Human user identification');
    expect(documentation('zone a { asset x : | }', 'plc')).toContain('Programmable logic controller');
    // How sure the library is of a type is not what one wants to know first.
    const types = labelsAt('zone a { asset x : | }').map((type) => documentation('zone a { asset x : | }', type) ?? '');
    expect(types.filter((text) => text.includes('Confidence: ')).length).toBeGreaterThan(0);
    expect(types.filter((text) => /^[^\n]*\n\nConfidence/.test(text))).toEqual([]);
    expect(documentation('zone a { }\nconduit c between |', 'a')).toContain('Pump hall');
    expect(documentation('zone a { crit| }', 'criticality')).toBeUndefined();
  });
});
