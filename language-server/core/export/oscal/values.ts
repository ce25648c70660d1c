import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { printableLine } from '../../text/visible.ts';

/** The version of OSCAL that is written. */
export const OSCAL_VERSION = '1.2.2';

/** What names of ours are told from others' by, in identifiers and properties. */
export const NAMESPACE = 'urn:zones:iec62443';

/** A UUID (version 5) of what a name means: the same for the same name. */
export function uuidOf(...names: readonly string[]): string {
  const hash = bytesToHex(sha1(utf8ToBytes([NAMESPACE, ...names].join('\n'))));
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The identifier of a control as OSCAL allows one: `SR-1.1-RE-1` for `SR 1.1 RE(1)`. */
export const controlId = (id: string): string => {
  const token = id
    .replace(/\)/g, '')
    .replace(/[ (]/g, '-')
    .replace(/[^\p{L}\p{N}.\-_]/gu, '_');
  return /^[\p{L}_]/u.test(token) ? token : `_${token}`;
};

/** A text as one line that is not empty. */
export const line = (text: string): string => printableLine(text).replace(/\s+/g, ' ').trim() || '-';

/** A property of ours; none for a value that is not given. */
export const prop = (name: string, value: string | undefined): object[] =>
  value === undefined || value.trim() === '' ? [] : [{ name, ns: NAMESPACE, value: line(value) }];

/** A list under its key; OSCAL has no empty ones. */
export const listed = <T>(key: string, values: readonly T[]): { [key: string]: readonly T[] } =>
  values.length > 0 ? { [key]: values } : {};

/** What each document says of itself. */
export const metadata = (title: string, today: string, version: string): object => ({
  title: line(title),
  'last-modified': `${today}T00:00:00Z`,
  version: line(version),
  'oscal-version': OSCAL_VERSION,
});
