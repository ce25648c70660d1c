import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../language-server/editor/outline.ts';
import { definitionAt, referencesAt } from '../../language-server/editor/references.ts';
import { renameAt } from '../../language-server/editor/rename.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../language-server/editor/semantic-tokens.ts';
import { workspaceSymbols } from '../../language-server/editor/workspace-symbols.ts';
import { applyEdits } from '../support/edits.ts';
import { applied, hoverAt, itemsAt, labelsAt, marked } from '../support/marked.ts';

/** The declarations of a record, in a file of their own. */
const RECORD = `--- record.zones
policy OT-7 "Removable media" { version "4"  owner "OT security"  document "media.md"  supports SR 2.3 }
countermeasure lock-3 "Locked cabinet" { evidence "lock.md"  verified on 2026-11-02 by "OT security"  until 2027-12-31 }
countermeasure old "Old guard" { until 2026-01-31 }
threat-source crime "Organised crime" { capability 2  source "report" on 2026-10-01 }
regulation nis2 "NIS2" { authority "BSI"  requires SR 1.13 on dmz  requires SR 7.3 }
essential-function supply "Supply" on dmz { description "Water" }
zone dmz : perimeter
--- model.zones
`;

describe('Go to Definition and Find All References', () => {
  test.each([
    ['a policy of a zone', 'policy «OT-7» "Media"\nzone a { policy |OT-7, "a text" }'],
    ['a policy of a conduit', 'policy «OT-7» "Media"\nconduit c between a and b { policy OT|-7 }'],
    [
      'a countermeasure behind with',
      'countermeasure «lock-3» "L"\nzone a { compensates SR 1.1 with lock|-3 because "x" }',
    ],
    ['one that mitigates', 'countermeasure «lock-3» "L"\nrisk R on a { mitigated-by SR 1.1, |lock-3 }'],
    ['one that exists', 'countermeasure «lock-3» "L"\nrisk R on a { existing |lock-3 }'],
    ['a profile there', 'profile «p» { SR 1.1 }\nrisk R on a { existing |p }'],
    ['the risk of an SL-T', 'risk «R-1» on a\nzone a { sl-t 2 from R-|1 because "x" }'],
    ['the source of a risk', 'threat-source «crime» "C"\nrisk R on a { source cr|ime }'],
    ['the zone of an essential function', 'zone «a» { }\nessential-function f on |a'],
    ['the zone of a regulation', 'zone «a» { }\nregulation r { requires SR 1.1 on |a }'],
    ['a likelihood of its matrix', 'risk-matrix m { likelihood «often»  impact low  row |often 1 }'],
    [
      'the revision that is approved',
      'system s {\n  revision «3» on 2026-01-01 by "x" "y"\n  approval on 2026-01-02 by "x" of revision |3\n}',
    ],
    [
      'both meanings of an ambiguous name',
      'countermeasure «p» "L"\nprofile «p» { SR 1.1 }\nrisk R on a { existing |p }',
    ],
  ])('of %s', (_, fixture) => {
    const { workspace, uri, position, ranges } = marked(fixture);
    const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
    expect(sorted(definitionAt(workspace, uri, position))).toEqual(sorted(ranges));
  });

  test('find a countermeasure wherever it is named, and none of another system', () => {
    const { workspace, uri, position, ranges } = marked(
      '--- a.zones\nsystem one\ncountermeasure «lo|ck» "L"\nzone a { compensates SR 1.1 with «lock» because "x" }\n' +
        'risk R on a { mitigated-by «lock» }\n--- b.zones\nsystem two\ncountermeasure lock "L"\nrisk R on a { existing lock }',
    );
    expect(referencesAt(workspace, uri, position, true)).toEqual(ranges);
  });
});

describe('Rename', () => {
  const renamed = (fixture: string, name: string) => {
    const { workspace, uri, position, texts } = marked(fixture);
    return applyEdits(texts.get(uri)!, renameAt(workspace, uri, position, name).changes![uri]!);
  };

  test.each([
    ['policy O|T-7 "M"\nzone a { policy OT-7 }', 'policy X "M"\nzone a { policy X }'],
    [
      'countermeasure lock "L"\nzone a { compensates SR 1.1 with |lock because "x" }',
      'countermeasure X "L"\nzone a { compensates SR 1.1 with X because "x" }',
    ],
    ['threat-source |crime\nrisk R on a { source crime }', 'threat-source X\nrisk R on a { source X }'],
    ['regulation |nis2 "N"', 'regulation X "N"'],
    ['essential-function |f on a\nzone a { }', 'essential-function X on a\nzone a { }'],
    [
      'risk-matrix m { likelihood often  impact low  row |often 1 }\nrisk R on a { likelihood often }',
      'risk-matrix m { likelihood X  impact low  row X 1 }\nrisk R on a { likelihood X }',
    ],
  ])('%s', (fixture, expected) => expect(renamed(fixture, 'X')).toBe(expected));

  test.each([
    ['countermeasure |lock "L"\ncountermeasure taken "T"', "There is a countermeasure 'taken' already"],
    ['countermeasure |lock "L"\nprofile taken { SR 1.1 }', "There is a profile 'taken' already"],
    ['policy |lock "L"\npolicy taken "T"', "There is a policy 'taken' already"],
  ])('refuses a name that is taken: %s', (fixture, message) => {
    expect(() => renamed(fixture, 'taken')).toThrow(message);
  });

  test('takes a name that another sort has', () => {
    expect(renamed('policy |lock "L"\ncountermeasure taken "T"', 'taken')).toBe(
      'policy taken "L"\ncountermeasure taken "T"',
    );
  });
});

describe('the hover', () => {
  test.each([
    [
      'zone a { policy O|T-7 }',
      ['**Removable media** · policy · `OT-7`', 'Version: 4', 'Owner: OT security', 'media.md', '- SR 2.3'],
    ],
    [
      'zone a { compensates SR 1.1 with |lock-3 because "x" }',
      [
        '**Locked cabinet** · countermeasure',
        'Evidence: lock.md',
        'Verified on 2026-11-02 by OT security',
        'In place until 2027-12-31',
      ],
    ],
    ['risk R on dmz { mitigated-by o|ld }', ['**Ended on 2026-01-31**']],
    [
      'risk R on dmz { source cri|me }',
      ['**Organised crime** · threat source', 'Capability 2', 'Source: report (2026-10-01)'],
    ],
    ['|policy own "Own policy"', ['**Own policy** · policy · `own`']],
    [
      'regulation |own "Own" { requires SR 1.13 on dmz }',
      ['Requires on `dmz`', '- SR 1.13 Access via untrusted networks'],
    ],
    ['essential-function |own "Own" on dmz', ['**Own** · essential function', 'On `dmz`']],
    ['zone |a { sl-t 2 from R-1 because "no view" }', ['SL-T from `R-1`: “no view”']],
    ['risk |R on dmz { source crime }', ['**Source:** Organised crime']],
    [
      'risk-matrix m { likelihood seldom, often  impact low  row seldom 1  row o|ften 2 }',
      ['**often** · likelihood', '2 of 2: seldom, often'],
    ],
    ['system s { tolerable|-risk "x" by "y" on 2026-01-01 }', ['What the owner of the plant can live with']],
  ])('%s', (fixture, expected) => {
    const text = hoverAt(RECORD + fixture)?.replaceAll('&nbsp;', ' ') ?? '';
    for (const part of expected) expect(text.replace(/ +/g, ' ')).toContain(part);
  });
});

describe('completion', () => {
  test.each([
    [
      'policies of a zone, without those that stand there',
      'policy OT-7 "M"\npolicy OT-8 "N"\nzone a { policy OT-7, | }',
      ['OT-8'],
    ],
    ['the risks of an SL-T', 'risk R-1 on a\nrisk R-2 on a\nzone a { sl-t 2 from R-1, | }', ['R-2']],
    ['threat sources of a risk', 'threat-source crime "C"\nrisk R on a { source | }', ['crime']],
    ['zones of an essential function', 'zone a { }\nessential-function f on |', ['a']],
    ['zones of a regulation', 'zone a { }\nregulation r { requires SR 1.1 on | }', ['a']],
    [
      'likelihoods without a row',
      'risk-matrix m {\n  likelihood seldom, often  impact low\n  row often 1\n  row |\n}',
      ['seldom'],
    ],
    ['the sides of an environment', 'system s { environment | }', ['physical', 'logical', 'organizational']],
    [
      'the revisions',
      'system s {\n  revision 2 on 2026-01-01 by "x" "y"\n  revision 3 on 2026-01-01 by "x" "y"\n  approval on 2026-01-02 by "x" of revision |\n}',
      ['3', '2'],
    ],
    ['the day of an approval', 'system s { approval on | }', ['2026-11-24']],
    ['what stands first behind assessment', 'system s { assessment | }', ['initial']],
  ])('%s', (_, fixture, expected) => expect(labelsAt(fixture)).toEqual(expected));

  test.each(['zone a { compensates SR 1.1 with |', 'risk R on dmz { mitigated-by |', 'risk R on dmz { existing |'])(
    'countermeasures come first: %s',
    (fixture) => {
      const labels = labelsAt(RECORD + fixture);
      expect(labels.slice(0, 2)).toEqual(['lock-3', 'old']);
      expect(labels).toContain('SR 5.2');
    },
  );

  test.each([
    ['policy p { | }', ['owner', 'document', 'version', 'supports']],
    ['countermeasure c { | }', ['verified', 'until', 'evidence', 'owner', 'description']],
    ['regulation r { | }', ['document', 'authority', 'requires']],
    ['threat-source t { | }', ['description', 'capability', 'source']],
    ['essential-function e on a { | }', ['description']],
    ['system s { approval | }', ['on', 'by', 'of', 'hash', 'review']],
    ['system s { approval on 2026-01-01 by "x" | }', ['of', 'hash', 'review']],
    ['system s { revision 3 | }', ['on', 'by']],
    ['countermeasure c { verified | }', ['on']],
    ['system s { approval on 2026-01-01 by "x" of | }', ['revision']],
    ['zone a { sl-t 2 | }', ['from', 'because']],
    ['zone a { implements SR 1.1 | }', ['verified', 'evidence', 'by']],
    ['zone a { implements SR 1.1 verified | }', ['on']],
    ['zone a { implements SR 1.1 verified on 2026-01-01 | }', ['by', 'evidence']],
  ])('the words of %s', (fixture, expected) => {
    const labels = labelsAt(fixture);
    for (const word of expected) expect(labels).toContain(word);
  });

  test('a policy is offered with quotes as long as none is declared', () => {
    const options = { snippets: true };
    const insert = (fixture: string) => itemsAt(fixture, options).find(({ label }) => label === 'policy')?.textEdit;
    expect(insert('zone a {\n  |\n}')).toMatchObject({ newText: 'policy "$0"' });
    expect(insert('policy OT-7 "M"\nzone a {\n  |\n}')).toMatchObject({ newText: 'policy ' });
  });

  test('a text of the record is written with its quotes', () => {
    expect(applied('threat-source t {\n  |\n}', 'source')).toBe('threat-source t {\n  source ""\n}');
    expect(applied('system s {\n  approval on 2026-01-01 |\n}', 'by')).toContain('by ""');
    const revised = 'system s { revision "3b" on 2026-01-01 by "OT" "x"\n  approval on 2026-01-01 of revision |\n}';
    expect(applied(revised, '3b')).toContain('of revision "3b"');
  });
});

test('the outline and the search have all declarations of the record', () => {
  const { workspace } = marked(RECORD);
  const symbols = documentSymbols(workspace, 'record.zones').map(({ name, detail }) => `${name}: ${detail}`);
  expect(symbols).toEqual([
    'OT-7: Removable media · 4',
    'lock-3: Locked cabinet · until 2027-12-31',
    'old: Old guard · until 2026-01-31',
    'crime: Organised crime · capability 2',
    'nis2: NIS2 · BSI',
    'supply: Supply · dmz',
    'dmz: perimeter',
  ]);
  const found = (query: string) =>
    workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} in ${containerName}`);
  expect(found('lock-3')).toEqual(['lock-3 in countermeasure']);
  expect(found('organised')).toEqual(['crime · Organised crime in threat source']);
  expect(found('supply')).toEqual(['supply in essential function']);
});

test('the outline of a system has its revisions and approvals', () => {
  const { workspace, texts } = marked(`system s "S" {
  revision 1 on 2026-01-02 by "OT" "first issue"
  revision "2b" on 2026-03-02
  approval on 2026-01-03 by "Manager" of revision 1
  approval by "Owner"
}`);
  const [system] = documentSymbols(workspace, [...texts.keys()][0]!);
  expect(system!.children!.map(({ name, detail, range: { start } }) => [name, detail, start.line])).toEqual([
    ['revision 1', '2026-01-02 · OT · first issue', 1],
    ['revision 2b', '2026-03-02', 2],
    ['approval 2026-01-03', 'Manager · of revision 1', 3],
    ['approval', 'Owner', 4],
  ]);
});

test('semantic tokens colour the names of the record', () => {
  const { workspace, texts } = marked(
    'policy OT-7 "M"\nzone a { policy OT-7 compensates SR 1.1 with lock because "x" }\nrisk R on a { source crime }',
  );
  const [uri, text] = [...texts][0]!;
  const lines = text.split('\n');
  const { data } = semanticTokens(workspace, uri);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    line += down;
    character = down > 0 ? right : character + right;
    found.push(`${lines[line]!.slice(character, character + length)}:${SEMANTIC_TOKENS_LEGEND.tokenTypes[type]}`);
  }
  expect(found.join(' ')).toBe(
    'OT-7:type a:namespace OT-7:type SR 1.1:enumMember lock:enumMember R:event a:namespace crime:event',
  );
});

describe('completion behind names that are words elsewhere', () => {
  test.each([
    ['zone a { implements SR 1.1 by source |}', 'evidence'],
    ['zone a { implements SR 1.1 by toString |}', 'evidence'],
    ['zone a { compensates SR 1.1 with countermeasure |}', 'because'],
    ['zone a { implements SR 1.1 by revision |}', 'evidence'],
    ['system s {\n  approval on 2026-01-31 by "x" of revision 3 |\n}', 'hash'],
    ['risk r on a {\n  likelihood likely impact major residual |\n}', 'likelihood'],
  ])('%s', (fixture, label) => {
    expect(labelsAt(fixture)).toContain(label);
  });
});
