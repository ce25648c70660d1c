import type { OpenFile } from '../../core/exchange/sheet.ts';
import { type LaidOut, layOut } from '../laid-out.ts';
import { type FileSource, headOf, Unreadable } from '../source.ts';
import { encodingOf, textOf } from '../text.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What Zeek has seen: `known_hosts`, `known_services` and `known_devices`, as text or JSON, the hosts put together. */
export async function readZeek(source: FileSource): Promise<OpenFile> {
  const encoding = await encodingOf(source, await headOf(source, 4096));
  const hosts = new Map<
    string,
    { address?: string; mac?: string; hostname?: string; ports: Set<string>; services: Set<string> }
  >();
  for await (const entry of entriesOf(textOf(source, encoding))) {
    const address = word(entry, 'host', 'host_ip', 'ip');
    const mac = word(entry, 'mac', 'orig_l2_addr');
    const key = address ?? mac;
    if (key === undefined) continue;
    const host = hosts.get(key) ?? { ports: new Set(), services: new Set() };
    hosts.set(key, host);
    host.address ??= address;
    host.mac ??= mac;
    host.hostname ??= word(entry, 'dhcp_host_name', 'host_name');
    const port = word(entry, 'port_num');
    if (port !== undefined) host.ports.add(`${port}/${word(entry, 'port_proto') ?? 'tcp'}`);
  }
  if (hosts.size === 0) {
    throw new Unreadable('It has no hosts in it: known_hosts.log, known_services.log and known_devices.log are read.');
  }
  const rows = [...hosts.values()].map(
    ({ address, mac, hostname, ports }): LaidOut => ({
      address,
      mac,
      hostname,
      ports: ports.size > 0 ? [...ports] : undefined,
    }),
  );
  return { format: 'zeek', sheets: [layOut('assets', rows)] };
}

function word(entry: Entry, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const value = entry[field];
    if (value !== undefined && value !== null && value !== '' && value !== '-' && value !== '(empty)')
      return String(value);
  }
  return undefined;
}

/** Entries of a log: lines of JSON, or of columns that `#fields` names. */
async function* entriesOf(text: AsyncIterable<string>): AsyncGenerator<Entry> {
  let separator = '\t';
  let fields: readonly string[] = [];
  for await (const line of linesOf(text)) {
    if (line.startsWith('{')) {
      const entry = parsed(line);
      if (entry) yield entry;
    } else if (line.startsWith('#')) {
      const told = /^#separator\s+(?:\\x([\da-f]{2})|(\S+))/i.exec(line);
      if (told) separator = told[1] ? String.fromCharCode(Number.parseInt(told[1], 16)) : told[2]!;
      if (line.startsWith('#fields')) fields = line.split(separator).slice(1);
    } else if (fields.length > 0) {
      const cells = line.split(separator);
      yield Object.fromEntries(fields.map((field, i) => [field, cells[i]]));
    }
  }
}

function parsed(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const lines = (rest + part).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
