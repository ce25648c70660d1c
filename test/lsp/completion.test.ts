import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { applied, itemsAt, labelsAt } from '../support/marked.ts';

const ZONE_WORDS =
  'asset implements plans excludes compensates accepts flow zone conduit description owner network boundary safety criticality level policy assumption access-point separated-from allow';

describe('keywords stand only where they fit', () => {
  test.each([
    [
      'at the top of a file',
      '|',
      'system zone conduit risk countermeasure essential-function regulation threat-source profile asset-type policy reference-model catalog protocol risk-matrix framework',
    ],
    [
      'below the header',
      'system s\n|',
      'zone conduit risk countermeasure essential-function regulation threat-source profile asset-type policy reference-model catalog protocol risk-matrix framework',
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
      'implements plans excludes compensates accepts sl-c description owner criticality vendor product version address shared-address count serial location supplier support-ends certificate value sil software runs-on classification redundant-with allow',
    ],
    [
      'in an asset, on the line of a property',
      'zone a { asset x : plc { vendor "V" | } }',
      'description owner criticality product version address shared-address count serial location supplier support-ends certificate value sil software runs-on classification redundant-with',
    ],
    [
      'in a conduit',
      'conduit c between a and b {\n|\n}',
      'sl-t asset implements plans excludes compensates accepts via flow description owner network trust provider boundary safety criticality policy assumption access-point allow',
    ],
    ['in a flow', 'zone a { flow x -> y { | } }', 'port when data access allow'],
    [
      'in the settings',
      'system s {\n|\n}',
      'implements plans excludes compensates accepts description owner document function intended-use equipment environment assessment tolerable-risk revision approval classification reference-model baseline rule',
    ],
    [
      'in a risk',
      'risk R {\n|\n}',
      'owner source category threat vulnerability consequence likelihood impact existing mitigated-by treatment residual accepted allow',
    ],
    ['in a risk, on the line of a rating', 'risk R {\n  likelihood likely |\n}', 'impact'],
    ['in a residual rating', 'risk R {\n  impact major\n  residual likelihood likely |\n}', 'impact'],
    ['in a catalogue', 'catalog c {\n|\n}', 'group control pointer'],
    ['in a group', 'catalog c { group IAC {\n|\n} }', 'control'],
    ['in a control', 'catalog c { control A-1 {\n|\n} }', 'applies scope independent classes clause guidance maps'],
    ['in a reference model', 'reference-model m {\n|\n}', 'kind adjacent'],
    ['in a kind of zone', 'reference-model m { kind k {\n|\n} }', 'level flags focus'],
    ['in a risk matrix', 'risk-matrix m {\n|\n}', 'likelihood impact tolerable row'],
    ['after a name of a zone', 'zone a "A" |', ': enterprise : perimeter : control : cell : process : external level'],
    ['after a name of a zone, typed on', 'zone a "A" contr|', ': control'],
    ['after the kind of a zone', 'zone a "A" : control |', 'level'],
    ['after a name of a conduit', 'conduit c |', 'between'],
    ['between the ends', 'zone a { }\nconduit c between a |', 'and'],
    ['between more ends', 'zone a { }\nconduit c between a, b |', 'and'],
    ['in the equipment of a conduit', 'conduit c between a and b { asset s : plc { own| } }', 'owner'],
    ['after the ends of a flow', 'zone a { flow x -> y : rdp | }', 'port over with'],
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
    ['implements SR 1.1 |', 'by because evidence verified'],
    ['excludes SR 1.1 |', 'because by evidence'],
    ['accepts SR 1.1 |', 'until because by evidence'],
    ['compensates SR 1.1 |', 'with because by until evidence verified'],
    ['compensates SR 1.1 with SR 5.1 |', 'because by until evidence verified'],
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
    ['zone a { sl-t { 2 2 | } }', '1 2 3 4 0'],
    ['zone a { sl-t { 2, 2, | } }', '1 2 3 4 0'],
    ['zone a { sl-t {\n 2 2 2 2\n 2 2 | } }', '1 2 3 4 0'],
    ['zone a { sl-t { 2 2 2 2 2 2 2 | } }', ''],
    ['zone a : control level |', '2 3 0 1 3.5 4 5'],
    ['zone a { plans SR 1.1 until | }', '2026-12-31 2027-03-31 2027-06-30 2027-09-30'],
    ['zone a { flow x -> y : rdp port | }', 'tcp udp sctp'],
    ['system s { rule zone-owner | }', 'off hint info warning error'],
    ['system s { reference-model | }', 'five-zones purdue'],
    ['asset-type t { class | }', 'software-application embedded-device host-device network-device'],
    [
      'asset-type t { flags boundary, | }',
      'wireless portable safety business sensor remote-access one-way control engineering switch unmanaged',
    ],
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

test('no item is filtered by a character after which the editor asks anew, and none replaces one', () => {
  const texts = [
    'zone a : cell { implements | }',
    'zone a : cell { implements SR| }',
    'zone a : cell { implements SR 1.| }',
    'zone a : cell { implements SR 1.1 RE(| }',
    'zone a : cell { implements SR1.1| }',
    'zone a : cell { asset x : | }',
    'zone a : cell { asset x : plc  flow | }',
    'zone a : cell { asset x : plc  flow x | }',
    'zone a : cell { asset x : plc  flow x -> x : | }',
    'zone a "A" |',
    'zone a { asset x | }',
    'zone a : cell { asset x : SP| }',
    'zone a { flow x -> y | }',
    'zone a : cell { flow | asset x "a.b: c" : plc }',
    'zone a { zone b }  zone c  conduit d between a.| and c',
    'z|',
    '|',
  ];
  for (const text of texts) {
    const items = itemsAt(text, { snippets: true });
    expect(items.length, text).toBeGreaterThan(0);
    expect(items.filter(({ filterText }) => /[:.,\s(>]/.test(filterText ?? ' '))).toEqual([]);
    const written = text.slice(0, text.indexOf('|'));
    for (const { textEdit } of items) {
      const { start } = (textEdit as TextEdit).range;
      expect(written.slice(start.character)).not.toMatch(/[:.,\s(>]/);
    }
  }
});
