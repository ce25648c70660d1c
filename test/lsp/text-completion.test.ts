import { describe, expect, test } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { folderOf, textAt, textCompletion } from '../../language-server/editor/completion/texts.ts';
import type { FolderEntry } from '../../language-server/editor/feature.ts';
import { applyEdits } from '../support/edits.ts';
import { marked } from '../support/marked.ts';

const FILES: readonly FolderEntry[] = [
  { name: 'docs', isFolder: true },
  { name: 'iam policy.v2.md', isFolder: false },
  { name: 'plan.pdf', isFolder: false },
];

/** What is offered in the text at the cursor, the first offered first. */
function itemsIn(fixture: string, entries: readonly FolderEntry[] = []): CompletionItem[] {
  const { workspace, uri, position } = marked(fixture);
  const text = textAt(workspace, uri, position);
  return (text && textCompletion(workspace, uri, position, text, entries)?.items) ?? [];
}

const labelsIn = (fixture: string, entries?: readonly FolderEntry[]) =>
  itemsIn(fixture, entries).map(({ label }) => label);

/** The text after an item has been accepted. */
function accepted(fixture: string, label: string, entries?: readonly FolderEntry[]): string {
  const { uri, texts } = marked(fixture);
  const item = itemsIn(fixture, entries).find((candidate) => candidate.label === label)!;
  return applyEdits(texts.get(uri)!, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
}

const MODEL = `--- used.zones
system plant { owner "IT"  implements SR 1.3 evidence "TR-12" }
zone a { owner "OT engineering"  policy "P1", "P2"  boundary logical "FW 1"
  asset x : plc { owner "OT engineering"  vendor "Acme"  product "W\\\\9"  version "1.0" }
  asset y : plc { vendor "Acme, Inc."  version "2.0" }
  asset z : plc { vendor "Acme"  version "2.0" }
  accepts SR 2.4 until 2027-06-30 because "so" by "Manager"
}
risk r on a { threat "Ransomware" }
--- plant.zones
`;

describe('texts that the model has', () => {
  test.each([
    ['zone b { owner "|" }', ['OT engineering', 'IT']],
    ['zone b { policy "P2", "|" }', ['P2', 'P1']],
    ['zone b { boundary logical "|" }', ['FW 1']],
    ['zone b { asset q : plc { vendor "|" } }', ['Acme', 'Acme, Inc.']],
    ['zone b { asset q : plc { version "|" } }', ['2.0', '1.0']],
    ['zone b { asset q : plc { product "|" } }', ['W\\\\9']],
    ['asset-type t extends plc { vendor "|" }', ['Acme', 'Acme, Inc.']],
    ['risk s on b { threat "|" }', ['Ransomware']],
    ['zone b { implements SR 1.1 evidence "|" }', ['TR-12']],
    ['zone b { accepts SR 2.4 until 2027-06-30 because "x" by "|" }', ['Manager']],
    ['zone b { accepts SR 2.4 until 2027-06-30 because "|" }', ['so']],
    ['countermeasure c { evidence "|" }', ['TR-12']],
    ['system s { approval on 2026-01-01 by "|" }', ['Manager']],
    ['policy p { owner "|" }', ['OT engineering', 'IT']],
  ])('are offered where the same is said, the most used first: %s', (text, labels) => {
    expect(labelsIn(MODEL + text)).toEqual(labels);
  });

  test.each([
    ['zone b "|" { }', 'a title'],
    ['zone b { asset owner "|" : plc }', 'the title of what is called so'],
    ['zone b { description "|" }', 'what is said once'],
    ['zone b { asset q : plc { address "|" } }', 'what is another one each time'],
    ['zone b { owner """|""" }', 'a text block'],
    ['zone b { owner | }', 'outside of quotes'],
    ['zone b { // owner "|"\n }', 'a comment'],
    ['zone b { owner "IT" | }', 'behind a text'],
  ])('and nothing in %s (%s)', (text) => {
    expect(labelsIn(MODEL + text, FILES)).toEqual([]);
  });

  test('a text that stands nowhere else is not offered where it stands', () => {
    expect(labelsIn(`${MODEL}zone b { owner "Mine|" }`)).toEqual([]);
    expect(labelsIn(`${MODEL}zone b { owner "IT|" }`)).toEqual(['IT']);
  });

  test.each([
    ['zone b { owner "|" }', 'IT', 'zone b { owner "IT" }'],
    ['zone b { owner "o|x" }', 'OT engineering', 'zone b { owner "OT engineering" }'],
    // What is typed up to a space, comma or full stop is no more asked about, and stays what it is.
    ['zone b { owner "OT e| x" }', 'OT engineering', 'zone b { owner "OT engineering" }'],
    ['zone b { owner "ot e|" }', 'OT engineering', 'zone b { owner "OT engineering" }'],
    ['zone b { asset q : plc { vendor "Acme, |" } }', 'Acme, Inc.', 'zone b { asset q : plc { vendor "Acme, Inc." } }'],
    // Where the end is missing, what follows is no part of the text.
    ['zone b { owner "I|  sl-t 1\n}', 'IT', 'zone b { owner "IT  sl-t 1\n}'],
    ['zone b { asset q : plc { product "|" } }', 'W\\\\9', 'zone b { asset q : plc { product "W\\\\9" } }'],
  ])('take the place of all that is between the quotes: %s', (text, label, expected) => {
    expect(accepted(MODEL + text, label)).toBe(expected);
  });

  test('a place past the end of the text is that end', () => {
    const { workspace, uri, texts } = marked(`${MODEL}zone b { owner "|`);
    const past = { line: 99, character: 2 };
    const items = textCompletion(workspace, uri, past, textAt(workspace, uri, past)!, [])!.items;
    const lines = texts.get(uri)!.split('\n');
    const end = { line: lines.length - 1, character: lines.at(-1)!.length };
    expect(items.length).toBeGreaterThan(0);
    for (const { textEdit } of items) expect(textEdit).toMatchObject({ range: { start: end, end } });
  });

  test('no item is filtered by a character after which an editor asks anew', () => {
    for (const { filterText } of itemsIn(
      `${MODEL}zone b { implements SR 1.1 evidence "|" asset x { vendor "|" } }`,
      FILES,
    ))
      expect(filterText).not.toMatch(/[\s:.,(>"/]/);
  });
});

describe('files', () => {
  const model = (text: string) => `zone b { implements SR 1.1 evidence "${text}" }`;

  test.each([
    ['|', ''],
    ['do|cs/iam.md', ''],
    ['docs/|iam.md', 'docs/'],
    ['docs/a/|', 'docs/a/'],
    ['../|', '../'],
    ['https://x.example/|', undefined],
  ])('of the folder that is written are due in "%s"', (text, folder) => {
    const { workspace, uri, position } = marked(model(text));
    expect(folderOf(textAt(workspace, uri, position)!)).toBe(folder);
  });

  test('that are models are no evidence', () => {
    const files = [
      { name: 'north.zones', isFolder: true },
      { name: 'iam.md', isFolder: false },
      { name: 'plant.zones', isFolder: false },
    ];
    expect(labelsIn(model('|'), files)).toEqual(['north.zones/', 'iam.md']);
  });

  test('are due in evidence only', () => {
    const { workspace, uri, position } = marked('zone b { owner "|" }');
    expect(folderOf(textAt(workspace, uri, position)!)).toBeUndefined();
  });

  test.each([
    ['|', 'docs/', 'docs/'],
    ['d|', 'docs/', 'docs/'],
    ['d|x/iam.md', 'docs/', 'docs/iam.md'],
    ['a/|old.md', 'plan.pdf', 'a/plan.pdf'],
    ['a/iam pol|', 'iam policy.v2.md', 'a/iam policy.v2.md'],
  ])('are written folder by folder: "%s"', (text, label, expected) => {
    expect(accepted(model(text), label, FILES)).toBe(model(expected));
    const item = itemsIn(model(text), FILES).find((candidate) => candidate.label === label)!;
    // A folder goes on with what is in it.
    expect((item.data as { more?: boolean } | undefined)?.more).toBe(label.endsWith('/') || undefined);
  });

  test('stand behind what the model names as evidence', () => {
    expect(labelsIn(`zone a { implements SR 1.2 evidence "plan.pdf" }\n${model('|')}`, FILES)).toEqual([
      'plan.pdf',
      'docs/',
      'iam policy.v2.md',
    ]);
  });
});
