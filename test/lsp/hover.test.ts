import { describe, expect, test } from 'vitest';
import { hover } from '../../language-server/editor/hover/index.ts';
import { hoverAt, marked } from '../support/marked.ts';

describe('a control', () => {
  const zone = (lines: string) => `zone a "Pump hall" : cell {\n  sl-t 2\n  ${lines}\n}`;

  test('shows title, FR, level, guidance, enhancements, and what it maps to by name', () => {
    const text = hoverAt(zone('implements SR 1.|1'))!;
    expect(text).toContain('**SR 1.1 Human user identification and authentication**');
    expect(text).toContain('Identification and authentication control (IAC) · from SL 1');
    expect(text).toContain('**Assessor checks**');
    expect(text).toContain('- SR 1.1 RE\\(3\\) Multifactor authentication for all networks · from SL 4');
    expect(text).toMatch(
      /\*\*ATT&CK for ICS:\*\* Human User Authentication \(M0804\); counters .*Modify Parameter \(T0836\)/,
    );
    expect(text).toContain('**NIST CSF 1.1:** PR.AC-1');
  });

  test.each([
    ['implements SR 1.|1', 'implemented · required by its SL-T', 'Stated here.'],
    ['implements SR 1.|2', 'implemented', 'Stated here.'],
    ['implements SR 1.1 |RE(3)', 'implemented · not required by its SL-T', 'Stated here.'],
    ['plans SR 6.|2 until 2027-03-31 "SOC"', 'planned, not met yet', 'Stated here, until 2027-03-31, “SOC”.'],
    ['plans SR 6.|2 until 2026-01-01', '**not met**: the plan is overdue', 'Stated here, until 2026-01-01.'],
    ['accepts SR 2.|4 until 2027-01-01 because "old"', 'not met; the risk is accepted', '“old”'],
    ['excludes SR 1.|6 because "wired"', 'excluded as not applicable', 'Stated here, “wired”.'],
    ['compensates SR 1.|1 with SR 5.2 because "x"', '**not met**: its compensating controls', 'with SR 5.2'],
    [
      'implements SR 5.2\n  compensates SR 1.|1 with SR 5.2 because "x"',
      'compensated by other controls',
      'Stated here',
    ],
    ['implements SR 5.1 by fw evidence "a.md"\n  excludes SR 5.|1 RE(1) because "x"', 'excluded', 'Stated here'],
  ])('tells how it stands: %s', (line, state, why) => {
    const text = hoverAt(zone(line))!;
    expect(text).toContain(`In Pump hall: ${state}`);
    expect(text).toContain(why);
  });

  test('tells where an inherited state comes from', () => {
    const inherited =
      'zone a "Site" : control {\n  implements SR 1.1\n  zone b "Cell" : cell {\n    sl-t 1\n    compensates SR 1.2 with SR 1.|1 because "x"\n  }\n}';
    expect(hoverAt(inherited)).toContain('In Cell: implemented · required by its SL-T  \nStated in Site.');
    const system =
      'system s { implements SR 1.1 }\nzone a "A" : cell {\n  sl-t 1\n  compensates SR 1.2 with SR 1.|1 because "x"\n}';
    expect(hoverAt(system)).toContain('Stated for the whole system.');
    const profile =
      'profile p { SR 1.1 }\nzone a "A" : cell {\n  implements p\n  compensates SR 1.2 with SR 1.|1 because "x"\n}';
    expect(hoverAt(profile)).toContain('Stated here, through a profile.');
  });

  test('tells how its enhancements stand', () => {
    const text = hoverAt(zone('implements SR 1.|5, SR 1.5 RE(1)'))!;
    expect(text).not.toMatch(/RE\\\(1\\\).*not met here/);
    expect(hoverAt(zone('implements SR 1.|1'))).toMatch(/RE\\\(1\\\) .* from SL 2 · \*\*not met here\*\*/);
  });

  test('has no state where nothing stands, nor where it is for systems and stands on a component, or the other way', () => {
    expect(hoverAt('profile p { SR 1.|1 }')).not.toContain('In ');
    expect(hoverAt('zone a { asset x : plc { implements SR 1.|1 } }')).not.toContain('In ');
    expect(hoverAt('zone a { implements CR 1.|1 }')).not.toContain('In ');
  });
});

describe('a zone', () => {
  test('shows levels and gap of each FR, what is missing, its focus, what it holds', () => {
    const text = hoverAt(
      'system s { owner "City" }\n/** It runs *here*. */\nzone |a "Control" : control level 2 {\n  sl-t { TRE 1 }\n  description "x"\n  asset p : plc { sl-c 1 }\n  asset q : plc\n}\nzone b { }\nconduit c between a and b',
    )!;
    expect(text).toContain('**Control** · control zone · level 2 · `a`');
    expect(text).toContain('It runs *here*.');
    expect(text).toContain('Owner: City · 2 assets · joined with `b`');
    expect(text).toContain('| | IAC | UC | SI | DC | RDF | TRE | RA |');
    expect(text).toContain('| SL-T | 0 | 0 | 0 | 0 | 0 | 1 | 0 |');
    expect(text).toContain('| SL-A | 0 | 0 | 0 | 0 | 0 | **0** | 0 |');
    expect(text).toContain('| gap | 0 | 0 | 0 | 0 | 0 | **1** | 0 |');
    expect(text).toContain('| missing | 0 | 0 | 0 | 0 | 0 | 1 | 0 |');
    expect(text).toContain('| SL-C | 1 | 1 | 1 | 1 | 1 | 1 | 1 |');
    expect(text).toContain('SL-C of 1 of 2 assets.');
    expect(text).toContain('0 of 1 required control met · **1 missing**\n\nMissing: SR 6.1');
    expect(text).toContain('✗ Access control');
    expect(hoverAt('zone |a { asset p : plc { sl-c 1 } }')).toContain('SL-C of 1 of 1 asset.');
    expect(hoverAt('zone |a { asset p : plc }')).not.toContain('SL-C');
  });

  test('shows the levels first, then what it is for, and last how much is found in it', () => {
    const text = hoverAt('/** Doc. */\nzone |a "A" : cell { sl-t 1  description "What for"  asset x : plcc }')!;
    const lines = text.split('\n\n');
    expect(lines[1]).toContain('| SL-T | 1 |');
    expect(text.indexOf('Doc.')).toBeGreaterThan(text.indexOf('Focus: '));
    expect(text.indexOf('What for')).toBeGreaterThan(text.indexOf('Focus: '));
    expect(lines.at(-1)).toMatch(/^Found here: 1 error · \d+ warnings/);
    expect(hoverAt('zone |net : external')).not.toContain('Found here');
  });

  test('says where a level adds no control', () => {
    const all = 'implements SR 6.1, SR 6.1 RE(1), SR 6.2';
    expect(hoverAt(`zone |a : cell {\n  sl-t { TRE 4 }\n  ${all}\n}`)).toContain(
      '_TRE: the level reached adds no control',
    );
    expect(hoverAt('zone |a : cell { sl-t { TRE 1 } implements SR 6.1 }')).not.toContain('adds no control');
  });

  test('without SL-T says what to do; an external one has no requirements', () => {
    expect(hoverAt('zone |a : cell')).toContain('Add `sl-t 2`');
    const external = hoverAt('system s { owner "City" }\nzone |net "Internet" : external')!;
    expect(external).toContain('Outside the system under consideration');
    expect(external).not.toMatch(/City|SL-A/);
  });

  test('is shown wherever it is named, a part of a path too', () => {
    const model = (end: string) =>
      `zone a "Outer" { zone b "Inner" : cell { } }\nzone c { }\nconduit k between ${end} and c`;
    expect(hoverAt(model('|a.b'))).toContain('**Outer**');
    expect(hoverAt(model('a.|b'))).toContain('**Inner**');
    expect(hoverAt(model('a.b|x'))).toBeUndefined();
  });
});

describe('other elements', () => {
  test('an asset: what it is, where it stands, its capability against the zone’s SL-T', () => {
    const text = hoverAt(
      'zone a "Cell" : cell {\n  sl-t 2\n  /** Old. */\n  asset |p "Filter PLC" : plc { vendor "Acme" product "X" address "10.0.0.1" count 2 criticality high sl-c { 2 2 2 1 2 2 2 } }\n}',
    )!;
    expect(text).toContain('**Filter PLC** · programmable logic controller · `a.p`');
    expect(text).toContain('Old.');
    expect(text).toContain('In Cell (cell/area zone) · Acme X · `10.0.0.1` · 2 of them · criticality high');
    expect(text).toContain('| SL-C | 2 | 2 | 2 | **1** | 2 | 2 | 2 |');
    expect(text).toContain('embedded-device (IEC 62443-4-2)');
  });

  test('an asset type, own ones with what they inherit', () => {
    expect(hoverAt('zone a { asset x : p|lc }')).toContain('**Programmable logic controller** · asset type · `plc`');
    const own = hoverAt('asset-type house "House PLC" extends plc\nzone a { asset x : hou|se }')!;
    expect(own).toContain('**House PLC**');
    expect(own).toContain(
      'embedded-device (IEC 62443-4-2) · level 1 · at home in cell, control · flags control · extends `plc`',
    );
  });

  test('a conduit: ends, via, flows, and its levels when it has an SL-T', () => {
    const conduit = (levels: string) =>
      hoverAt(
        `zone a "A" { asset x : plc }\nzone b "B" { asset fw : firewall }\nconduit |c "Replication" between a and b {\n  ${levels}\n  via fw\n  flow x -> fw : opc-ua "tags"\n}`,
      )!;
    expect(conduit('')).toContain('Between A and B · via `fw`');
    expect(conduit('')).toContain('- `x -> fw` opc-ua tags');
    expect(conduit('')).toContain('No SL-T: held to the boundary rules only.');
    expect(conduit('sl-t 1')).toMatch(/\| gap \| \*\*1\*\*/);
    expect(conduit('owner "Networks"')).toContain('Owner: Networks');
    const capable = conduit('sl-t 1  asset sw : industrial-switch { sl-c 2 { RA 1 } }');
    expect(capable).toContain('| SL-C | 2 | 2 | 2 | 2 | 2 | 2 | 1 |');
    expect(capable).toContain('SL-C of 1 of 2 assets.');
  });

  test('a conduit of several zones: all of them, its equipment, who carries it', () => {
    const ring = (name: string) =>
      hoverAt(
        `zone a "A" { asset x : plc }\nzone b "B" { }\nzone d "D" { }\nconduit ${name} "Ring" between a, b and d {\n  network "10.9.0.0/24"\n  trust untrusted  provider "Telco"\n  criticality high\n  asset sw-1 "Switch" : managed-switch\n  flow x -> b : opc-ua with integrity\n}`.replace(
          'asset sw-1',
          name === 'r' ? 'asset |sw-1' : 'asset sw-1',
        ),
      )!;
    const conduit = ring('|r');
    expect(conduit).toContain('Between A, B and D');
    expect(conduit).toContain('Equipment: `sw-1` · shared network `10.9.0.0/24`');
    expect(conduit).toContain('Untrusted · carried by Telco · criticality high');
    expect(conduit).toContain('- `x -> b` opc-ua with integrity');
    expect(ring('r')).toContain('Equipment of conduit Ring');
  });

  test('a conduit: what is found in it, the severest first, each by its rule', () => {
    const model = (flow: string) =>
      `zone a : cell { asset x : plc }\nzone b : enterprise { asset y : erp }\nconduit |c between a and b { ${flow} }\nzone cc { asset z : foo }`;
    const text = hoverAt(model('flow y -> x : https'))!;
    const found = text.slice(text.indexOf('Found here'));
    expect(found).toMatch(
      /^Found here: 1 error · 1 warning · 2 hints\n\n- error \[`zone-bypass`\]\(\S+zone-bypass.md\): Conduit/,
    );
    expect(found).toMatch(/\n- warning \[`missing-sl-t`\].*\n- hint \[`zone-boundary`\].*\n- hint \[`zone-record`\]/);
    expect(found.match(/^- /gm)).toHaveLength(4);
    const many = hoverAt(
      model('flow y -> x : f1  flow y -> x : f2  flow y -> x : f3  flow y -> x : f4  flow y -> x : f5'),
    )!;
    expect(many).toMatch(/Found here: 6 errors · /);
    expect(many).toMatch(/\n- \d more$/);
    // Not of what only begins alike.
    expect(text).not.toContain('foo');
  });

  test('a risk matrix, by its word, name and title', () => {
    const matrices = (first: string) =>
      `${first}\nrisk-matrix other { likelihood no, yes  impact a, b }`.replace(
        'MATRIX',
        'likelihood rare, often  impact slight, grave  tolerable 2',
      );
    for (const marked of ['risk-ma|trix m "Ours"', 'risk-matrix |m "Ours"', 'risk-matrix m "O|urs"']) {
      const text = hoverAt(matrices(`${marked} { MATRIX }`))!;
      expect(text).toContain('**Ours** · risk matrix · `m`');
      expect(text).toContain('| often | 2 | **4** |\n| rare | 1 | 2 |');
      expect(text).toContain('up to 2 is tolerable');
    }
    expect(hoverAt('risk-matrix m { likelihood a, b }\nrisk-matrix |n { likelihood c }')).toContain('does not count');
  });

  test('a protocol: ports, protection, its secure variant', () => {
    const text = hoverAt('zone a { flow x -> y : modbus|-tcp }')!;
    expect(text).toContain('**Modbus/TCP** · protocol · `modbus-tcp`');
    expect(text).toContain('Ports: tcp 502');
    expect(text).toContain('| none | none | none |');
    expect(text).toContain('(`modbus-tls`)');
    expect(text).toMatch(/\nAlso called modbus, mbap, .*\./);
    expect(hoverAt('zone a { flow x -> y : modbus|-rtu }')).toContain('Not a network protocol');
    expect(hoverAt('zone a { flow x -> y : modbus|-tls }')).toContain('Both ends are authenticated.');
    expect(text).not.toContain('ends');
  });

  test('a type of asset: what it is called besides, and its role at a boundary', () => {
    const text = hoverAt('zone a { asset s : layer-3|-switch }\n')!;
    expect(text).toMatch(/\nAlso called L3 Switch, .*\./);
    expect(text).toContain('Role at a boundary: forward. Forwards or routes packets');
    expect(text).toContain('flags boundary, switch');
  });

  test('a kind of zone, a profile, a catalogue, a reference model', () => {
    expect(hoverAt('zone a : peri|meter')).toContain('kind of zone');
    expect(hoverAt('profile p "Hardening" { SR 3.2 }\nzone a { implements p| }')).toContain(
      '- SR 3.2 Malicious code protection',
    );
    expect(hoverAt('system s { baseline iec62443|-3-3 }')).toContain('100 controls');
    expect(hoverAt('system s { reference-model pur|due }')).toContain('reference model');
  });

  test('a risk: rating before and after, against what is tolerable', () => {
    const text = hoverAt(
      'zone a { }\nrisk |R-1 "Ransomware" on a {\n  likelihood likely impact major\n  residual likelihood unlikely impact minor\n}',
    )!;
    expect(text).toContain('| ● as it is | likely | major | 16 — **not tolerable** |');
    expect(text).toContain('| ○ with mitigations | unlikely | minor | 4 — tolerable |');
    // Both in the matrix, the likeliest on top.
    expect(text.split('\n').slice(-5)).toEqual([
      '| certain | 5 | **10** | **15** | **20** | **25** |',
      '| likely | 4 | **8** | **12** | **16** ● | **20** |',
      '| possible | 3 | 6 | **9** | **12** | **15** |',
      '| unlikely | 2 | 4 ○ | 6 | **8** | **10** |',
      '| remote | 1 | 2 | 3 | 4 | 5 |',
    ]);
  });

  test('a risk in a matrix of its own system, and one that is not rated', () => {
    const matrix = 'risk-matrix m { likelihood rare, often  impact slight, grave  tolerable 2 }\nzone a { }\n';
    const rated = hoverAt(`${matrix}risk R|-1 on a { likelihood often impact slight  residual likelihood rare }`)!;
    expect(rated).toContain('| often | 2 ● | **4** |\n| rare | 1 ○ | 2 |');
    expect(hoverAt(`${matrix}risk R|-1 on a { likelihood often }`)).not.toContain('| rare | 1');
  });

  test('a system: its owner, models, size', () => {
    const text = hoverAt(
      '--- a.zones\nsystem ri|ver\nzone a { asset x : plc }\n--- b.zones\nsystem river "River works" { owner "City" }\nzone b { }',
    )!;
    expect(text).toContain('**River works** · system under consideration · `river`');
    expect(text).toContain('Owner: City · reference model `five-zones` · baseline of 100 controls');
    expect(text).toContain('2 zones · 1 asset · 0 conduits · in 2 files');
  });
});

describe('words', () => {
  test('an FR in a vector, by its name or by the place of its level, with how the zone stands', () => {
    const zone = (levels: string) => hoverAt(`zone a "Cell" : cell {\n  sl-t ${levels}\n}`)!;
    expect(zone('2 { R|DF 3 }')).toContain('**Restricted data flow** · FR 5 (RDF)');
    expect(zone('2 { R|DF 3 }')).toContain('Cell: SL-T 3 · SL-A 0 · **gap 3**');
    expect(zone('2 { RDF |3 }')).toContain('FR 5 (RDF)');
    expect(zone('{ 2 2 0 |1 3 1 3 }')).toContain('FR 4 (DC)');
    expect(zone('|2')).toContain('**SL 2**');
    expect(zone('{ TRE |0 }')).toContain('on target');
  });

  test('the word and the title of a declaration show what its name does', () => {
    expect(hoverAt('zo|ne a "Cell" : cell')).toContain('**Cell** · cell/area zone');
    expect(hoverAt('zone a "Ce|ll" : cell')).toContain('**Cell** · cell/area zone');
    expect(hoverAt('zone a { as|set x "PLC" : plc }')).toContain('**PLC**');
    expect(hoverAt('zone a { }\nzone b { }\ncond|uit c between a and b')).toContain('conduit · `c`');
    expect(hoverAt('zone a { owner "Ci|ty" }')).toBeUndefined();
  });

  test('sl-t shows how the zone or conduit stands', () => {
    expect(hoverAt('zone a "Cell" : cell {\n  sl|-t { TRE 1 }\n}')).toContain(
      '| gap | 0 | 0 | 0 | 0 | 0 | **1** | 0 |',
    );
    expect(hoverAt('zone a { }\nzone b { }\nconduit c "Link" between a and b { sl|-t 1 }')).toContain('**Link**');
  });

  test('a rule: title, severity here, its page', () => {
    const text = hoverAt('system s { rule missing|-focus off "later" }')!;
    expect(text).toContain('· rule · `missing-focus`');
    expect(text).toContain('Severity: off (set in this system; otherwise warning)');
    expect(text).toContain('“later”');
    expect(text).toMatch(/\]\(\S*missing-focus\S*\)/);
    expect(hoverAt('zone a { allow missing|-focus because "x" }')).toContain('Severity: warning ·');
  });

  test('a level, by the word and the number', () => {
    const line = '- **2 supervisory control: HMI, SCADA**';
    expect(hoverAt('zone a : cell le|vel 2')).toContain(line);
    expect(hoverAt('zone a : cell level |2')).toContain(line);
    expect(hoverAt('zone a { le|vel 2 }')).toMatch(/3 site operations.*\n- 3.5 perimeter.*\n- 4 site business/);
  });

  test('the arrow of a flow', () => {
    expect(hoverAt('zone a { flow y -|> x : rdp }')).toContain('`y` opens the connection to `x`.');
    expect(hoverAt('zone a { flow a.y <|-> x : rdp }')).toContain('Either side opens the connection: `a.y` to `x`');
  });

  test('an address and a network of a segment that zones share', () => {
    const model = (address: string, network: string) =>
      hoverAt(
        `zone a "A" { network "10.9.0.0/25"  asset x "PLC" : plc { address ${address} } }\nzone b\nconduit c "Ring" between a and b { network ${network} }`,
      )!;
    expect(model('"10.9.0.|5"', '"10.9.0.0/24"')).toContain(
      'In the network `10.9.0.0/25` of A (`a`), `10.9.0.0/24` of Ring (`c`).',
    );
    const network = model('"10.9.0.5"', '"10.9.|0.0/24"');
    expect(network).toContain('1 asset with an address in it · PLC (`a.x`)');
    expect(network).toContain('Overlaps with `10.9.0.0/25` of A (`a`).');
  });

  test('an address: in which networks it lies, and who else has it', () => {
    const model = (network: string, address: string) =>
      `zone a "Cell" { network ${network}  asset x "PLC" : plc { address ${address} }  asset z : plc { address "10.0.0.5" } }\nzone b { network "10.0.0.0/16" }`;
    const address = hoverAt(model('"10.0.0.0/24"', '"fe80::1", "10.0.|0.5"'))!;
    expect(address).toContain('**10.0.0.5** · IPv4 address');
    expect(address).toContain('In the network `10.0.0.0/24` of Cell (`a`), `10.0.0.0/16` of b (`b`).');
    expect(address).toContain('The address of PLC (`a.x`), z (`a.z`).');
    expect(hoverAt(model('"VLAN 3"', '"192.168.|0.1"'))).toContain('In no network');
    const network = hoverAt(model('"VLAN 3", "10.0.|0.0/24"', '"10.0.1.1"'))!;
    expect(network).toContain('**10.0.0.0/24** · IPv4 network · 256 addresses');
    expect(network).toContain('1 asset with an address in it · z (`a.z`)');
    expect(network).toContain('Overlaps with `10.0.0.0/16` of b (`b`).');
    expect(hoverAt(model('"VLAN |3"', '"10.0.1.1"'))).toBeUndefined();
    expect(hoverAt(model('"10.0.0.0/24"', '"plc.|example"'))).toBeUndefined();
  });

  test('a keyword, but not a name that is spelled like one', () => {
    expect(hoverAt('zone a { comp|ensates SR 1.1 with SR 5.1 because "x" }')).toContain('other countermeasures');
    expect(hoverAt('zone a { critical|ity high }')).toContain('low, medium, high, critical');
    expect(hoverAt('zone a { asset ow|ner "The owner" : plc }')).toContain('**The owner**');
  });

  test('nothing in texts, comments and between', () => {
    for (const fixture of [
      'zone a { policy "zo|ne" }',
      'zone a { // as|set\n}',
      '/* zo|ne */',
      'zone a {\n|\n}',
      'zone a { xy|z 1 }',
    ])
      expect(hoverAt(fixture), fixture).toBeUndefined();
  });
});

test('what the model says cannot become Markdown of its own', () => {
  const text = hoverAt('zone |a "[x](command:y) <b> *z*" : cell { description "![i](u) `c`" owner "_o_" }')!;
  expect(text).toContain('**\\[x\\]\\(command:y\\) &lt;b\\> \\*z\\***');
  expect(text).not.toMatch(/(?<!\\)(\]\(|<b>|\]\\\()/);
  const asset = hoverAt('zone a { asset |x "t" : plc { address "`[x](y)`" } }')!;
  expect(asset).not.toMatch(/`` *\[|`\[x\]\(y\)``/);
});

test('the range is the name, of a path the segment', () => {
  const { workspace, uri, position, ranges } = marked(
    'zone a { zone b { } }\nzone c { }\nconduit k between a.«|b» and c',
  );
  expect(hover(workspace, uri, position)?.range).toEqual(ranges[0]!.range);
  const word = marked('zone a { «imple|ments» SR 1.1 }');
  expect(hover(word.workspace, word.uri, word.position)?.range).toEqual(word.ranges[0]!.range);
});
