import { describe, expect, test } from 'vitest';
import { definitionAt, highlightsAt, referencesAt } from '../../language-server/editor/references.ts';
import { marked } from '../support/marked.ts';

/** Asserts that Go to Definition at the cursor leads to the marked ranges. */
function expectDefinitions(fixture: string): void {
  const { workspace, uri, position, ranges } = marked(fixture);
  expect(definitionAt(workspace, uri, position)).toEqual(ranges);
}

/** Asserts that Find All References at the cursor finds the marked ranges, the declaration among them. */
function expectReferences(fixture: string): void {
  const { workspace, uri, position, ranges } = marked(fixture);
  const order = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).sort();
  expect(order(referencesAt(workspace, uri, position, true))).toEqual(order(ranges));
}

describe('Go to Definition', () => {
  test.each([
    ['an asset in its zone', 'zone a {\n  asset «x» : plc\n  flow |x -> y : rdp\n}'],
    [
      'an asset in another file',
      '--- a.zones\nzone a { asset «fw» : firewall }\n--- b.zones\nzone b { }\nconduit c between a and b { via f|w }',
    ],
    ['the first segment of a path', 'zone «a» { zone n { asset x : plc } }\nzone b { flow |a.n.x -> y }'],
    ['a middle segment of a path', 'zone a { zone «n» { asset x : plc } }\nzone b { flow a.|n.x -> y }'],
    ['the last segment of a path', 'zone a { zone n { asset «x» : plc } }\nzone b { flow a.n.x| -> y }'],
    ['the last of several ends', 'zone a { }\nzone b { }\nzone «d» { }\nconduit c between a, b and |d'],
    [
      'the equipment of a conduit',
      'zone a { asset sw : plc }\nzone b { }\nconduit c between a and b { asset «sw» : plc  flow a -> s|w }',
    ],
    [
      'the equipment of a conduit by its path',
      'zone a { }\nzone b { flow b -> c.s|w }\nconduit c between a and b { asset «sw» : plc }',
    ],
    ['the end of a conduit', 'zone «a» { }\nzone b { }\nconduit c between |a and b'],
    [
      'the candidate inside the conduit’s ends',
      'zone a { asset «x» : plc }\nzone b { }\nzone o { asset x : plc }\nconduit c between a and b { flow |x -> b }',
    ],
    [
      'another system',
      '--- n.zones\nsystem «north» "North"\nzone d { }\n--- s.zones\nsystem south\nzone a { }\nconduit c between a and nor|th.d',
    ],
    ['a header of a system', '--- a.zones\nsystem «s» "S"\n--- b.zones\nsystem |s\nzone a { }'],
    ['a profile', 'profile «p» { SR 1.1 }\nzone a { implements |p }'],
    ['a control of the workspace', 'catalog c { control «A-1» "x" { applies zone } }\nzone a { implements A-|1 }'],
    ['an asset type of the workspace', 'asset-type «house» extends plc\nzone a { asset x : |house }'],
    ['a keyword used as a name', 'zone «zone» { asset owner : plc }\nconduit c between |zone and b'],
    ['itself', 'zone «|a» { }'],
    [
      'all candidates of an ambiguous name',
      'zone a { asset «x» : plc }\nzone b { asset «x» : plc }\nzone c { flow |x -> y }',
    ],
    ['nothing for what does not exist', 'zone a { flow no|where -> y }'],
    ['nothing for a keyword', 'zo|ne a { }'],
    ['nothing in a text', 'zone a "a|" { }'],
  ])('%s', (_, fixture) => expectDefinitions(fixture));

  test.each([
    ['zone a : per|imeter', 'five-zones.zones'],
    ['zone a { asset x : p|lc }', 'asset-types.zones'],
    ['zone a { implements SR 1.|1 RE(1) }', 'iec62443-3-3.zones'],
    ['zone a { implements SR1.|1 }', 'iec62443-3-3.zones'],
    ['zone a { asset x : plc { implements EDR 2.|4 } }', 'iec62443-4-2.zones'],
    ['zone a { flow x -> y : modbus|-tcp }', 'protocols.zones'],
    ['system s { reference-model pur|due }', 'purdue.zones'],
  ])('the library: %s', (fixture, file) => {
    const { workspace, uri, position } = marked(fixture);
    const [place, ...others] = definitionAt(workspace, uri, position);
    expect(others).toEqual([]);
    expect(place?.uri).toMatch(new RegExp(`^zones-library:.*/${file}$`));
    const { start, end } = place!.range;
    const line = workspace.files.get(place!.uri)!.source.text.split(/\r?\n/)[start.line]!;
    const written = fixture.replace('|', '');
    expect(written.replace('SR1.1', 'SR 1.1')).toContain(line.slice(start.character, end.character));
  });

  test('the page of a rule', () => {
    const { workspace, uri, position } = marked('system s { rule missing|-control off }');
    expect(definitionAt(workspace, uri, position)[0]?.uri).toMatch(/missing-control/);
  });
});

describe('Find All References', () => {
  test.each([
    [
      'an asset, over files, by name and by path',
      '--- a.zones\nzone a {\n  asset «fw|» : firewall\n  implements SR 5.1 by «fw»\n}\n--- b.zones\nzone b { }\nconduit c between a and b {\n  via a.«fw»\n  flow «fw» -> b : rdp\n}',
    ],
    [
      'not another asset of the same name',
      'zone a { asset «x|» : plc\n  flow «x» -> a : rdp }\nzone b { asset x : plc\n  flow x -> b : rdp }',
    ],
    [
      'a zone, also as a part of paths',
      'zone «a» { asset x : plc }\nzone b { flow «|a».x -> b }\nconduit c between «a» and b',
    ],
    ['an enhancement apart from its requirement', 'catalog c { control «A» { } }\nprofile p { «|A», SR 1.1 }'],
    [
      'a system: its headers and the paths that begin with it',
      '--- n.zones\nsystem «nor|th» "North"\nzone d { }\n--- o.zones\nsystem «north»\n--- s.zones\nsystem south\nzone a { }\nconduit c between a and «north».d',
    ],
  ])('%s', (_, fixture) => expectReferences(fixture));

  test('controls of the library where they are stated, however they are written', () => {
    const { workspace, uri, position, ranges } = marked(
      'zone a {\n  implements «SR 1.|3»\n}\nzone b {\n  plans «SR1.3»\n  excludes SR 1.1 because "x"\n}',
    );
    const found = referencesAt(workspace, uri, position, false).filter((place) => place.uri === uri);
    expect(found).toEqual(ranges);
  });

  test('without the declaration', () => {
    const { workspace, uri, position, ranges } = marked('zone |a { }\nconduit c between «a» and b');
    expect(referencesAt(workspace, uri, position, false)).toEqual(ranges);
  });
});

test('highlights stay in the file; the declaration counts as written', () => {
  const { workspace, uri, position, ranges } = marked(
    '--- a.zones\nzone «a» { }\nconduit c between «|a» and b\n--- b.zones\nconduit d between a and b',
  );
  expect(highlightsAt(workspace, uri, position)).toEqual([
    { range: ranges[0]!.range, kind: 3 },
    { range: ranges[1]!.range, kind: 2 },
  ]);
});
