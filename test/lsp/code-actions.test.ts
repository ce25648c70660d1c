import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { evaluateWithFixes } from '../../language-server/core/rules/frame/evaluate.ts';
import { RULE_CODES, RULES } from '../../language-server/core/rules/index.ts';
import { codeActions } from '../../language-server/editor/code-actions.ts';
import { shownFindings, toDiagnostics } from '../../language-server/editor/diagnostics.ts';
import { type EditForm, PLAIN } from '../../language-server/editor/workspace-edit.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { dedent, TODAY } from '../support/fixture.ts';

const uri = 'file:///plant.zones';

const SNIPPETS: EditForm = { snippets: true, versionOf: () => 7 };

function open(model: string, form: EditForm = PLAIN, missingControlGroup: 'zone' | 'fr' = 'fr') {
  const text = dedent(model);
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri, text }]);
  const shown = shownFindings(workspace.findingsOf(uri), missingControlGroup);
  const diagnostics = shown.flatMap((finding) => toDiagnostics(finding, missingControlGroup));
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  return {
    diagnostics,
    actions: (asked: readonly Diagnostic[], only?: string[]): CodeAction[] =>
      codeActions(workspace, { textDocument: { uri }, range, context: { diagnostics: [...asked], only } }, form),
    /** The text after an action. */
    apply: ({ edit }: CodeAction): string =>
      TextDocument.applyEdits(TextDocument.create(uri, 'zones', 0, text), edit!.changes![uri]!),
  };
}

const UNTIDY = `
  system plant {
    rule zone-owner off "x"
    rule zone-owner info "y"
  }
  zone a { sl-t 0
    allow missing-sl-t because "x"
    allow missing-control because "x"
    implements SR 1.1, SR 1.2, SR 1.1
  }
  zone b { sl-t 0
    allow missing-sl-t because "x"
  }
`;

test('of findings that a text had before it changed, none is offered', () => {
  const { diagnostics } = open('zone a { }');
  expect(diagnostics.length).toBeGreaterThan(0);
  const { diagnostics: none, actions } = open('system plant');
  expect(none).toEqual([]);
  expect(actions(diagnostics)).toEqual([]);
});

test('nor one of another finding that now begins where it did', () => {
  const { diagnostics } = open('asset a : plc');
  const { diagnostics: others, actions } = open('} }');
  const code = 'syntax-error';
  expect([diagnostics[0], others[0]]).toMatchObject([{ code }, { code }]);
  expect(others[0]!.range.start).toEqual(diagnostics[0]!.range.start);
  expect(actions(others.slice(0, 1))).not.toEqual([]);
  expect(actions(diagnostics.slice(0, 1))).toEqual([]);
});

test('of several findings at one name, what settles most comes first, once, and single controls last', () => {
  const { diagnostics, actions, apply } = open('zone a : control { sl-t { DC 1, RDF 1 } }');
  const asked = diagnostics.filter(({ range }) => range.start.character === 5);
  const offered = actions(asked);
  const titles = offered.map(({ title }) => title);
  expect(titles.slice(0, 6)).toEqual([
    'Plan all 6 missing here',
    'Implement all 6 missing here',
    'Plan all 4 of RDF',
    'Implement all 4 of RDF',
    'Plan all 2 of DC',
    'Implement all 2 of DC',
  ]);
  expect(offered[0]!.diagnostics).toHaveLength(2);
  expect(apply(offered[0]!)).toContain('plans SR 4.1, SR 4.3, SR 5.1, SR 5.2, SR 5.3, SR 5.4');
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.indexOf('Implement SR 4.1')).toBeGreaterThan(titles.findIndex((title) => title.startsWith('Add ')));
});

test('of two findings that are mended in like words, each has its own fix', () => {
  const { diagnostics, actions, apply } = open('zone a : control { sl-t { IAC 5, UC 7 } }');
  const offered = actions(diagnostics).filter(({ title }) => title === 'Change to 4');
  expect(offered.map(apply)).toEqual([
    'zone a : control { sl-t { IAC 4, UC 7 } }',
    'zone a : control { sl-t { IAC 5, UC 4 } }',
  ]);
});

test('the quick fix of the tour is offered where the tour says', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, word, title] = /Put the cursor on `(\w+)`.* choose \*([^*]+)\*/.exec(readme)!;
  const text = /```zones[^\n]*\n([\s\S]*?)```/.exec(readme)![1]!;
  const { diagnostics, actions, apply } = open(text);
  const lines = text.split('\n');
  const there = diagnostics.filter(
    ({ range: { start, end } }) => lines[start.line]!.slice(start.character, end.character) === word,
  );
  const fix = actions(there).find((action) => action.title === title);
  const [found] = fix!.diagnostics!;
  expect(found).toMatchObject({ code: 'missing-focus' });
  expect(open(apply(fix!)).diagnostics.map(({ message }) => message)).not.toContain(found!.message);
});

test('a rule that is asked alone finds what it finds among all', () => {
  const examples = join(import.meta.dirname, '../../examples');
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.zones'));
  const texts = [UNTIDY, ...files.map((file) => readFileSync(join(examples, file), 'utf8'))];
  const found = new Set<string>();
  for (const text of texts) {
    const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
    workspace.update([{ uri, text: dedent(text) }]);
    for (const entry of workspace.files.get(uri)!.entries) {
      const ask = (codes: ReadonlySet<string>) => evaluateWithFixes(RULES, codes, entry, workspace.store.query());
      const all = ask(RULE_CODES);
      for (const code of RULE_CODES) expect(ask(new Set([code]))).toEqual(all.filter(({ rule }) => rule === code));
      for (const { rule } of all) found.add(rule);
    }
  }
  expect(found.size).toBeGreaterThan(10);
  // Whether an allowance is of use, all rules decide.
  expect(found).toContain('unused-allow');
});

describe('fix all', () => {
  test('of one rule in the file is offered beside the fix of one finding', () => {
    const { diagnostics, actions, apply } = open(UNTIDY);
    const one = diagnostics.filter(({ code }) => code === 'unused-allow').slice(0, 1);
    const offered = actions(one);
    expect(offered.map(({ title }) => title)).toEqual([
      'Remove the allowance',
      "Fix all of 'unused-allow' in this file",
      "Allow 'unused-allow' here, because …",
      "Set rule 'unused-allow' to off for this system",
    ]);
    expect(offered[1]!.kind).toBe(CodeActionKind.QuickFix);
    expect(apply(offered[1]!)).not.toContain('allow');
    expect(apply(offered[1]!)).toContain('implements SR 1.1, SR 1.2, SR 1.1');
  });

  test('is not offered where there is one finding of the rule, nor where its fixes need a choice', () => {
    const { diagnostics, actions } = open('zone a { allow missing-focus because "x" }\nzone b { }');
    expect(diagnostics.some(({ code }) => code === 'missing-sl-t')).toBe(true);
    expect(actions(diagnostics).filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
  });

  test.each([['source.fixAll'], ['source.fixAll.zones'], ['source']])('of the file answers %s', (kind) => {
    const { actions, apply } = open(UNTIDY);
    const [action, ...others] = actions([], [kind]);
    expect(others).toEqual([]);
    expect(action!.kind).toBe('source.fixAll.zones');
    expect(apply(action!)).toBe(
      dedent(`
        system plant {
          rule zone-owner info "y"
        }
        zone a { sl-t 0
          implements SR 1.1, SR 1.2
        }
        zone b { sl-t 0
        }
      `),
    );
  });

  test('of the file is not among the quick fixes, and is none where nothing can be fixed safely', () => {
    const { diagnostics, actions } = open(UNTIDY);
    expect(actions(diagnostics).map(({ kind }) => kind)).not.toContain('source.fixAll.zones');
    expect(actions(diagnostics, ['source.organizeImports'])).toEqual([]);
    expect(open('zone a { }').actions([], ['source.fixAll'])).toEqual([]);
  });
});

test('a client that takes snippets is led to what is still to be said', () => {
  const { diagnostics, actions } = open(
    'zone a "A" : external\nzone b { sl-t 0  boundary logical "$x"  safety no }',
    SNIPPETS,
  );
  const fix = actions(diagnostics).find(
    ({ title }) => title === 'Add a physical boundary, a policy and an assumption',
  )!;
  expect(fix.edit!.changes).toBeUndefined();
  const [change] = (fix.edit!.documentChanges as TextDocumentEdit[])[0]!.edits as SnippetTextEdit[];
  expect(change!.snippet.value).toMatch(
    /boundary physical "\$\{1:… \(building, room or cabinet\)\}"\n +policy "\$\{2:… \(.*\)\}"\n +assumption "\$\{3:… \(.*\)\}"/,
  );
  const nested = open('zone a : external {\n  zone b : control {\n    sl-t 0\n  }\n}', SNIPPETS);
  const inner = nested.actions(nested.diagnostics).find(({ title }) => title.startsWith('Add boundary logical'))!;
  // The editor adds the indentation of the line that the snippet begins on.
  expect(
    ((inner.edit!.documentChanges as TextDocumentEdit[])[0]!.edits as SnippetTextEdit[])[0]!.snippet.value,
  ).toMatch(/^\n {2}boundary logical "/);
  const accepting = open('zone a : control { sl-t 0  accepts SR 2.8 because "x" }', SNIPPETS);
  const until = accepting.actions(accepting.diagnostics).find(({ title }) => title === 'Add until YYYY-MM-DD')!;
  expect(
    ((until.edit!.documentChanges as TextDocumentEdit[])[0]!.edits as SnippetTextEdit[])[0]!.snippet.value,
  ).toContain(`until \${1:YYYY-MM-DD}`);
  // A fix that says all is a change like others.
  const versions = actions(diagnostics).flatMap(({ edit }) => edit!.documentChanges as TextDocumentEdit[]);
  expect(versions.length).toBeGreaterThan(1);
  expect(versions.some(({ edits }) => edits.every((change) => 'newText' in change))).toBe(true);
  // Of whatever sort, a change says of which text it is.
  expect(versions.map(({ textDocument }) => textDocument)).toEqual(versions.map(() => ({ uri, version: 7 })));
});

describe('what a zone misses, as one finding', () => {
  const model = `
    zone a "A" : control {
      sl-t { IAC 1, DC 1, RDF 1 }
      zone b { implements SR 5.1 }
    }
    conduit c between a and a.b { sl-t { DC 1, RDF 1 } }
  `;

  test('names the number of each FR, and the focus topics', () => {
    const { diagnostics } = open(model, PLAIN, 'zone');
    const missing = diagnostics.filter(({ code }) => code === 'missing-control');
    expect(missing.map(({ message }) => message)).toEqual([
      "Zone 'a' misses 16 controls of SL-T { 1 0 0 1 1 0 0 }: IAC 10, DC 2, RDF 4. The reference model asks for 'Access control' here before all else. Implement them, or state why not (plans, compensates, excludes, accepts).",
      expect.stringMatching(/^Conduit 'c' misses \d+ controls of SL-T \{ 0 0 0 1 1 0 0 \}: DC \d, RDF \d\. Implement/),
    ]);
  });

  test('offers what settles several at once, all of them first and preferred', () => {
    const { diagnostics, actions, apply } = open(model, PLAIN, 'zone');
    const offered = actions(diagnostics.filter(({ code }) => code === 'missing-control').slice(0, 1));
    expect(offered.map(({ title }) => title)).toEqual([
      'Plan all 16 missing here',
      'Implement all 16 missing here',
      'Plan all 10 of IAC',
      'Implement all 10 of IAC',
      'Plan all 4 of RDF',
      'Implement all 4 of RDF',
      'Plan all 2 of DC',
      'Implement all 2 of DC',
      "Allow 'missing-control' here, because …",
      "Set rule 'missing-control' to hint for this system",
      "Set rule 'missing-control' to off for this system",
    ]);
    expect(offered.map(({ isPreferred = false }) => isPreferred)).toEqual([true, ...Array(10).fill(false)]);
    expect(apply(offered[0]!)).toMatch(/plans SR 1\.1, SR 1\.3,[^\n]*,\n[^\n]*SR 5\.4 until YYYY-MM-DD\n/);
  });

  test('of one FR names its controls', () => {
    const { diagnostics } = open('zone a : control { sl-t { DC 1 } }', PLAIN, 'zone');
    expect(diagnostics.find(({ code }) => code === 'missing-control')?.message).toContain('2 controls of DC');
  });
});

describe('of many findings', () => {
  const many = `zone top : control {\n${Array.from({ length: 200 }, (_, i) => `  zone z${i} : cell { allow unused-conduit because "x" }\n`).join('')}}\n`;

  test('the fixes of some are offered', () => {
    const { diagnostics, actions } = open(many);
    const unused = diagnostics.filter(({ code }) => code === 'unused-allow');
    expect(unused).toHaveLength(200);
    expect(actions(unused).filter(({ title }) => title === 'Remove the allowance')).toHaveLength(50);
  });

  test('the fixes of those asked about alone are worked out', () => {
    const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
    workspace.update([{ uri, text: many }]);
    const [entry] = workspace.files.get(uri)!.entries;
    const ask = (wants?: (at: number) => boolean) =>
      evaluateWithFixes(RULES, new Set(['unused-allow']), entry!, workspace.store.query(), wants);
    const all = ask();
    const { at } = all[100]!;
    const some = ask((place) => place === at);
    expect(some).toHaveLength(all.length);
    expect(some.filter(({ fixes }) => fixes.length > 0).every((finding) => finding.at === at)).toBe(true);
    expect(all.filter(({ fixes }) => fixes.length > 0).length).toBeGreaterThan(100);
  });
});

test('an allowance that has ended is renewed in its place, and what it said stays to be read', () => {
  const line = 'allow missing-sl-t until 2026-01-01 because "the \\"May\\" assessment"';
  const { diagnostics, actions, apply } = open(`zone a : control {\n  ${line}\n}`);
  const missing = diagnostics.filter(({ code }) => code === 'missing-sl-t');
  const allow = actions(missing).find(({ title }) => title === "Allow 'missing-sl-t' here, because …")!;
  expect(apply(allow)).toBe('zone a : control {\n  allow missing-sl-t because "… (before: the May assessment)"\n}');
});
