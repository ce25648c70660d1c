import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'zones-half-typed-'));
const uri = URI.file(join(folder, 'a.zones')).toString();
const TEXT = `system plant { rule zone-boundary off  rule zone-record off  rule asset-criticality off  rule isolated-zone off  rule missing-focus off }
zone control : control { // everything is missed here
  owner "OT"
  sl-t { IAC 1 }
  network "10.0.0.0/24"
  asset plc-1 : plc { address "10.9.0.1" }
  asset pc-1 : plcc
}
zone line : cell { sl-t 0 }
`;
let client: LspClient;
let version = 1;

beforeAll(async () => {
  client = await startClient([URI.file(folder).toString()]);
  await client.open(uri, TEXT);
});
beforeEach(() => typed(TEXT));
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** The findings with the text that each marks. */
function shown(text: string): string[] {
  const lines = text.split('\n');
  return client
    .diagnostics(uri)!
    .map(({ code, range }) => `${code}: ${lines[range.start.line]!.slice(range.start.character, range.end.character)}`);
}

async function typed(text: string): Promise<string[]> {
  const textDocument = { uri, version: ++version };
  await client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  await client.settled(uri);
  return shown(text);
}

const WHOLE = [
  'missing-control: control',
  'address-outside-network: "10.9.0.1"',
  'unresolved-reference: plcc',
  'zone-owner: line',
];

test.each([
  ['an asset above', '  network "10', '  asset x : \n  network "10'],
  ['a word', '  asset plc-1', '  ow\n  asset plc-1'],
  ['a list of statements', '  asset plc-1', '  implements SR 1.1, \n  asset plc-1'],
  ['a brace that is still open', '  asset plc-1', '  asset x : plc {\n  asset plc-1'],
])('what was found stays where it is while %s is typed, and is found anew after', async (_, at, half) => {
  expect(shown(TEXT)).toEqual(WHOLE);
  const text = TEXT.replace(at, half);
  const found = await typed(text);
  expect(found.filter((each) => !each.startsWith('syntax-error'))).toEqual(WHOLE);
  expect(found.filter((each) => each.startsWith('syntax-error')).length).toBeGreaterThan(0);
  expect(await typed(TEXT)).toEqual(WHOLE);
});

test('it stays through each key, and does not outlive what it is about', async () => {
  const line = '  asset fresh : plc { adress';
  for (let length = 1; length <= line.length; length++) {
    const found = await typed(TEXT.replace('  asset plc-1', `${line.slice(0, length)}\n  asset plc-1`));
    expect(found).toEqual(expect.arrayContaining(['missing-control: control', 'unresolved-reference: plcc']));
  }
  const without = TEXT.replace('  asset pc-1 : plcc\n', '  asset pc-\n');
  expect(await typed(without)).not.toContain('unresolved-reference: plcc');
  expect(await typed(without.replace('zone control', 'zon control'))).not.toContain('unresolved-reference: plcc');
});

test('a declaration that is taken out while it cannot be read takes its findings along', async () => {
  await typed(TEXT.replace('owner "OT"', 'owner'));
  expect(await typed(TEXT.slice(TEXT.indexOf('zone line')))).not.toContain('missing-control: control');
});

test('what is kept points to no place in another file, which may have gone', async () => {
  const other = uri.replace('a.zones', 'b.zones');
  const text = 'system plant\nzone line : cell {\n  sl-t 0\n}\n';
  await client.open(other, text);
  const duplicate = () => client.diagnostics(other)!.find(({ code }) => code === 'duplicate-name')!;
  expect(duplicate().relatedInformation!.map(({ location }) => location.uri)).toEqual([uri]);
  await client.change(other, text.replace('sl-t 0', 'sl-t 0\n  asset'));
  expect(duplicate()).toMatchObject({ range: { start: { line: 1 } } });
  expect(duplicate().relatedInformation).toBeUndefined();
  client.close(other);
});
