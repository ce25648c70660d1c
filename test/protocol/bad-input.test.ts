import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const GOOD = 'file:///bad-input/good.zones';
const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

/** Texts that break parsers, each with the finding that it must get at least. */
const inputs: readonly { what: string; text: string; finds: RegExp }[] = [
  {
    what: 'a binary file',
    text: repeated(20_000, (i) => String.fromCharCode((i * 7919) % 256)),
    finds: /^This is not a text: it contains binary data/,
  },
  { what: 'bytes that are no UTF-8', text: '\ufffd'.repeat(20_000), finds: /^Expected a declaration/ },
  {
    what: 'a line of 10 MB',
    text: `zone a { description "${'x'.repeat(10_000_000)}" }`,
    finds: /^This file is over 8 MB long/,
  },
  { what: '5,000 open braces', text: '{'.repeat(5_000), finds: /nested over 100 deep/ },
  { what: '5,000 nested zones that are not closed', text: 'zone a {'.repeat(5_000), finds: /nested over 100 deep/ },
  {
    what: '5,000 nested zones that are closed',
    text: 'zone a {'.repeat(5_000) + '}'.repeat(5_000),
    finds: /nested over 100 deep/,
  },
  { what: '5,000 closing braces', text: '}'.repeat(5_000), finds: /^This '}' closes no block/ },
  {
    what: 'zones and assets that name each other',
    text: 'zone a { asset b : b }\nzone b { asset a : a }\nconduit a between a.b and b.a',
    finds: /There is no asset type 'b'/,
  },
  {
    what: 'profiles that contain each other',
    text: 'profile a { b }\nprofile b { a }\nzone z { sl-t 1  implements a }',
    finds: /^Profile 'a' contains itself/,
  },
  {
    what: 'types that extend each other',
    text: 'asset-type a extends b\nasset-type b extends a\nzone z { asset x : a }',
    finds: /^Asset type 'a' extends itself/,
  },
  {
    what: 'compensations in a ring',
    text: 'zone z { sl-t 1  compensates SR 1.1 with SR 1.2 because "x"  compensates SR 1.2 with SR 1.1 because "x" }',
    finds: /cannot be compensated/,
  },
  { what: 'Windows lines', text: 'zone a {\r\n  sl-t 9\r\n}\r\n', finds: /^A security level is/ },
  { what: 'lines that end in a carriage return', text: 'zone a {\r  sl-t 9\r}\r', finds: /^A security level is/ },
  { what: 'a byte order mark', text: '\ufeffzone a { sl-t 9 }', finds: /^A security level is/ },
  { what: 'halves of characters', text: 'zone \ud800 { owner "\udc00" }', finds: /is no name/ },
  { what: '100,000 quotes that are not closed', text: '"\n'.repeat(100_000), finds: /^Expected a declaration/ },
  {
    what: '100,000 zones with titles that are not closed',
    text: 'zone a "x {\n'.repeat(100_000),
    finds: /over 10,000 declarations/,
  },
  { what: 'a text block that is not closed', text: 'zone a { description """ \\', finds: /^This text is not closed/ },
  { what: 'a comment that is not closed', text: `zone a : external ${'/* '.repeat(10_000)}`, finds: /not closed/ },
];

describe('the server gets over', () => {
  let client: LspClient;
  let level = 9;
  beforeAll(async () => {
    client = await startClient(['file:///bad-input']);
    await client.open(GOOD, 'system good\nzone dmz : perimeter { sl-t 9 }\n');
  });
  afterAll(() => client.stop());

  /** A good file next to the bad one is still read and answered about. */
  async function expectToWork(): Promise<void> {
    const textDocument = { uri: GOOD };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(JSON.stringify(symbols)).toContain('dmz');
    // Another value each time, so that there is something new to be told.
    const found = await client.change(GOOD, `system good\nzone dmz : perimeter { sl-t ${++level} }\n`);
    expect(found.map(({ message }) => message).join()).toContain(`; ${level} is not`);
  }

  it.each(inputs)('$what', async ({ text, finds }) => {
    // A file of its own for each: nothing is published for one whose findings stay as they were.
    const uri = `file:///bad-input/bad-${++level}.zones`;
    const findings = await client.open(uri, text);
    const lines = text.split(/\r\n|\n|\r/);
    const found = findings.find(({ message }) => finds.test(message));
    expect(found, findings.map(({ message }) => message).join('\n')).toBeDefined();
    for (const { range } of findings) {
      expect(range.end.line).toBeLessThan(lines.length);
      expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]!.length);
      const isEmpty = range.start.line === range.end.line && range.start.character >= range.end.character;
      expect(isEmpty).toBe(false);
    }
    await expectToWork();
    const closed = client.nextDiagnostics(uri);
    void client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await closed).toEqual([]);
  });

  it('an empty file, which is a model that says nothing yet', async () => {
    const uri = 'file:///bad-input/empty.zones';
    void client.open(uri, '');
    await expectToWork();
    expect(client.diagnostics(uri)).toMatchObject([
      {
        severity: 3,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        message: expect.stringMatching(/^This file declares nothing yet/),
      },
    ]);
  });
});
