import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { decode, encode } from '../../language-server/encoding.ts';
import { folderOf, zones } from '../support/cli.ts';
import { startClient } from '../support/lsp-client.ts';

const MODEL = 'zone kuehlung "K\u00fchlung \u2744" : nokind\n';
const MARKED = `\ufeff${MODEL}`;

/** Bytes that are read, with the text that they are. */
const READ: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(MODEL),
  'UTF-8 with its mark': Buffer.from(MARKED),
  'UTF-16 in little endian': Buffer.from(MARKED, 'utf16le'),
  'UTF-16 in big endian': Buffer.from(MARKED, 'utf16le').swap16(),
};

const utf32 = Buffer.concat([...MARKED].map((letter) => Buffer.from(Uint32Array.of(letter.codePointAt(0)!).buffer)));

/** Bytes that are not, with what is said of them. */
const UNREAD: readonly (readonly [what: string, bytes: Buffer, says: RegExp])[] = [
  [
    'Latin-1',
    Buffer.from('zone a "K\u00fchlung"\n', 'latin1'),
    /not in UTF-8: it seems to be in Windows-1252 or ISO 8859-1/,
  ],
  ['Windows-1252', Buffer.from([...Buffer.from('zone a "'), 0x93, 0x80, 0x94, 0x22]), /seems to be in Windows-1252/],
  ['UTF-16 without a mark', Buffer.from(MODEL, 'utf16le'), /seems to be in UTF-16 without a byte order mark/],
  ['UTF-16 cut off', READ['UTF-16 in little endian']!.subarray(0, 21), /begins as UTF-16 does/],
  ['half a surrogate pair', Buffer.from('\ufeffzone \ud800 x', 'utf16le'), /begins as UTF-16 does/],
  ['UTF-32', utf32, /seems to be in UTF-32/],
  [
    'damaged UTF-8',
    Buffer.concat([READ['UTF-8']!, READ['UTF-8']!, Buffer.from([0xc3])]),
    /but some of its bytes are not/,
  ],
  [
    'binary data',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0, 1]),
    /^This is not a text: it contains binary data\.$/,
  ],
];

describe('a model', () => {
  test.each(Object.entries(READ))('in %s is read, and comes back as it was', (_, bytes) => {
    const decoded = decode(bytes);
    if ('fault' in decoded) throw new Error(decoded.fault);
    expect(decoded.text.replace('\ufeff', '')).toBe(MODEL);
    expect(Buffer.from(encode(decoded.text, decoded.encoding))).toEqual(bytes);
  });

  test.each(UNREAD)('in %s is not, and what it seems to be is said', (_, bytes, says) => {
    const decoded = decode(bytes);
    expect(decoded).toEqual({ fault: expect.stringMatching(says) });
  });
});

test('an empty file is one in UTF-8', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});

test('check finds what is wrong in UTF-16, and names what cannot be read at its start', async () => {
  const folder = folderOf({ 'utf-8.zones': MODEL });
  writeFileSync(join(folder, 'utf-16.zones'), READ['UTF-16 in big endian']!.toString('latin1'), 'latin1');
  writeFileSync(join(folder, 'latin.zones'), UNREAD[0]![1]);
  const { code, stdout } = await zones(['check', '--format', 'json'], folder);
  const { findings } = JSON.parse(stdout) as {
    findings: { file: string; rule: string; line: number; message: string }[];
  };
  const of = (file: string) => findings.filter((finding) => finding.file === file).map(({ rule }) => rule);
  expect(code).toBe(1);
  expect(of('utf-16.zones')).toEqual(expect.arrayContaining(['unresolved-reference']));
  expect(of('latin.zones')).toEqual(['syntax-error']);
  expect(findings.find(({ file }) => file === 'latin.zones')).toMatchObject({
    range: { start: { line: 0, character: 0 } },
    message: expect.stringContaining('Windows-1252'),
  });
});

test('format writes UTF-16 back in UTF-16', async () => {
  const folder = folderOf({});
  const unformatted = MARKED.replace('zone kuehlung', 'zone   kuehlung');
  for (const [name, swap] of [
    ['little', false],
    ['big', true],
  ] as const) {
    const bytes = Buffer.from(unformatted, 'utf16le');
    writeFileSync(join(folder, `${name}.zones`), swap ? bytes.swap16() : bytes);
  }
  expect(await zones(['format'], folder)).toEqual({
    code: 0,
    stdout: 'Formatted: big.zones\nFormatted: little.zones\n',
    stderr: '',
  });
  expect(readFileSync(join(folder, 'little.zones'))).toEqual(READ['UTF-16 in little endian']);
  expect(readFileSync(join(folder, 'big.zones'))).toEqual(READ['UTF-16 in big endian']);
});

test('the server reads UTF-16 and names what it cannot read, until the file is saved in UTF-8 or open', async () => {
  const folder = folderOf({});
  const file = join(folder, 'a.zones');
  writeFileSync(file, UNREAD[0]![1]);
  writeFileSync(join(folder, 'b.zones'), READ['UTF-16 in little endian']!);
  const client = await startClient([URI.file(folder).toString()]);
  const [uri, other] = [file, join(folder, 'b.zones')].map((path) => URI.file(path).toString()) as [string, string];
  const messages = async () => {
    await client.settled(uri);
    return client.diagnostics(uri)?.map(({ message }) => message) ?? [];
  };
  expect(await messages()).toEqual([expect.stringContaining('Windows-1252')]);
  expect(client.diagnostics(other)!.map(({ code }) => code)).toContain('unresolved-reference');
  void client.open(uri, 'zone a : nokind\n');
  expect(await messages()).toContainEqual(expect.stringContaining('nokind'));
  client.close(uri);
  expect(await messages()).toEqual([expect.stringContaining('Windows-1252')]);
  writeFileSync(file, MODEL);
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  expect(await messages()).toContainEqual(expect.stringContaining('nokind'));
  await client.stop();
});
