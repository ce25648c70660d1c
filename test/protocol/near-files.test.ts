import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionList, DocumentLink } from 'vscode-languageserver-protocol';
import { createDisk, type Disk } from '../support/disk.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

describe('files that a model names', () => {
  let disk: Disk;
  let client: LspClient;
  beforeEach(async () => {
    disk = createDisk();
    disk.write('outside.md', '');
    disk.write('secret/s.md', '');
    disk.write('plant/docs/iam.md', '');
    disk.write('plant/docs/a b.pdf', '');
    disk.write('plant/.git/config.md', '');
    disk.write('plant/node_modules/n.md', '');
    disk.write('plant/area/plan.md', '');
    disk.write('plant/area/a.zones', '');
    disk.link('secret', 'plant/docs/out');
    disk.link('outside.md', 'plant/docs/link.md');
    disk.link('plant/docs/iam.md', 'plant/docs/inner.md');
    client = await startClient([disk.uri('plant')]);
  });
  afterEach(async () => {
    await client.stop();
    disk.removeAll();
  });

  const model = (evidence: string) => `zone a : control {\n  implements SR 1.1 evidence ${evidence}\n}\n`;

  async function open(text: string): Promise<string> {
    const uri = disk.uri('plant/area/a.zones');
    await client.open(uri, text);
    return uri;
  }

  /** The target of each link, by the text that it stands on. */
  async function links(text: string): Promise<Record<string, string>> {
    const uri = await open(text);
    const found = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    client.close(uri);
    const lines = text.split('\n');
    return Object.fromEntries(
      found.map(({ range: { start, end }, target }) => [
        lines[start.line]!.slice(start.character, end.character),
        target!,
      ]),
    );
  }

  async function completed(text: string, trigger?: string): Promise<string[] | undefined> {
    const uri = await open(model(`"${text}"`));
    const position = { line: 1, character: '  implements SR 1.1 evidence "'.length + text.length };
    const context = trigger ? { triggerKind: 2, triggerCharacter: trigger } : { triggerKind: 1 };
    const params = { textDocument: { uri }, position, context };
    const list = await client.request<CompletionList | null>('textDocument/completion', params);
    client.close(uri);
    return list?.items.map(({ label }) => label);
  }

  it('are links where the record names documents and evidence, but for the number of the record itself', async () => {
    const text = `system plant {
  document "docs/iam.md"
  assessment initial on 2026-01-01 by "x" evidence "../docs/a b.pdf"
}
policy p { document "../docs/iam.md" }
regulation r { document "https://x.example/law" }
countermeasure c { evidence "plan.md" }
`;
    expect(await links(text)).toEqual({
      '../docs/a b.pdf': disk.uri('plant/docs/a b.pdf'),
      '../docs/iam.md': disk.uri('plant/docs/iam.md'),
      'https://x.example/law': 'https://x.example/law',
      'plan.md': disk.uri('plant/area/plan.md'),
    });
  });

  it('are links relative to the file, and so are addresses', async () => {
    const page = 'https://example.org/a?b=c';
    expect(await links(model(`"plan.md", "../docs/iam.md", "../docs/a b.pdf#page=2", "${page}"`))).toEqual({
      'plan.md': disk.uri('plant/area/plan.md'),
      '../docs/iam.md': disk.uri('plant/docs/iam.md'),
      '../docs/a b.pdf#page=2': `${disk.uri('plant/docs/a b.pdf')}#page=2`,
      [page]: page,
    });
  });

  it('are links where a name is written with escapes', async () => {
    disk.write('plant/docs/the "iam".md', '');
    expect(await links(model(String.raw`"../docs/the \"iam\".md"`))).toEqual({
      '../docs/the \\"iam\\".md': disk.uri('plant/docs/the "iam".md'),
    });
  });

  it('are links from each statement, that of an asset and of the system too', async () => {
    const own = 'implements SR 1.3 evidence "plan.md"';
    const text = `system s {\n ${own}\n}\nzone z {\n asset x : plc {\n  ${own}\n }\n}\nconduit c between z and z {\n ${own}\n}\n`;
    const uri = await open(text);
    expect(await client.request('textDocument/documentLink', { textDocument: { uri } })).toHaveLength(3);
  });

  it('are no links where they lead out of the folder, are not there, or are no files', async () => {
    const names = [
      '../../outside.md',
      '../docs/link.md',
      '../docs/out/s.md',
      '../docs',
      'gone.md',
      disk.at('outside.md'),
    ];
    const others = [
      'TR-12',
      'file:///etc/passwd',
      'javascript:alert(1)/x.md',
      'command:a/b',
      '//host/x.md',
      'a\u0000/b.md',
    ];
    expect(
      await links(
        model(
          [...names, ...others]
            .map((name) => `"${name}"`)
            .join(', ')
            .replace('\u0000', '%00'),
        ),
      ),
    ).toEqual({});
    expect(Object.keys(await links(model('"../docs/inner.md"')))).toEqual(['../docs/inner.md']);
  });

  it('are completed folder by folder, never out of the folder', async () => {
    expect(await completed('')).toEqual(['plan.md']);
    expect(await completed('', '"')).toEqual(['plan.md']);
    expect(await completed('../')).toEqual(['area/', 'docs/']);
    expect(await completed('../docs/', '/')).toEqual(['a b.pdf', 'iam.md', 'inner.md']);
    expect(await completed('../docs/i')).toEqual(['iam.md', 'inner.md']);
    for (const outside of ['../../', '../docs/out/', '../.git/', '../node_modules/', '/', `${disk.path}/`, 'gone/'])
      expect(await completed(outside), outside).toEqual([]);
  });

  it('are not completed because of a character that is part of the text', async () => {
    for (const trigger of [' ', '.', ',', ':', '(', '>'])
      expect(await completed(`x${trigger}`, trigger)).toBeUndefined();
    const uri = await open('zone a { } //');
    const params = { textDocument: { uri }, position: { line: 0, character: 13 } };
    for (const triggerCharacter of ['/', '"'])
      expect(
        await client.request('textDocument/completion', { ...params, context: { triggerKind: 2, triggerCharacter } }),
      ).toBeNull();
  });
});
