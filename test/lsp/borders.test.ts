import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../language-server/editor/outline.ts';
import { definitionAt, referencesAt } from '../../language-server/editor/references.ts';
import { renameAt } from '../../language-server/editor/rename.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../language-server/editor/semantic-tokens.ts';
import { workspaceSymbols } from '../../language-server/editor/workspace-symbols.ts';
import { applyEdits } from '../support/edits.ts';
import { hoverAt, itemsAt, labelsAt, marked } from '../support/marked.ts';

const hoverText = (fixture: string) => (hoverAt(fixture) ?? '').replaceAll('&nbsp;', ' ').replace(/ +/g, ' ');

describe('the hover', () => {
  const POINT =
    'access-point socket "Maintenance socket" : physical { location "K3"  protection "locked, sealed"  used-by "Service", "Guards"  closed yes }';

  test.each([
    [
      `zone a "Filters" { ${POINT.replace('socket', 'so|cket')} }`,
      [
        '**Maintenance socket** · access point · physical · `a.socket`',
        'Into Filters',
        'K3',
        'closed until somebody opens it',
        'Protection: locked, sealed',
        'Used by Service, Guards',
      ],
    ],
    [
      `zone a "Filters" { ${POINT.replace('access-point', 'access-|point')} }`,
      ['**Maintenance socket** · access point'],
    ],
    [
      'zone a { }\nzone b { }\nconduit c "Ring" between a and b { access-point w|ifi : logical { closed no } }',
      ['`c.wifi`', 'Into Ring', 'open'],
    ],
    [
      `zone |a { ${POINT}  separated-from b  boundary physical none because "open air" }\nzone b { }`,
      ['No physical boundary: “open air”', 'access points: Maintenance socket', 'separated from `b`'],
    ],
    ['zone |a : cell level 0, 1', ['level 0–1']],
    ['zone |a : cell level 3, 3.5, 4', ['level 3–4']],
    ['zone |a : cell level 2', ['level 2']],
    ['zone a { zone |b }', ['**b** · zone']],
    ['zone a : cell level 0, |1', ['**1 basic control']],
    ['zone a { level 0, |1 }', ['**1 basic control']],
    [
      'zone a { }\nzone b { }\nconduit |c between a and b { boundary physical none because "radio"  access-point wifi : logical }',
      ['No physical boundary: “radio”', 'access points: wifi'],
    ],
    ['zone a { access-|point }', ['Where somebody or something gets in']],
    ['zone a { separated|-from b }', ['Zones that nothing may lead to from here']],
    [
      'zone a { asset x : plc { shared-address "10.0.0.|5" } asset y : plc { shared-address "10.0.0.5" } }',
      ['IPv4 address', 'The address of x (`a.x`), y (`a.y`)'],
    ],
  ])('%s', (fixture, expected) => {
    for (const part of expected) expect(hoverText(fixture)).toContain(part);
  });
});

describe('completion', () => {
  test.each([
    ['the sides of an access point', 'zone a { access-point x : | }', ['logical', 'physical']],
    [
      'what it says of itself',
      'zone a { access-point x : physical {\n  |\n} }',
      ['location', 'protection', 'used-by', 'closed'],
    ],
    [
      'without what stands there',
      'zone a { access-point x : physical {\n  closed yes\n  |\n} }',
      ['location', 'protection', 'used-by'],
    ],
    ['whether it is closed', 'zone a { access-point x : physical { closed | } }', ['yes', 'no']],
    [
      'zones to be separated from, the own and those listed left out',
      'zone a { separated-from b, | }\nzone b { }\nzone c { }',
      ['c'],
    ],
    ['levels that are not listed', 'zone a : process level 0, | { }', ['3.5', '1', '2', '3', '4', '5']],
    ['the reason why there is no boundary', 'zone a { boundary physical none | }', ['because']],
  ])('%s', (_, fixture, expected) =>
    expect(
      labelsAt(fixture)
        .filter((label) => label !== 'allow')
        .toSorted(),
    ).toEqual(expected.toSorted()),
  );

  test('says that there is no boundary behind its side alone', () => {
    expect(labelsAt('zone a { boundary physical | }')).toContain('none');
    expect(labelsAt('zone a { boundary | }')).toEqual(['logical', 'physical']);
    expect(labelsAt('system s { environment physical | }')).not.toContain('none');
  });

  test('offers access points in conduits too, and separation in zones alone', () => {
    const conduit = labelsAt('zone a { }\nzone b { }\nconduit c between a and b {\n  |\n}');
    expect(conduit).toContain('access-point');
    expect(conduit).not.toContain('separated-from');
  });

  test('writes the quotes of texts, those that are used elsewhere first', () => {
    const inserted = (fixture: string, word: string) =>
      itemsAt(fixture, { snippets: true }).find(({ label }) => label === word)?.textEdit;
    expect(inserted('zone a { access-point x : physical {\n  |\n} }', 'protection')).toMatchObject({
      newText: 'protection "$0"',
    });
    expect(inserted('zone a { boundary physical none | }', 'because')).toMatchObject({ newText: 'because "$0"' });
  });
});

test('Go to Definition and Find All References find what a zone is separated from', () => {
  const { workspace, uri, position, ranges } = marked('zone a { separated-from |b.c }\nzone «b» { zone c }');
  expect(definitionAt(workspace, uri, position)).toEqual(ranges);
  const all = marked('zone «|b» { }\nzone a { separated-from «b» }\nzone c { separated-from a, «b» }');
  expect(referencesAt(all.workspace, all.uri, all.position, true)).toEqual(all.ranges);
});

describe('Rename', () => {
  const renamed = (fixture: string, name: string) => {
    const { workspace, uri, position, texts } = marked(fixture);
    return applyEdits(texts.get(uri)!, renameAt(workspace, uri, position, name).changes![uri]!);
  };

  test.each([
    ['zone a { separated-from |b }\nzone b { }', 'zone a { separated-from X }\nzone X { }'],
    [
      'zone a { access-point |door : physical  asset door : plc }\nzone b { access-point door : physical }',
      'zone a { access-point X : physical  asset door : plc }\nzone b { access-point door : physical }',
    ],
  ])('%s', (fixture, expected) => expect(renamed(fixture, 'X')).toBe(expected));

  test('refuses the name of another access point of the same zone, and takes that of one elsewhere', () => {
    const fixture =
      'zone a { access-point |door : physical  access-point gate : physical }\nzone b { access-point port : logical }';
    expect(() => renamed(fixture, 'gate')).toThrow("There is an access point 'gate' in this zone already");
    expect(renamed(fixture, 'port')).toContain('zone a { access-point port : physical');
  });
});

const MODEL = `zone a "Filters" : cell level 0, 1 {
  asset x : plc
  access-point door "East door" : physical { location "Hall 3"  closed yes }
}
zone b { }
conduit c between a and b { access-point wifi : logical }`;

test('the outline and the search have access points', () => {
  const { workspace, texts } = marked(MODEL);
  const [uri] = texts.keys();
  const symbols = documentSymbols(workspace, uri!).flatMap(({ children = [] }) =>
    children.map(({ name, detail }) => `${name}: ${detail}`),
  );
  expect(symbols).toEqual(['x: plc', 'door: East door · physical · closed', 'wifi: logical']);
  const found = (query: string) =>
    workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} in ${containerName}`);
  expect(found('door')).toEqual(['door in plant › a']);
  expect(found('hall')).toEqual(['door · Hall 3 in plant › a']);
  expect(found('wifi')).toEqual(['wifi in plant › c']);
});

test('semantic tokens colour access points and the zones that one is separated from', () => {
  const { workspace, texts } = marked('zone a { access-point door : physical  separated-from a.b  zone b }');
  const [[uri, line]] = [...texts] as [[string, string]];
  const { data } = semanticTokens(workspace, uri);
  let character = 0;
  const found: string[] = [];
  for (let i = 0; i < data.length; i += 5) {
    character += data[i + 1]!;
    found.push(`${line.slice(character, character + data[i + 2]!)}:${SEMANTIC_TOKENS_LEGEND.tokenTypes[data[i + 3]!]}`);
  }
  expect(found.join(' ')).toBe('a:namespace door:interface a:namespace b:namespace b:namespace');
});
