import { describe, expect, test } from 'vitest';
import { definitionAt, highlightsAt, referencesAt } from '../../language-server/editor/references.ts';
import { prepareRename, renameAt } from '../../language-server/editor/rename.ts';
import { lineStartsOf } from '../../language-server/language/source-file.ts';
import { marked } from '../support/marked.ts';

/** The files after a rename at the cursor, as a fixture. */
function renamed(fixture: string, name: string): string {
  const { workspace, uri, position, texts } = marked(fixture);
  const { changes = {} } = renameAt(workspace, uri, position, name);
  const files = [...texts].map(([file, text]) => {
    const starts = lineStartsOf(text);
    const edits = [...(changes[file] ?? [])].sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    return edits.reduce((changed, { range: { start, end }, newText }) => {
      const [from, to] = [start, end].map(({ line, character }) => starts[line]! + character) as [number, number];
      return changed.slice(0, from) + newText + changed.slice(to);
    }, text);
  });
  const names = [...texts.keys()];
  return names.length === 1 ? files[0]! : files.map((text, i) => `--- ${names[i]}\n${text}`).join('\n');
}

describe('renames', () => {
  test.each([
    [
      'an asset',
      'zone a {\n  asset |x : plc\n  flow x -> a : rdp\n}',
      'y',
      'zone a {\n  asset y : plc\n  flow y -> a : rdp\n}',
    ],
    [
      'from a reference, over files',
      '--- a.zones\nzone a { asset fw : firewall }\n--- b.zones\nzone b { }\nconduit c between a and b { via |fw }',
      'fw-2',
      '--- a.zones\nzone a { asset fw-2 : firewall }\n--- b.zones\nzone b { }\nconduit c between a and b { via fw-2 }',
    ],
    [
      'the equipment of a conduit, in it and by its path',
      'zone a { }\nzone b { }\nzone d { flow ring.sw -> d : ssh }\nconduit ring between a, b and d {\n  asset |sw : plc\n  via sw\n  flow a -> sw : ssh\n}',
      'hub',
      'zone a { }\nzone b { }\nzone d { flow ring.hub -> d : ssh }\nconduit ring between a, b and d {\n  asset hub : plc\n  via hub\n  flow a -> hub : ssh\n}',
    ],
    [
      'a conduit in the paths of its equipment, and a zone among several ends',
      'zone a { }\nzone b { }\nzone d { flow ring.sw -> d : ssh }\nconduit |ring between a, b and d { asset sw : plc }',
      'bus',
      'zone a { }\nzone b { }\nzone d { flow bus.sw -> d : ssh }\nconduit bus between a, b and d { asset sw : plc }',
    ],
    [
      'a zone in paths of several segments',
      'zone a { zone |n { asset x : plc } }\nzone b { flow a.n.x -> n }',
      'm',
      'zone a { zone m { asset x : plc } }\nzone b { flow a.m.x -> m }',
    ],
    [
      'the first segment of a path',
      'zone a { zone n { asset x : plc } }\nzone b { flow |a.n.x -> b }',
      'c',
      'zone c { zone n { asset x : plc } }\nzone b { flow c.n.x -> b }',
    ],
    [
      'to a keyword',
      'zone a { asset |x : plc\n  flow x -> a : rdp }',
      'owner',
      'zone a { asset owner : plc\n  flow owner -> a : rdp }',
    ],
    [
      'from a keyword',
      'zone |control : control { }\nconduit c between control and b',
      'ops',
      'zone ops : control { }\nconduit c between ops and b',
    ],
    [
      'only the one of two that is meant',
      'zone a { asset |x : plc\n  flow x -> a : rdp }\nzone b { asset x : plc\n  flow x -> b : rdp }',
      'y',
      'zone a { asset y : plc\n  flow y -> a : rdp }\nzone b { asset x : plc\n  flow x -> b : rdp }',
    ],
    [
      'to a name that stands elsewhere, where no reference changes',
      'zone a { asset |x : plc }\nzone b { asset y : plc\n  flow y -> b : rdp }',
      'y',
      'zone a { asset y : plc }\nzone b { asset y : plc\n  flow y -> b : rdp }',
    ],
    [
      'a profile',
      'profile |p { SR 1.1 }\nzone a { implements p, SR 1.2 }',
      'q',
      'profile q { SR 1.1 }\nzone a { implements q, SR 1.2 }',
    ],
    [
      'an asset type',
      'asset-type |t extends plc\nasset-type u extends t\nzone a { asset x : t }',
      'v',
      'asset-type v extends plc\nasset-type u extends v\nzone a { asset x : v }',
    ],
    [
      'a control',
      'catalog c { control |A-1 "x" { applies zone } }\nzone a { implements A-1 }',
      'B-1',
      'catalog c { control B-1 "x" { applies zone } }\nzone a { implements B-1 }',
    ],
    [
      'a kind of zone',
      'system s { reference-model m }\nreference-model m { kind |k rank 1 }\nzone a : k',
      'l',
      'system s { reference-model m }\nreference-model m { kind l rank 1 }\nzone a : l',
    ],
    [
      'a system in all its files and in paths',
      '--- a.zones\nsystem |north "N"\nzone d { }\n--- b.zones\nsystem north\n--- s.zones\nsystem south\nzone a { }\nconduit c between a and north.d',
      'nord',
      '--- a.zones\nsystem nord "N"\nzone d { }\n--- b.zones\nsystem nord\n--- s.zones\nsystem south\nzone a { }\nconduit c between a and nord.d',
    ],
    [
      'to letters of any language',
      'zone |a { }\nconduit c between a and b',
      'Leitstand_Süd',
      'zone Leitstand_Süd { }\nconduit c between Leitstand_Süd and b',
    ],
    ['to itself', 'zone |a { }', 'a', 'zone a { }'],
  ])('%s', (_, fixture, name, expected) => {
    expect(renamed(fixture, name)).toBe(expected);
  });
});

/** Models in which `@` and `%` are a name whose accent is part of a letter or a letter of its own. */
const IN_BOTH_FORMS = [
  ['an asset', 'zone z { asset @ : plc\n  flow % -> z : rdp\n  implements SR 1.1 by %, @ }'],
  ['a zone in paths', 'zone @ { zone n { asset x : plc } }\nzone b { flow %.n.x -> @.n }\nconduit c between %.n and b'],
  ['two segments of a path', 'zone z@ { zone n% { asset x : plc\n  flow z%.n@.x -> z@.n%.x } }'],
  ['an asset at the end of a path', 'zone z% { zone n { asset @ : plc } }\nzone b { flow z@.n.% -> z%.n.@ }'],
  ['a boundary asset', 'zone a { asset @ : firewall }\nzone b { }\nconduit c between a and b { via % }'],
  ['a zone that a risk is on', 'zone @ { }\nzone b { }\nrisk r on %, b'],
  ['a profile', 'profile @ { SR 1.1 }\nzone a { implements %, SR 1.2 }'],
  ['an asset type', 'asset-type @ extends plc\nasset-type u extends %\nzone a { asset x : % }'],
  ['a protocol', 'protocol @ { }\nzone a { asset x : plc\n  flow x -> a : % }'],
  ['a control', 'catalog c { control @ "x" { applies zone } }\nzone a { implements % }'],
  ['a catalogue', 'system s { baseline % }\ncatalog @ { }'],
  [
    'a kind of zone',
    'system s { reference-model m }\nreference-model m { kind @ rank 1 kind l rank 2\n  adjacent % l }\nzone a : %',
  ],
  ['a reference model', 'system s { reference-model % }\nreference-model @ { kind k rank 1 }'],
  [
    'a system',
    '--- a.zones\nsystem @ "N"\nzone d { }\n--- b.zones\nsystem %\n--- s.zones\nsystem s\nzone a { }\nconduit c between a and %.d',
  ],
] as const;

describe.each([
  ['a letter', 'K\u00e4se', 'Ka\u0308se'],
  ['two letters', 'Ka\u0308se', 'K\u00e4se'],
])('an accented name is one, declared with %s', (_, one, other) => {
  const written = (model: string) => model.replaceAll('@', one).replaceAll('%', other);

  test.each(IN_BOTH_FORMS)('%s', (_, model) => {
    const places = [...model.matchAll(/[@%]/g)];
    // Of two names that have the accent only the one under the cursor is renamed.
    const own = ({ index }: { index: number }) => /[zn]?$/.exec(model.slice(0, index))![0];
    for (const place of places) {
      const { index } = place;
      const same = new Set(places.filter((each) => own(each) === own(place)).map((each) => each.index));
      const expected = written(
        model.replace(/[zn]?[@%]/g, (text, at) => (same.has(at + text.length - 1) ? 'Brot' : text)),
      );
      const cursor = written(`${model.slice(0, index)}|${model.slice(index)}`);
      expect(renamed(cursor, 'Brot')).toBe(expected);
      const { workspace, uri, position, texts } = marked(cursor);
      const found = [
        ...referencesAt(workspace, uri, position, true),
        ...highlightsAt(workspace, uri, position).map(({ range }) => ({ uri, range })),
      ];
      expect(found.length).toBeGreaterThan(same.size);
      for (const at of found) {
        const line = texts.get(at.uri)!.split('\n')[at.range.start.line]!;
        const name = line.slice(at.range.start.character, at.range.end.character);
        expect(name.normalize('NFC')).toBe(`${own(place)}K\u00e4se`);
      }
      expect(definitionAt(workspace, uri, position)).toHaveLength(1);
    }
  });
});

describe('refuses, with the reason', () => {
  test.each([
    ['a name of the library', 'zone a { asset x : p|lc }', 'y', /'plc' belongs to the built-in library/],
    ['a requirement', 'zone a { implements SR 1.|1 }', 'y', /'SR 1\.1' belongs to the built-in library/],
    ['a kind of the library', 'zone a : cel|l', 'y', /built-in library/],
    ['a place without a name', 'zone a "ti|tle" { }', 'y', /There is no name to rename here/],
    ['a keyword', 'zo|ne a { }', 'y', /There is no name/],
    ['a name that means nothing', 'zone a { flow no|where -> a }', 'y', /'nowhere' does not name one thing/],
    [
      'an ambiguous name',
      'zone a { asset x : plc }\nzone b { asset x : plc }\nzone c { flow |x -> c }',
      'y',
      /'x' does not name one thing/,
    ],
    ['a text that is no name', 'zone |a { }', 'a b', /'a b' is no name: use letters/],
    ['a name that begins with a digit', 'zone |a { }', '1a', /is no name/],
    ['a name that ends in a dash', 'zone |a { }', 'a-', /is no name/],
    ['an empty name', 'zone |a { }', '', /is no name/],
    ['a path', 'zone |a { }', 'a.b', /is no name/],
    ['a name that is taken in the zone', 'zone a { asset |x : plc\n  zone y { } }', 'y', /There is a 'a\.y' already/],
    [
      'a name that is taken in another file',
      '--- a.zones\nzone |a { }\n--- b.zones\nzone b { }',
      'b',
      /There is a 'b' already/,
    ],
    ['a name of another thing', 'zone |a { }\nconduit c between a and b', 'c', /There is a 'c' already/],
    [
      'a name that a reference would stumble on',
      'zone a { asset |x : plc }\nzone b { asset y : plc }\nzone c { flow y -> c }',
      'y',
      /other things called 'y', and 'y' in model\.zones:3 would no longer mean/,
    ],
    [
      'a name that would take over references',
      'zone a { asset |x : plc\n  flow y -> a }\nzone b { asset y : plc }',
      'y',
      /other things called 'y'/,
    ],
    ['a type that exists', 'asset-type |t extends plc', 'firewall', /There is an asset type 'firewall' already/],
    [
      'a profile that would be a control',
      'catalog c { control A { } }\nprofile |p { A }',
      'A',
      /There is a control 'A' already/,
    ],
    ['a kind that the model has', 'reference-model m { kind |k rank 1 kind l rank 2 }', 'l', /has a kind 'l' already/],
    [
      'a system that exists',
      '--- a.zones\nsystem |a\nzone z { }\n--- b.zones\nsystem b\nzone z { }',
      'b',
      /would become one model/,
    ],
    [
      'a system that files belong to by their folder',
      '--- a.zones\nsystem |plant\nzone z { }\n--- b.zones\nzone y { }',
      'b',
      /'b\.zones' has no header/,
    ],
  ])('%s', (_, fixture, name, reason) => {
    expect(() => renamed(fixture, name)).toThrow(reason);
  });
});

test.each([
  ['zone «a|b» { }', 'ab'],
  ['zone a { zone b { } }\nconduit c between a.«|b» and d', 'b'],
  ['zone a { zone b { } }\nconduit c between «a|».b and d', 'a'],
])('the range to be renamed is the segment: %s', (fixture, placeholder) => {
  const { workspace, uri, position, ranges } = marked(fixture);
  expect(prepareRename(workspace, uri, position)).toEqual({ range: ranges[0]!.range, placeholder });
});
