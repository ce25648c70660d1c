import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { foldingRanges } from '../../language-server/editor/folding.ts';
import { documentSymbols } from '../../language-server/editor/outline.ts';
import { selectionRanges } from '../../language-server/editor/selection.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../language-server/editor/semantic-tokens.ts';
import { workspaceSymbols } from '../../language-server/editor/workspace-symbols.ts';
import { dedent } from '../support/fixture.ts';
import { marked } from '../support/marked.ts';

const FILE = 'model.zones';

/** The outline as indented lines: `name: detail`. */
function outline(fixture: string): string {
  const { workspace } = marked(fixture);
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? `: ${detail}` : ''}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(documentSymbols(workspace, FILE), '').join('\n');
}

describe('the outline', () => {
  test('nests zones, assets, conduits and flows, with what they are', () => {
    const text = outline(`
      system s "Site"
      zone a "Control" : control {
        sl-t 2 { RDF 3 }
        asset x "SCADA" : scada-server
        zone n : cell { asset p : plc }
        conduit in between a and n { flow x -> p : s7comm }
        flow x <-> p : rdp "help"
      }
      conduit c "Data" between a and b { sl-t 1 }
      conduit r "Ring" between a, a.n and b {
        asset sw "Switch" : managed-switch
        flow p -> sw : ssh
      }
      risk R-1 "Ransom" on a, c { likelihood likely }
    `);
    expect(text).toBe(
      dedent(`
        s: Site
        a: Control · control · SL-T { 2 2 2 2 3 2 2 }
          x: SCADA · scada-server
          n: cell
            p: plc
          in: a — n
            x → p: s7comm
          x ↔ p: help · rdp
        c: Data · a — b · SL-T 1
        r: Ring · a — a.n — b
          sw: Switch · managed-switch
          p → sw: ssh
        R-1: Ransom · a, c
      `),
    );
  });

  test('shows the library’s declarations too', () => {
    const text = outline(`
      catalog c "Own" { control A-1 "USB" sl 2 { } }
      asset-type t "House PLC" extends plc
      reference-model m { kind k "Kind" rank 1 { level 1, 2 } }
      profile p { SR 1.1, SR 1.2 }
      protocol q "Q"
    `);
    expect(text).toBe(
      'c: Own\n  A-1: USB · SL 2\nt: House PLC · extends plc\nm\n  k: Kind · level 1, 2\np: 2 controls\nq: Q',
    );
  });

  test('has ranges that hold the names, also while the text is broken', () => {
    const check = (symbols: readonly DocumentSymbol[]): void => {
      for (const { name, range, selectionRange, children = [] } of symbols) {
        expect(name).not.toBe('');
        const offset = ({ line, character }: typeof range.start) => line * 1000 + character;
        expect(offset(range.start)).toBeLessThanOrEqual(offset(selectionRange.start));
        expect(offset(selectionRange.end)).toBeLessThanOrEqual(offset(range.end));
        check(children);
      }
    };
    for (const fixture of [
      'zone a {\n  asset\n  zone {\n  flow x ->\n}',
      'zone a : {\n asset x : \n}',
      'zone\nconduit c between a and\nasset-type',
      'catalog c { control }\nsystem',
    ]) {
      check(documentSymbols(marked(fixture).workspace, FILE));
    }
    expect(outline('zone a {\n  asset x : plc {\n    vendor\n  }\n  asset y : plc\n}')).toContain('y: plc');
  });
});

describe('symbols of the workspace', () => {
  const { workspace } = marked(
    '--- a.zones\nsystem s\nzone control { zone cell { asset plc-101 : plc } }\n--- b.zones\nsystem s\nasset-type plant-plc extends plc',
  );
  const found = (query: string) =>
    workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} in ${containerName}`);

  test('are found by letters in their order, with where they stand', () => {
    expect(found('p1')).toEqual(['plc-101 in s › control.cell']);
    expect(found('PLC').sort()).toEqual(['plant-plc in asset type', 'plc-101 in s › control.cell']);
  });

  test('are found by title, type, kind, address and network, which their name then shows', () => {
    const plant = marked(
      `system s "River works"
zone line "Filling line" : cell {
  network "10.0.5.0/24"
  asset p-1 "Press" : plc { address "10.0.5.11", "fe80::1" }
  asset h-1 "Panel" : hmi-panel { address "10.0.5.12" }
}
zone office : enterprise
conduit c "Orders" between line and office
risk r "Ransomware" on line
asset-type house-box "Valve island" extends plc
catalog own { control A-1 "USB kiosk" }`,
    ).workspace;
    const names = (query: string) => workspaceSymbols(plant, query).map(({ name }) => name);
    expect(names('press')).toEqual(['p-1 · Press']);
    expect(names('FILLING')).toEqual(['line · Filling line']);
    expect(names('orders')).toEqual(['c · Orders']);
    expect(names('ransom')).toEqual(['r · Ransomware']);
    expect(names('river')).toEqual(['s · River works']);
    expect(names('valve')).toEqual(['house-box · Valve island']);
    expect(names('kiosk')).toEqual(['A-1 · USB kiosk']);
    expect(names('hmi-panel')).toEqual(['h-1 · hmi-panel']);
    expect(names('programmable')).toEqual(['p-1 · Programmable logic controller']);
    expect(names('enterprise')).toEqual(['office · enterprise']);
    expect(names('10.0.5.1')).toEqual(['p-1 · 10.0.5.11', 'h-1 · 10.0.5.12']);
    expect(names('10.0.5.0')).toEqual(['line · 10.0.5.0/24']);
    // Each word somewhere; what the name has is not shown again.
    expect(names('press plc')).toEqual(['p-1 · Press · plc']);
    expect(names('p-1 press')).toEqual(['p-1 · Press']);
    expect(names('press zzz')).toEqual([]);
    // By the name before all else: its letters may stand apart, those of other texts may not.
    expect(names('l')[0]).toBe('line');
    expect(names('prss')).toEqual([]);
    expect(names('')).toContain('office');
  });

  test('are those of the workspace, not of the library', () => {
    expect(found('firewall')).toEqual([]);
    expect(found('zzz')).toEqual([]);
  });
});

describe('folding', () => {
  /** The folded lines as `first-last`, comments marked. */
  const folds = (text: string) =>
    foldingRanges(marked(text).workspace, FILE)
      .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === 'comment' ? ' comment' : ''}`)
      .sort();

  test('blocks keep their last line, so that the brace stays visible', () => {
    expect(folds('zone a {\n  sl-t 2\n  zone b {\n    sl-t 1\n  }\n}')).toEqual(['0-4', '2-3']);
  });

  test('text blocks, comments, and line comments that follow each other', () => {
    expect(folds('/**\n * doc\n */\nzone a {\n  description """\n    x\n    """\n}')).toEqual([
      '0-2 comment',
      '3-6',
      '4-6',
    ]);
    expect(folds('// one\n// two\n// three\nzone a { }\n// alone')).toEqual(['0-2 comment']);
  });

  test('no braces in texts and comments; nothing on one line', () => {
    expect(folds('zone a { owner "{" } // {\n/* { */\nzone b { }')).toEqual([]);
  });

  test('of a broken text what is closed', () => {
    expect(folds('zone a {\n  zone b {\n    sl-t 1\n  }\n')).toEqual(['1-2']);
  });
});

describe('expanding the selection', () => {
  /** The texts that are selected one after the other. */
  function selections(fixture: string): string[] {
    const { workspace, uri, position, texts } = marked(fixture);
    const lines = texts.get(uri)!.split('\n');
    const found: string[] = [];
    let next: SelectionRange | undefined = selectionRanges(workspace, uri, [position])[0];
    for (; next; next = next.parent) {
      const { start, end } = next.range;
      const part = lines.slice(start.line, end.line + 1);
      part[part.length - 1] = part.at(-1)!.slice(0, end.character);
      part[0] = part[0]!.slice(start.character);
      found.push(part.join('\n'));
    }
    return found;
  }

  test('goes from the word to its line, the block, its declaration, the file', () => {
    expect(selections('zone a {\n  asset x : pl|c\n}\nzone b { }')).toEqual([
      'plc',
      'asset x : plc',
      '\n  asset x : plc\n',
      'zone a {\n  asset x : plc\n}',
      'zone a {\n  asset x : plc\n}\nzone b { }',
    ]);
  });

  test('takes a requirement and a text as one word', () => {
    expect(selections('zone a { implements SR 1.|1 RE(1) }')[0]).toBe('SR 1.1 RE(1)');
    expect(selections('zone a { owner "City of| X" }')[0]).toBe('"City of X"');
  });
});

describe('semantic tokens', () => {
  /** The tokens as `text:type`, declarations with a `!`. */
  function tokens(fixture: string): string {
    const { workspace, texts } = marked(fixture);
    const lines = texts.get(FILE)!.split('\n');
    const { data } = semanticTokens(workspace, FILE);
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
      line += down;
      character = down > 0 ? right : character + right;
      const text = lines[line]!.slice(character, character + length);
      found.push(`${text}:${SEMANTIC_TOKENS_LEGEND.tokenTypes[type]}${modifiers === 1 ? '!' : ''}`);
    }
    return found.join(' ');
  }

  test('names by what they mean, keywords used as names among them', () => {
    expect(
      tokens(
        'system s\nzone control : control {\n  asset owner : plc\n  implements SR 1.1, p by owner\n}\nprofile p { }',
      ),
    ).toBe(
      's:namespace! control:namespace! control:type owner:variable! plc:class SR 1.1:enumMember p:enumMember owner:variable p:enumMember!',
    );
  });

  test('paths segment by segment', () => {
    expect(tokens('zone a { flow a.n.x -> y : rdp }')).toBe(
      'a:namespace! a:namespace n:namespace x:variable y:variable rdp:method',
    );
  });

  test('what a path leads to: a conduit before its equipment, a zone at the end of a flow, a conduit with a risk', () => {
    const found = tokens(
      'zone z { conduit ring between a and b { asset sw : hub  flow z.ring.sw -> a : ssh } }\nzone a { }\nzone b { }\nconduit k between a and b { via ring.sw }\nrisk r on k, a',
    );
    expect(found).toContain('z:namespace ring:interface sw:variable a:namespace ssh:method');
    expect(found).toContain('k:interface! a:namespace b:namespace ring:interface sw:variable');
    expect(found).toMatch(/r:event! k:interface a:namespace$/);
  });

  test('come in the order of the text, without overlap', () => {
    const { workspace } = marked(
      'zone b { asset x : plc }\nconduit c between a.b and b { flow b.x -> a : rdp }\nzone a { }',
    );
    const { data } = semanticTokens(workspace, FILE);
    for (let i = 5; i < data.length; i += 5) {
      expect(data[i]! > 0 || data[i + 1]! >= data[i - 3]!).toBe(true);
    }
  });
});
