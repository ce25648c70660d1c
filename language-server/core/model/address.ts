import ipaddr from 'ipaddr.js';
import type { Text } from './reference.ts';

/** An address or network as its value: an IPv4 address and the same one mapped into IPv6 are equal. */
export interface IpAddress {
  readonly kind: 'ip';
  readonly version: 4 | 6;
  /** 4 or 16 bytes. */
  readonly bytes: readonly number[];
  /** Length of the network's prefix in bits; all bits where none is written. */
  readonly prefix: number;
}

/** What is wrong with a text that looks like an address. */
export type AddressFault =
  | 'number' // over 255
  | 'leading-zero'
  | 'prefix'
  | 'netmask' // written as four numbers
  | 'range'
  | 'port'
  | 'groups' // neither IPv6 nor MAC
  | 'remark'; // more than an address

/**
 * What a text in `address` or `network` says. Four numbers or hexadecimal groups with colons make it an address; all
 * else (`VLAN 20`, a host name) is free text. `meant` is the text that may have been meant.
 */
export type AddressReading =
  | IpAddress
  | { readonly kind: 'mac'; readonly value: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'fault'; readonly fault: AddressFault; readonly meant?: string };

const TEXT: AddressReading = { kind: 'text' };

const FOUR_NUMBERS = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?!\.?\d)(.*)$/s;
const GROUPS = /^(\[?[\da-f]*(?::[\da-f]*){2,}(?:\.\d+){0,3}\]?)(.*)$/is;
const MAC = /^(?:[\da-f]{2}([:-]))(?:[\da-f]{2}\1){4}[\da-f]{2}$/i;
const RANGE = /^\s*(?:-|–|\.\.|to\b)\s*[\da-f]/i;

/** True for what reads as an address or network. */
export const isIp = (reading: AddressReading): reading is IpAddress => reading.kind === 'ip';

/** What is written as an address: IPv4, IPv6 or a network of them, MAC, a fault in one of these, or other text. */
export function readAddress(written: string): AddressReading {
  const text = written.trim();
  const four = FOUR_NUMBERS.exec(text);
  if (four) return readFour(four);
  if (MAC.test(text)) return { kind: 'mac', value: text.toLowerCase().replaceAll('-', ':') };
  const groups = GROUPS.exec(text);
  return groups ? readGroups(groups[1]!, groups[2]!) : TEXT;
}

const readings = new WeakMap<Text, AddressReading>();

/** What is written in a text of a model. Several rules ask, so it is read once. */
export function readAddressIn(text: Text): AddressReading {
  const known = readings.get(text) ?? readAddress(text.value);
  readings.set(text, known);
  return known;
}

/** IPv4 is read here, since a plant has ten thousand of them; ipaddr.js reads the many notations of IPv6. */
function readFour(match: RegExpExecArray): AddressReading {
  const bytes = [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
  const rest = match[5]!;
  if (bytes.some((number) => number > 255)) return { kind: 'fault', fault: 'number' };
  const isPlain = bytes.every((number, i) => String(number).length === match[i + 1]!.length);
  if (isPlain && rest === '') return { kind: 'ip', version: 4, bytes, prefix: 32 };
  const plain = bytes.join('.');
  const suffix = readSuffix(plain, rest, 32);
  if ('fault' in suffix) return suffix;
  if (!isPlain) return { kind: 'fault', fault: 'leading-zero', meant: plain + rest };
  return { kind: 'ip', version: 4, bytes, prefix: suffix.prefix };
}

function readGroups(written: string, rest: string): AddressReading {
  const address = written.replace(/^\[|\]$/g, '');
  const [, zone, after] = /^(%[\w.-]+)?(.*)$/s.exec(rest)!;
  if (!ipaddr.IPv6.isValid(address)) return { kind: 'fault', fault: 'groups' };
  const suffix = readSuffix(address + (zone ?? ''), after!, 128);
  if ('fault' in suffix) return suffix;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress() && suffix.prefix === 128) {
    return { kind: 'ip', version: 4, bytes: parsed.toIPv4Address().octets, prefix: 32 };
  }
  return { kind: 'ip', version: 6, bytes: parsed.toByteArray(), prefix: suffix.prefix };
}

/** What follows an address: nothing or a prefix, or else a fault. */
function readSuffix(
  address: string,
  rest: string,
  bits: number,
): { prefix: number } | Extract<AddressReading, { kind: 'fault' }> {
  if (rest === '') return { prefix: bits };
  const prefix = /^\/(\d+)$/.exec(rest)?.[1];
  if (prefix !== undefined) {
    return Number(prefix) <= bits ? { prefix: Number(prefix) } : { kind: 'fault', fault: 'prefix' };
  }
  const mask = /^(?:\/|\s+(?:mask\s+)?)(\d+(?:\.\d+){3})$/i.exec(rest)?.[1];
  if (mask !== undefined) {
    const length = ipaddr.IPv4.isValidFourPartDecimal(mask)
      ? ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask()
      : null;
    return { kind: 'fault', fault: 'netmask', meant: length === null ? undefined : `${address}/${length}` };
  }
  if (/^:\d+$/.test(rest)) return { kind: 'fault', fault: 'port', meant: address };
  if (RANGE.test(rest)) return { kind: 'fault', fault: 'range' };
  if (rest.startsWith('/')) return { kind: 'fault', fault: 'prefix' };
  return { kind: 'fault', fault: /^\w/.test(rest) ? 'groups' : 'remark' };
}

/** Networks whose addresses mean something else on every link: of no device in particular, of itself, link-local. */
const LOCAL = ['0.0.0.0/32', '127.0.0.0/8', '169.254.0.0/16', '::/127', 'fe80::/10'].map(
  (network) => readAddress(network) as IpAddress,
);

/** What makes one device's address the same as another's, however it is written; undefined where nothing does. */
export function addressValue(reading: AddressReading): string | undefined {
  switch (reading.kind) {
    case 'ip':
      return LOCAL.some((network) => isWithin(reading, network)) ? undefined : reading.bytes.join('.');
    case 'mac':
      return reading.value;
    default:
      return undefined;
  }
}

/** True where the first `bits` bits of two addresses of one version are the same. */
function sharePrefix(a: IpAddress, b: IpAddress, bits: number): boolean {
  const whole = bits >> 3;
  for (let i = 0; i < whole; i++) if (a.bytes[i] !== b.bytes[i]) return false;
  const shift = 8 - (bits & 7);
  return shift === 8 || a.bytes[whole]! >> shift === b.bytes[whole]! >> shift;
}

/** True where an address lies in a network; whatever stands in the host bits of either. */
export function isWithin(address: IpAddress, network: IpAddress): boolean {
  return address.version === network.version && sharePrefix(address, network, network.prefix);
}

/** The network of a length that an address lies in, as it is written: `10.0.1.0/24`. */
export function networkAround({ bytes }: IpAddress, prefix: number): string {
  const first = ipaddr.fromByteArray(bytes.map((byte, i) => (prefix <= 8 * i ? 0 : keep(byte, prefix - 8 * i))));
  return `${first.toString()}/${prefix}`;
}

/** Lengths of the prefixes that networks are looked up by, the longest first. */
const BUCKETS = { 4: [24, 20, 16, 8, 0], 6: [64, 56, 48, 32, 0] } as const;

/**
 * The buckets that a network lies in, its own (the smallest that holds it) first. A network that lies in another lies in
 * that one's own bucket, too: so those around it are found without comparing every pair.
 */
export const bucketsOf = (network: IpAddress): string[] =>
  BUCKETS[network.version].filter((length) => length <= network.prefix).map((length) => bucketOf(network, length));

const bucketOf = ({ version, bytes }: IpAddress, length: number): string =>
  `${version} ${length} ${bytes.slice(0, Math.ceil(length / 8)).map((byte, i) => keep(byte, length - 8 * i))}`;

/**
 * The smallest bucket that holds one address, whatever prefix it is written with: all in it lie in the same others. Of
 * IPv4 it is a number: a text for each of ten thousand addresses costs more than looking it up.
 */
export function bucketOfHost(address: IpAddress): number | string {
  const { version, bytes } = address;
  return version === 4 ? (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]! : bucketOf(address, BUCKETS[6][0]);
}

/** An address as that of one device: the prefix behind it tells its mask. */
export const hostAddress = (address: IpAddress): IpAddress => ({ ...address, prefix: 8 * address.bytes.length });

/** The first `bits` bits of a byte. */
const keep = (byte: number, bits: number): number => (bits >= 8 ? byte : byte & (0xff << (8 - bits)));
