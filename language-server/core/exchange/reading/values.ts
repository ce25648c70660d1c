import { isIp, readAddress } from '../../model/address.ts';
import type { Criticality } from '../../model/characteristics.ts';
import { spellingOf } from '../../text/spelling.ts';

/** What people write where they know nothing. */
const BLANK =
  /^(?:[-–—?./*]+|n\s*[/.]?\s*a\.?|n\.?v\.?|k\.?\s*a\.?|none|null|nil|nan|unknown|unbekannt|undefined|tbd|tbc|keine?|leer|empty|not set|nicht (?:bekannt|vorhanden))$/i;

/** A cell without the blanks around it; nothing for what only says that nothing is known. */
export function textIn(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = unquoted(withoutMark(cell.replace(/[\u00a0\u202f\u2007\ufeff]/g, ' ').trim()));
  return text === '' || BLANK.test(text) ? undefined : text;
}

/** Quotes around all of a text, which are none of its own: not those of `"A" and "B"`. */
const QUOTED = /^(?:"([^"]+)"|'([^']+)'|[„“”]([^„“”]+)[“”]|[‚‘]([^‚‘’]+)[‘’]|[»«]([^»«]+)[«»])$/;

const unquoted = (text: string): string => {
  const found = QUOTED.exec(text);
  return found ? (found.slice(1).find((inner) => inner !== undefined) ?? '').trim() : text;
};

/** A cell of a table that Zones has written: there a zone may be named `none`, and what is not known is blank. */
export const ownTextIn = (cell = ''): string | undefined => withoutMark(cell.trim()) || undefined;

/** A text without the apostrophe that keeps spreadsheets from taking it for a formula: exports write it, people too. */
const withoutMark = (text: string): string => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');

/** The texts of a cell that has several. */
export function textsIn(cell: string): string[] {
  const separator = /[;\n\r]/.test(cell) ? /[;\n\r]+/ : /\|/.test(cell) ? /\|/ : /,(?!\d)\s*/;
  return cell.split(separator).flatMap((part) => textIn(part) ?? []);
}

/** An address of a device, or a text that is none. */
export type AddressCell =
  | { readonly address: string; readonly mac: boolean; readonly port?: number }
  | { readonly wrong: string; readonly isRange?: boolean };

const NETMASK = /^255\.\d+\.\d+\.\d+$/;
/** Also a name of one part; what begins like an IPv4 address, as `10.0.0.x` does, is a pattern and no name. */
const HOST_NAME = /^(?!\d+\.\d+\.)(?=.*[a-z])[\w-]+(\.[\w-]+)*\.?$/i;
const MAC_TOGETHER = /^(?:[\da-f]{12}|[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4})$/i;
/** A name of a host with its domain: what stands before the first dot is what people call it. */
const WITH_DOMAIN = /^([a-z\d_][\w-]*)(?:\.[\w-]+)*\.(?=[\w-]*[a-z])[\w-]+\.?$/i;

/** The names of hosts in a cell, the first of which names the device, with those that say where it is found. */
export function hostNamesIn(cell: string): { readonly name?: string; readonly addresses: readonly string[] } {
  const [first, ...others] = textsIn(cell);
  if (first === undefined) return { addresses: [] };
  const name = WITH_DOMAIN.exec(first)?.[1];
  const found = name === undefined ? others : [first, ...others];
  return { name: name ?? first, addresses: found.filter((host) => HOST_NAME.test(host)).map(withoutDot) };
}

const withoutDot = (host: string): string => host.replace(/\.$/, '');

/** How an address comes to be, which is none. */
const ASSIGNED = /^(?:dhcp|dynami\w+|auto\w*|static|statisch|bootp|apipa)$/i;
/** From one address to another: which of them a device has is not said. */
const RANGE = /^\d+(?:\.\d+){3}\s*(?:[-–—]|\.{2,}|…|bis|to)\s*\d+(?:\.\d+){0,3}$/i;
/** What parts the addresses of a cell; a slash only before another address or a mask, not before a length. */
const BETWEEN_ADDRESSES = /[;,|\n\r]+|\s[/+&]\s|\/(?=\d+\.\d+\.)|\s(?:and|und|or|oder|sowie|bzw\.)\s/i;

/** A port behind the address of a host, of IPv6 in brackets: of it the device listens there. */
const WITH_PORT = /^(\d+(?:\.\d+){3}|\[[\da-f:.]+\]|(?=[^:]*[a-z])[\w-]+(?:\.[\w-]+)*)\s*:\s*(\d{1,5})$/i;

/** The addresses in a cell: of IP without the length of their network, MAC with colons, else names of hosts. */
export function addressesIn(cell: string): AddressCell[] {
  // Of the address of a page the host is the device.
  const hosts = cell.replace(/https?:\/\/([^/\s,;|]+)[^\s,;|]*/gi, '$1');
  return hosts.split(BETWEEN_ADDRESSES).flatMap((part): AddressCell[] => {
    const text = textIn(part);
    if (text === undefined) return [];
    if (RANGE.test(text)) return [{ wrong: text, isRange: true }];
    const [, host, port] = WITH_PORT.exec(text) ?? [];
    if (host !== undefined && Number(port) > 0 && Number(port) < 65536) {
      return addressIn(host).map((each) => ('address' in each ? { ...each, port: Number(port) } : { wrong: text }));
    }
    const words = text.split(/\s+/);
    if (words.length === 1) return addressIn(text);
    // Among several words a plain one is a remark: "10.0.0.5 (backup)", "siehe Blatt 2".
    const found = words.flatMap(addressIn).map((each) => (isPlainWord(each) ? { wrong: each.address } : each));
    return found.every((each) => 'wrong' in each) && found.length > 0 ? [{ wrong: text }] : found;
  });
}

const isPlainWord = (found: AddressCell): found is Extract<AddressCell, { readonly address: string }> =>
  'address' in found && !/[.:]/.test(found.address);

const unbracketed = (text: string): string => text.replace(/^[([]|[)\]]$/g, '');

function addressIn(word: string): AddressCell[] {
  const text = textIn(unbracketed(word));
  if (text === undefined || NETMASK.test(text) || ASSIGNED.test(text)) return [];
  if (MAC_TOGETHER.test(text)) {
    const digits = text.replaceAll('.', '').toLowerCase();
    return [{ address: digits.match(/../g)!.join(':'), mac: true }];
  }
  const reading = readAddress(text);
  if (isIp(reading)) return [{ address: text.replace(/\/\d+$/, ''), mac: false }];
  if (reading.kind === 'mac') return [{ address: reading.value, mac: true }];
  if (reading.kind === 'text' && HOST_NAME.test(text)) return [{ address: text, mac: false }];
  return [{ wrong: text }];
}

const LEVEL = /^(?:(?:purdue|isa|level|ebene|lvl|layer|stufe)[\s.:_-]*)*l?\s*([0-5])(?:[.,](5|0))?(?=$|[\s:(–-])/i;

/** A Purdue level in the words of an inventory: `2`, `Level 3.5`, `L1 - Basic control`, `DMZ`. */
export function levelIn(cell: string): number | undefined {
  const found = LEVEL.exec(cell.trim());
  if (found) {
    const level = Number(`${found[1]}.${found[2] ?? 0}`);
    return Number.isInteger(level) || level === 3.5 ? level : undefined;
  }
  return LEVEL_WORDS.find(([words]) => words.test(cell.trim()))?.[1];
}

/** The levels by the names that tools and people give them. */
const LEVEL_WORDS: readonly (readonly [words: RegExp, level: number])[] = [
  [/^(?:industrial |industrielle )?i?dmz$/i, 3.5],
  [/^(?:field|physical process|process|prozess|feld|feldebene)$/i, 0],
  [/^(?:process control|basic control|control|steuerungsebene|steuerung)$/i, 1],
  [/^(?:supervisory|supervisory control|area supervision|leitebene|prozessleitebene|bedienebene)$/i, 2],
  [/^(?:operations|site operations|manufacturing operations|betriebsebene|betriebsleitebene)$/i, 3],
  [/^(?:enterprise|business|corporate|unternehmensebene|office)$/i, 4],
];

const LEVELS = [0, 1, 2, 3, 3.5, 4, 5];

const LEVEL_RANGE = /^(.*[0-5](?:[.,][05])?)\s*(?:[-–—]|bis|to)\s*((?:level|ebene|l)?\s*[0-5](?:[.,][05])?)$/i;

/** All levels in a cell: of zones there may be several, also `L0-L2`. */
export const levelsIn = (cell: string): number[] =>
  cell.split(/[;|/]|,\s|\bund\b|\band\b/).flatMap((part) => {
    const [from, to] = (LEVEL_RANGE.exec(part.trim()) ?? []).slice(1).map(levelIn);
    if (from === undefined || to === undefined) return levelIn(part) ?? [];
    return LEVELS.filter((level) => level >= Math.min(from, to) && level <= Math.max(from, to));
  });

const CRITICALITY: Readonly<Record<Criticality, readonly string[]>> = {
  low: ['low', 'niedrig', 'gering', 'minor', 'very low', 'sehr niedrig', 'negligible', 'unkritisch'],
  medium: ['medium', 'mittel', 'moderate', 'normal', 'med', 'average', 'middle'],
  high: ['high', 'hoch', 'major', 'important', 'wichtig', 'severe'],
  critical: ['critical', 'kritisch', 'very high', 'sehr hoch', 'extreme', 'highest', 'hochkritisch'],
};

const CRITICALITY_BY_WORD = new Map(
  Object.entries(CRITICALITY).flatMap(([level, words]) =>
    words.map((word) => [spellingOf(word), level as Criticality] as const),
  ),
);

/** A criticality in the words of an inventory: `hoch`, `4 - Critical`. */
export const criticalityIn = (cell: string): Criticality | undefined =>
  CRITICALITY_BY_WORD.get(spellingOf(cell.replace(/^\s*\d+\s*[-–:)]\s*|\(.*\)\s*$/g, '')));

/** A whole number above 0: `2`, `2 Stk.`, `1.200`. */
export function countIn(cell: string): number | undefined {
  const digits = /^\s*(\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,]0+)?\s*(?:x|stk\.?|st\.?|stück|pcs\.?|pieces)?\s*$/i.exec(
    cell,
  )?.[1];
  const count = Number(digits?.replace(/[.,' ]/g, ''));
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

/** A day, as `YYYY-MM-DD`: written so, or in German or with a time behind it. */
export function dayIn(cell: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(cell);
  const german = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(cell);
  const [year, month, day] = iso ? iso.slice(1) : german ? [german[3], german[2], german[1]] : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined;
}

/** Seven security levels, or one for all: `2`, `2 2 0 1 3 1 3`, `{ 2 2 0 1 3 1 3 }`. */
export function vectorIn(cell: string): readonly number[] | undefined {
  const levels = cell
    .replace(/^\s*(?:SL[- ]?[TC]?)?\s*[{[(]?|[}\])]\s*$/gi, '')
    .trim()
    .split(/[\s,;/|]+/)
    .map((level) => (/^[0-4]$/.test(level) ? Number(level) : Number.NaN));
  if (levels.some(Number.isNaN)) return undefined;
  if (levels.length === 1) return Array(7).fill(levels[0]) as number[];
  return levels.length === 7 ? levels : undefined;
}

const YES = new Set(['yes', 'ja', 'true', 'wahr', '1', 'x', 'y', 'j']);
const NO = new Set(['no', 'nein', 'false', 'falsch', '0', 'n']);

export function yesIn(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** Open ports as `tcp 502`: `502/tcp`, `tcp/502`, `502`. */
export function portsIn(cell: string): string[] {
  return cell.split(/[;,|\n\r]+|\s+(?=\d+\s*\/)/).flatMap((part) => {
    const found = /^\s*(?:(tcp|udp)\s*[/:_ -]\s*)?(\d{1,5})(?:\s*\/\s*(tcp|udp))?(?!\d)/i.exec(part);
    if (!found || Number(found[2]) < 1 || Number(found[2]) > 65535) return [];
    return [`${(found[1] ?? found[3] ?? 'tcp').toLowerCase()} ${Number(found[2])}`];
  });
}
