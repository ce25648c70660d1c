import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClientCapabilities, LSPErrorCodes, type Position } from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { promisedBy } from '../support/promised.ts';
import vscodeCapabilities from '../support/vscode-capabilities.json' with { type: 'json' };

const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

const zone = (i: number) =>
  `zone z-${i} "Zone ${i}" : cell {\n  asset x-${i} "Asset" : plc { owner "x" }\n  flow x-${i} -> z-0 : rdp\n}\n`;

const nested = (levels: number) =>
  repeated(levels, (i) => `${' '.repeat(i)}zone z-${i} : cell {\n`) + repeated(levels, () => '}\n');

/** Texts that no plant has, too large to be read or just not. */
const TEXTS: readonly (readonly [what: string, text: () => string])[] = [
  ['10 MB in one line', () => `zone a { description "${'x'.repeat(10_000_000)}" asset x : plc }`],
  ['10 MB in many declarations', () => repeated(105_000, zone)],
  ['10 MB in one declaration', () => `zone a {\n${repeated(400_000, (i) => `  asset x-${i} : plc {}\n`)}}\n`],
  ['10 MB of braces', () => '{'.repeat(10_000_000)],
  ['8 MB in as many declarations as are read', () => repeated(9_999, (i) => zone(i) + ' '.repeat(700))],
  ['8 MB in one declaration', () => `zone a {\n${repeated(330_000, (i) => `  asset x-${i} : plc\n`)}}\n`],
  ['8 MB of what is no word of the language', () => `zone a {\n${'; ? '.repeat(2_000_000)}}\n`],
  ['8 MB of comments', () => `zone a {\n${repeated(400_000, (i) => `  // no. ${i}\n`)}}\n`],
  ['2 MB of comments above a zone, as many as are read', () => `${'// x\n'.repeat(380_000)}zone a { asset x : plc }`],
  ['2 MB of comments above a word', () => `${'/* x */ '.repeat(240_000)}x`],
  ['20,000 controls in one statement', () => `zone a { asset x : plc  implements ${'SR 1.1, '.repeat(20_000)}SR 1.2 }`],
  ['25,000 lines in one zone', () => `zone a {\n${repeated(25_000, (i) => `  asset x${i}:plc\n`)}}\n`],
  [
    '20,000 misspelt names in one zone',
    () => `zone a {\n${repeated(20_000, (i) => `  flow plc-${i} -> zome-${i}\n`)}}\n`,
  ],
  ['250 levels', () => nested(250)],
  ['250 levels that are not closed', () => repeated(250, (i) => `zone z-${i} : cell {\n`)],
  ['5,000 levels', () => 'zone a {'.repeat(5_000) + '}'.repeat(5_000)],
  ['as many levels as are read', () => nested(100)],
];

describe('whatever is asked of a text is answered, be it too large to be read', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startClient(['file:///large'], { capabilities: vscodeCapabilities as ClientCapabilities });
  });
  afterAll(() => client.stop());

  it.each(TEXTS)('%s', async (what, make) => {
    const uri = `file:///large/${encodeURIComponent(what)}.zones`;
    const text = make();
    const findings = await client.open(uri, text);
    expect(findings.length).toBeGreaterThan(0);
    const errors: string[] = [];
    const ask = (method: string, params: object) =>
      client.request(method, params).catch((error: { code?: number; message?: string }) => {
        // What is no name is not renamed, and says so.
        if (/rename/i.test(method) && error.code === LSPErrorCodes.RequestFailed) return;
        errors.push(`${method}: ${error.message}`);
      });
    const methods = promisedBy(client.initialized.capabilities);
    expect(methods.length).toBeGreaterThan(15);
    const places = placesIn(text);
    for (const method of methods)
      for (const place of isOfPlace(method) ? places : places.slice(0, 1))
        await ask(method, paramsOf(method, uri, place, findings));
    expect(errors).toEqual([]);
    client.close(uri);
  });
});

/** The beginning of a text, its middle, an asset's name before that, and its end. */
function placesIn(text: string): Position[] {
  const middle = text.length >> 1;
  return [0, middle, text.lastIndexOf('asset ', middle) + 'asset '.length, text.length].map((offset) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
  });
}

const isOfPlace = (method: string): boolean =>
  !/(?:resolve|symbol|foldingRange|\/formatting|full|Content)$/i.test(method);

function paramsOf(method: string, uri: string, position: Position, findings: readonly unknown[]): object {
  const range = { start: position, end: position };
  const ranges = { positions: [position], range, ranges: [range] };
  const all = { textDocument: { uri }, position, ...ranges, newName: 'n', query: 'x', ch: '}' };
  switch (method) {
    case 'completionItem/resolve':
      return { label: 'x', data: { uri, documented: { sort: 'asset-type', name: 'plc' } } };
    case 'textDocument/references':
      return { ...all, context: { includeDeclaration: true } };
    case 'textDocument/codeAction':
      return { ...all, context: { diagnostics: findings.slice(0, 1) } };
    case 'workspace/textDocumentContent':
      return { uri: 'zones-library:/rules/missing-control.md' };
    default:
      return all;
  }
}
