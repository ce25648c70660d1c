import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import type { Source } from '../../language-server/core/engine/entry.ts';
import { resolveCompletion } from '../../language-server/editor/completion/resolve.ts';
import { hover } from '../../language-server/editor/hover/index.ts';
import { documentation, literal } from '../../language-server/editor/hover/markdown.ts';
import { lineStartsOf, positionAt } from '../../language-server/language/source-file.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';
import { HOSTILE } from '../support/hostile.ts';
import { itemsAt, marked } from '../support/marked.ts';

const HERE: Source = { file: 'file:///w/plant/a.zones', position: 0, system: '', library: false };

/** Asserts that nothing is fetched and that what is linked is a page, a file of the folder or a page of ours. */
function expectTame(markdown: string): void {
  const shown = markdown.replace(/`[^`\n]*`/g, '');
  expect(shown).not.toMatch(/(?<!\\)!\[/);
  expect(shown).not.toMatch(/(?<!\\)\]:/);
  expect(shown).not.toMatch(/<[a-z/!?]/i);
  for (const [, target] of shown.matchAll(/(?<!\\)\]\(([^)\s]*)/g)) {
    expect(target).toMatch(/^(https?:\/\/|file:\/\/\/w\/plant\/(?!.*\.\.)|zones-library:\/)/);
  }
  for (const [scheme] of shown.matchAll(/[a-z][a-z0-9+.-]*:\/\//gi)) expect(scheme).toMatch(/^(https?|file):\/\/$/i);
  expect(markdown).not.toMatch(/[^\P{Cc}\t\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u);
}

test.each([
  ['**Pump** with `a <- b`, see [norm](https://x.example/a_(b)?c=1 "t").', undefined],
  ['See [plan](docs/plan.pdf) and [it](../it.md).', 'See [plan](file:///w/plant/docs/plan.pdf) and [it] (../it.md).'],
  ['[a](café.md#über)', '[a](file:///w/plant/caf%C3%A9.md#%C3%BCber)'],
  ['[a](docs/a(b)/../../../c)', '[a] (docs/a(b)/../../../c)'],
  ['[a](/etc/passwd) [b](//h.example/x) [c](x:y)', '[a] (/etc/passwd) [b] (//h.example/x) [c] (x:y)'],
  ['![a](https://h.example/a.png)', '! [a](https://h.example/a.png)'],
  ['\\![a][b]\n\n[b]: https://h.example/a.png', '\\! [a][b]\n\n[b] : https://h.example/a.png'],
  ['[![a](b)](c)', '[! [a](file:///w/plant/b)](file:///w/plant/c)'],
  ['a <img src="https://h.example/a.png"> </b> <!-- c -->', 'a < img src="https://h.example/a.png"> < /b> < !-- c -->'],
  ['<https://h.example/> <file:///etc/passwd>', ' https://h.example/  < file: ///etc/passwd>'],
  ['ftp://h.example/ and command:x', 'ftp: //h.example/ and command:x'],
  ['a\u202eb', 'a·b'],
])('a comment before a declaration: %s', (written, shown = written) => {
  expect(documentation(written, HERE)).toBe(shown);
});

test('a file that is on no disk, or the library, has no files beside it', () => {
  for (const file of ['untitled:Untitled-1', 'zones-library:/a.zones']) {
    expect(documentation('[a](b.md)', { ...HERE, file })).toBe('[a] (b.md)');
  }
  expect(documentation('[a](b.md)')).toBe('[a] (b.md)');
  expect(documentation(undefined)).toBeUndefined();
});

/** A text with NUL in it is no model, of which nothing is shown. */
const readable = (text: string): string => text.replaceAll('\0', '');

describe.each(HOSTILE.map((text) => [JSON.stringify(text), readable(text)] as const))('%s', (_, text) => {
  test('in a comment and in a title', () => {
    expectTame(documentation(text, HERE)!);
    expectTame(`http://x.example/ ${literal(text)}`);
  });

  test('in whatever is hovered over or completed', () => {
    const title = `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
    const doc = `/** ${text.replaceAll('*/', '')} */`;
    const model = `${doc}
system s ${title} { owner ${title} description ${title} }
${doc}
zone a ${title} : control { sl-t 1 owner ${title} description ${title}
  implements C-1 evidence ${title}
  excludes SR 1.6 because ${title}
  ${doc}
  asset x ${title} : t { vendor ${title} description ${title} }
}
${doc}
conduit k ${title} between a and a { flow x -> x : p ${title} }
${doc}
risk r ${title} on a { threat ${title} consequence ${title} likelihood high impact high }
${doc}
asset-type t ${title} extends plc { description ${title} }
${doc}
protocol p ${title} { port tcp 1 }
${doc}
profile q ${title} { SR 1.1 }
${doc}
catalog c ${title} { ${doc} control C-1 ${title} { guidance ${title} } }
${doc}
reference-model m ${title} { ${doc} kind n ${title} { rank 1 } }
`;
    const uri = HERE.file;
    const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
    workspace.update([{ uri, text: model }]);
    const starts = lineStartsOf(model);
    const shown = new Set<string>();
    for (const { index } of model.matchAll(/[\p{L}\p{N}:>-]+|"/gu)) {
      const found = hover(workspace, uri, positionAt(starts, index));
      if (found) shown.add((found.contents as MarkupContent).value);
    }
    expect(shown.size).toBeGreaterThan(15);
    for (const value of shown) expectTame(value);
    const fixture = `${doc}\nasset-type t ${title} extends plc\nzone b { asset y : t| }`;
    const item = itemsAt(fixture).find(({ label }) => label === 't')!;
    const { value } = resolveCompletion(marked(fixture).workspace, item).documentation as MarkupContent;
    expectTame(value);
  });
});
