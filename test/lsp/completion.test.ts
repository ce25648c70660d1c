import { describe, expect, test } from 'vitest';
import { completion } from '../../language-server/lsp/completion/index.ts';
import { resolveCompletion } from '../../language-server/lsp/completion/resolve.ts';
import { applied, itemsAt, labelsAt, marked } from '../support/marked.ts';

/** What an item shows behind its label: its title, and at the end of the line its facts. */
const shown = (fixture: string, label: string): string[] => {
  const { labelDetails } = itemsAt(fixture).find((item) => item.label === label) ?? {};
  return [labelDetails?.detail?.trim() ?? '', labelDetails?.description ?? ''];
};

const ZONE_WORDS =
  'asset implements plans excludes compensates accepts flow zone conduit description owner network boundary safety criticality level policy assumption allow';

describe('keywords stand only where they fit', () => {
  test.each([
    [
      'at the top of a file',
      '|',
      'system zone conduit risk profile asset-type reference-model catalog protocol risk-matrix framework',
    ],
    [
      'below the header',
      'system s\n|',
      'zone conduit risk profile asset-type reference-model catalog protocol risk-matrix framework',
    ],
    ['between declarations', 'zone a { }\nri|\nzone b { }', 'risk risk-matrix'],
    ['in a zone', 'zone a {\n  |\n}', `sl-t ${ZONE_WORDS}`],
    ['in a zone that has an SL-T', 'zone a {\n  sl-t 2\n  |\n}', ZONE_WORDS],
    ['in a zone that is not closed yet', 'zone a {\n  sl-t 2\n  |\n', ZONE_WORDS],
    ['in a zone after a nested block', 'zone a {\n  zone b { sl-t 2 }\n  sl|\n}', 'sl-t'],
    [
      'in a zone in front of the rest',
      'zone a : cell level 1 {\n  |\n  sl-t 2\n  owner "x"\n}',
      ZONE_WORDS.replace('owner ', '').replace('level ', ''),
    ],
    [
      'in an asset',
      'zone a { asset x : plc {\n|\n} }',
      'implements plans excludes compensates accepts sl-c description owner criticality vendor product version address count allow',
    ],
    [
      'in an asset, on the line of a property',
      'zone a { asset x : plc { vendor "V" | } }',
      'description owner criticality product version address count',
    ],
    [
      'in a conduit',
      'conduit c between a and b {\n|\n}',
      'sl-t implements plans excludes compensates accepts via flow description owner policy assumption allow',
    ],
    ['in a flow', 'zone a { flow x -> y { | } }', 'port when allow'],
    [
      'in the settings',
      'system s {\n|\n}',
      'implements plans excludes compensates accepts description owner reference-model baseline rule',
    ],
    [
      'in a risk',
      'risk R {\n|\n}',
      'threat vulnerability consequence likelihood impact mitigated-by residual accepted allow',
    ],
    ['in a risk, on the line of a rating', 'risk R {\n  likelihood likely |\n}', 'impact'],
    ['in a residual rating', 'risk R {\n  impact major\n  residual likelihood likely |\n}', 'impact'],
    ['in a catalogue', 'catalog c {\n|\n}', 'group control pointer'],
    ['in a group', 'catalog c { group IAC {\n|\n} }', 'control'],
    ['in a control', 'catalog c { control A-1 {\n|\n} }', 'applies classes clause guidance maps'],
    ['in a reference model', 'reference-model m {\n|\n}', 'kind adjacent'],
    ['in a kind of zone', 'reference-model m { kind k {\n|\n} }', 'level flags focus'],
    ['in a risk matrix', 'risk-matrix m {\n|\n}', 'likelihood impact tolerable'],
    ['after a name of a zone', 'zone a "A" |', 'level'],
    ['after a name of a conduit', 'conduit c |', 'between'],
    ['between the ends', 'zone a { }\nconduit c between a |', 'and'],
    ['after the ends of a flow', 'zone a { flow x -> y : rdp | }', 'port over'],
    ['after the first end of a flow', 'zone a { flow x | }', '-> <->'],
    ['where a name is made up', 'zone |', ''],
    ['where an asset is named', 'zone a { asset | }', ''],
    ['after a whole asset', 'zone a { asset x : plc | }', ''],
    ['in a text', 'zone a "zo|" { }', ''],
    ['in a text that is not closed', 'zone a "zo|', ''],
    ['in a text block', 'zone a {\n  description """\n    zo|\n    """\n}', ''],
    ['in a line comment', 'zone a { // as|\n}', ''],
    ['in a comment', 'zone a { /* as| */ }', ''],
    ['in a documentation comment', '/** zo|\n*/\nzone a { }', ''],
  ])('%s', (_, fixture, expected) => {
    expect(labelsAt(fixture).join(' ')).toBe(expected);
  });

  test('after a text that holds a slash pair', () => {
    expect(labelsAt('zone a {\n  owner "https://x"\n  sl|\n}')).toEqual(['sl-t']);
  });

  test('behind broken lines', () => {
    const broken =
      'zone a : control {\n  asset x : @@ foo ->\n  criticality\n  zone b {\n    owner "x\n  }\n  impl|\n}';
    expect(labelsAt(broken)).toEqual(['implements']);
  });

  test('names that are keywords do not confuse it', () => {
    expect(labelsAt('zone control : control {\n  asset owner : plc { vend|')).toEqual(['vendor']);
  });
});

describe('clauses', () => {
  test.each([
    ['implements SR 1.1 |', 'by because evidence'],
    ['excludes SR 1.1 |', 'because by evidence'],
    ['accepts SR 1.1 |', 'until because by evidence'],
    ['compensates SR 1.1 |', 'with because by evidence'],
    ['compensates SR 1.1 with SR 5.1 |', 'because by evidence'],
    ['plans SR 1.1 until 2027-01-01 |', 'by because evidence'],
    ['allow zone-owner |', 'because until'],
  ])('%s', (line, expected) => {
    expect(labelsAt(`zone a {\n  ${line}\n}`).join(' ')).toBe(expected);
  });

  test('a space alone calls up only what has to follow', () => {
    const bySpace = { bySpace: true };
    expect(labelsAt('zone a { implements SR 1.1 | }', bySpace)).toEqual([]);
    expect(labelsAt('zone a { excludes SR 1.1 | }', bySpace)).toEqual(['because']);
    expect(labelsAt('zone a { criticality | }', bySpace)).toEqual(['low', 'medium', 'high', 'critical']);
    expect(labelsAt('zone a "A" |', bySpace)).toEqual([]);
    expect(labelsAt('zone a {\n  sl-t 2 |\n}', bySpace)).toEqual([]);
  });
});

describe('words of fixed sets', () => {
  test.each([
    ['zone a { criticality | }', 'low medium high critical'],
    ['zone a { criticality h| }', 'high'],
    ['zone a { safety | }', 'yes no'],
    ['zone a { boundary | }', 'logical physical'],
    ['zone a { sl-t | }', '1 2 3 4 0'],
    ['zone a { sl-t { | } }', 'IAC UC SI DC RDF TRE RA'],
    ['zone a { sl-t 2 { RDF 3, | } }', 'IAC UC SI DC TRE RA'],
    ['zone a { sl-t 2 { RDF | } }', '1 2 3 4 0'],
    ['zone a : control level |', '2 3 0 1 3.5 4 5'],
    ['zone a { plans SR 1.1 until | }', '2026-12-31 2027-03-31 2027-06-30 2027-09-30'],
    ['zone a { flow x -> y : rdp port | }', 'tcp udp sctp'],
    ['system s { rule zone-owner | }', 'off hint info warning error'],
    ['system s { reference-model | }', 'five-zones purdue'],
    ['asset-type t { class | }', 'software-application embedded-device host-device network-device'],
    ['asset-type t { flags boundary, | }', 'wireless portable safety business sensor remote-access one-way'],
    ['protocol p { authentication | }', 'none optional yes'],
    ['protocol p { network | }', 'yes no'],
    ['zone a { network | }', ''],
    ['risk R { likelihood | }', 'remote unlikely possible likely certain'],
    ['risk-matrix m { impact low, grave }\nrisk R { impact | }', 'low grave'],
    ['--- a.zones\nsystem river "R"\n--- b.zones\nsystem |', 'river'],
  ])('%s', (fixture, expected) => {
    expect(labelsAt(fixture).join(' ')).toBe(expected);
  });

  test('rules: what was found in the zone first, none twice in the settings', () => {
    const found = labelsAt('zone a : cell {\n  allow mis|\n}');
    expect(found.indexOf('missing-focus')).toBeLessThan(found.indexOf('missing-control'));
    const left = labelsAt('system s {\n  rule missing-focus off\n  rule |\n}');
    expect(left).toContain('missing-sl-t');
    expect(left).not.toContain('missing-focus');
  });

  test('entries of a framework, in quotes', () => {
    const fixture = 'catalog c { control A-1 { maps attack | } }';
    expect(applied(fixture, 'M0804')).toBe('catalog c { control A-1 { maps attack "M0804" } }');
  });
});

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

  test('protocols with their port', () => {
    expect(shown('zone a { flow x -> y : | }', 'modbus-tcp')).toEqual(['Modbus/TCP', 'tcp 502']);
    expect(shown('zone a { flow x -> y : | }', 'modbus-rtu')[1]).toBe('no network');
  });
});

describe('controls', () => {
  const zone = (lines: string) => `zone a : cell {\n  sl-t 1\n  ${lines}\n}`;

  test('those that the zone still misses first, with title, level and FR', () => {
    const fixture = zone('implements SR 1.1\n  implements |');
    const labels = labelsAt(fixture);
    expect(labels[0]).toBe('SR 1.3');
    expect(labels).not.toContain('SR 1.1');
    expect(labels.indexOf('SR 7.8 RE(1)')).toBe(-1);
    expect(shown(fixture, 'SR 1.3')).toEqual(['Account management', 'SL 1 · IAC · missing here']);
    expect(shown(fixture, 'SR 1.2')[1]).toBe('SL 2 · IAC · not required here');
    expect(labels.indexOf('SR 7.7')).toBeLessThan(labels.indexOf('SR 1.2'));
  });

  test('what a zone around it meets comes after what is missing', () => {
    const fixture = 'zone a : control {\n  sl-t 1\n  implements SR 1.3\n  zone b : cell {\n    implements |\n  }\n}';
    const labels = labelsAt(fixture);
    expect(shown(fixture, 'SR 1.3')[1]).toBe('SL 1 · IAC · met here');
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

  test('of a conduit those that apply to conduits', () => {
    const model = 'zone a { }\nzone b { }\nconduit c between a and b {\n  sl-t 1\n  implements |\n}';
    expect(shown(model, 'SR 7.3')[1]).toBe('SL 1 · RA · not required here');
    expect(shown(model, labelsAt(model)[0]!)[1]).toMatch(/missing here$/);
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

  test('words that something follows ask for the next completion', () => {
    expect(itemsAt('zone a {\n  crit|\n}')[0]).toMatchObject({
      data: { more: true },
      textEdit: { newText: 'criticality ' },
    });
    expect(itemsAt('zone a { criticality h| }')[0]).not.toHaveProperty('data.more');
  });

  test('are capped in a large plant, and say so; typing on finds the rest', () => {
    const assets = Array.from({ length: 400 }, (_, i) => `  asset a-${i} : plc`).join('\n');
    const model = (line: string) => `zone z {\n${assets}\n}\nzone own {\n  flow ${line}\n}`;
    expect(itemsAt(model('|'))).toHaveLength(250);
    expect(labelsAt(model('a-399|'))).toEqual(['a-399']);
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
      return (resolveCompletion(item, () => workspace).documentation as { value: string } | undefined)?.value;
    };
    expect(documentation('zone a { implements | }', 'SR 1.1')).toContain('Human user identification');
    expect(documentation('zone a { asset x : | }', 'plc')).toContain('Programmable logic controller');
    expect(documentation('zone a { }\nconduit c between |', 'a')).toContain('Pump hall');
    expect(documentation('zone a { crit| }', 'criticality')).toBeUndefined();
  });
});
