import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import {
  type ExportFormatsResult,
  type ExportResult,
  exportFormatsMethod,
  exportMethod,
} from '../../language-server/protocol.ts';
import { changesOf } from '../support/edits.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const DMZ = `system plant "A plant"

zone dmz "Industrial DMZ" : perimeter {
  sl-t 1
  implements SR 5.1, SR 5.2
  asset fw-1 "North firewall" : firewall
}
`;

/** The position right after a piece of text. */
function endOf(text: string, piece: string): { line: number; character: number } {
  const offset = text.indexOf(piece) + piece.length;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe('the bundled server over stdio', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zones-protocol-'));
  const uri = URI.file(join(folder, 'dmz.zones')).toString();
  const closed = URI.file(join(folder, 'closed.zones')).toString();
  let client: LspClient;

  beforeAll(async () => {
    writeFileSync(join(folder, 'closed.zones'), 'system plant\nzone control : control { asset plc-1 : plcc }\n');
    client = await startClient([URI.file(folder).toString()]);
    await client.open(uri, DMZ);
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('says what it can do', () => {
    expect(client.initialized.capabilities).toMatchObject({
      hoverProvider: true,
      definitionProvider: true,
      renameProvider: { prepareProvider: true },
      workspace: { textDocumentContent: { schemes: ['zones-library'] } },
    });
  });

  it('tells what a system can be exported as, and exports it', async () => {
    const { formats } = await client.request<ExportFormatsResult>(exportFormatsMethod, undefined);
    expect(formats.map(({ id }) => id)).toEqual(['svg', 'png']);
    const params = { uri, options: {}, theme: 'light' };
    for (const { id } of formats) {
      const { system, text } = await client.request<ExportResult>(exportMethod, { ...params, format: id });
      expect(system).toBe('plant');
      expect(text).toMatch(/^<svg [\s\S]*Industrial DMZ/);
    }
    await expect(client.request(exportMethod, { ...params, format: 'tiff' })).rejects.toThrow(
      /no export format 'tiff'/,
    );
  });

  it('publishes findings, each linked to its page', () => {
    const missing = client.diagnostics(uri)!.filter(({ code }) => code === 'missing-control');
    expect(missing.map(({ message }) => [...message.matchAll(/([A-Z]+) \d+[,.]/g)].map(([, fr]) => fr))).toEqual([
      ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'],
    ]);
    expect(missing[0]!.codeDescription?.href).toBe('zones-library:/rules/missing-control.md');
    expect(missing[0]!.range).toEqual({ start: { line: 2, character: 5 }, end: { line: 2, character: 8 } });
  });

  it('publishes findings of files that are not open', () => {
    expect(client.diagnostics(closed)!.map(({ code }) => code)).toContain('unresolved-reference');
  });

  it('mends a finding by its quick fix', async () => {
    const before = client.diagnostics(uri)!;
    const finding = before.find(({ message }) => message.includes('RDF 2'))!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const all = actions.find(({ title }) => title === 'Implement all 2 of RDF')!;
    const edits = changesOf(all.edit!)[uri]!;
    expect(edits).toHaveLength(1);
    expect(edits[0]!.newText).toBe(', SR 5.3, SR 5.4');
    const lines = DMZ.split('\n');
    const { line, character } = edits[0]!.range.start;
    lines[line] = lines[line]!.slice(0, character) + edits[0]!.newText + lines[line]!.slice(character);
    const findings = await client.change(uri, lines.join('\n'));
    expect(findings.some(({ message }) => message.includes('RDF'))).toBe(false);
    expect(findings).toHaveLength(before.length);
    await client.change(uri, DMZ);
  });

  it('completes the controls that the zone misses first, and only controls', async () => {
    const text = DMZ.replace('SR 5.1, SR 5.2', 'SR 5.1, SR 5.2, ');
    await client.change(uri, text);
    const position = endOf(text, 'SR 5.2, ');
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    expect(list.items[0]).toMatchObject({ label: 'SR 1.1' });
    expect(list.items[0]!.detail).toContain('Human user identification and authentication');
    expect(list.items[0]!.detail).toMatch(/^missing · SL 1 · /);
    expect(list.items.map(({ label }) => label)).not.toContain('SR 5.1');
    expect(list.items.map(({ label }) => label)).not.toContain('asset');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', list.items[0]);
    expect(JSON.stringify(resolved.documentation)).toContain('Typically met by');
    await client.change(uri, DMZ);
  });

  it('completes asset types, those at home in the zone first', async () => {
    const text = DMZ.replace(': firewall', ': fire');
    await client.change(uri, text);
    const position = endOf(text, ': fire');
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    expect(list.items.map(({ label }) => label)).toContain('firewall');
    expect(list.items.every(({ label }) => !label.startsWith('SR'))).toBe(true);
    await client.change(uri, DMZ);
  });

  it('explains a control where it stands, and a zone by its levels', async () => {
    const control = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: endOf(DMZ, 'implements SR'),
    });
    const text = (control.contents as { value: string }).value;
    for (const part of [
      'SR 5.1 Network segmentation',
      'from SL 1',
      'implemented · required by its SL-T',
      'Pitfall',
      'RE\\(1\\)',
      'ATT&CK',
      'CSF',
    ]) {
      expect(text).toContain(part);
    }
    const zone = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: endOf(DMZ, 'zone d'),
    });
    expect((zone.contents as { value: string }).value).toContain('| SL-T | 1 | 1 | 1 | 1 | 1 | 1 | 1 |');
  });

  it('goes to the definition in the library and serves that document', async () => {
    const [location] = await client.request<[Location]>('textDocument/definition', {
      textDocument: { uri },
      position: endOf(DMZ, ': fire'),
    });
    expect(location.uri).toBe('zones-library:/asset-types.zones');
    const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', { uri: location.uri });
    expect(text.split('\n')[location.range.start.line]).toContain('asset-type firewall');
  });

  it('renames in all files, but never a name of the library', async () => {
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: endOf(DMZ, 'asset fw'),
      newName: 'fw-north',
    });
    expect(changesOf(edit)[uri]!.map(({ newText }) => newText)).toEqual(['fw-north']);
    await expect(
      client.request('textDocument/prepareRename', { textDocument: { uri }, position: endOf(DMZ, ': fire') }),
    ).rejects.toThrow(/library/);
  });

  it('outlines, folds and colours', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map(({ name }) => name)).toEqual(['plant', 'dmz']);
    expect(symbols[1]!.children!.map(({ name }) => name)).toEqual(['fw-1']);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(folds).toEqual([{ startLine: 2, endLine: 5 }]);
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
    expect(tokens.data.length).toBeGreaterThan(0);
    expect(tokens.data.length % 5).toBe(0);
  });

  it.each([
    ['an empty file', ''],
    ['a binary file', '\0\u0001\u0002ELF zone a {}'],
    ['a line of 10 MB', `zone a { owner "${'x'.repeat(10_000_000)}`],
    ['braces 5,000 deep', 'zone a {'.repeat(5000)],
    ['a cycle of names', 'profile a { b }\nprofile b { a }'],
  ])('survives %s and says where the fault is', async (_, text) => {
    const bad = URI.file(join(folder, 'bad.zones')).toString();
    const opened = client.open(bad, 'zone x : nokind { }');
    await opened;
    const findings = await client.change(bad, text);
    expect(findings.map(({ severity }) => severity)).toContain(text === '' ? 3 : 1);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: endOf(DMZ, 'zone d'),
    });
    expect((hover.contents as MarkupContent).value).toContain('Industrial DMZ');
    void client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: bad } });
  });
});
