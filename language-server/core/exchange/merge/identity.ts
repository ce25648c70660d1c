import { addressValue, readAddress } from '../../model/address.ts';
import type { PlantAsset } from '../../plant/plant.ts';
import type { AssetRecord } from '../records.ts';
import type { Filling } from './fill.ts';

/** An asset of the plant, with what the import has done to it. */
export interface KnownAsset extends Filling {
  readonly element: PlantAsset;
  /** What the plant says of it, and the rows so far. */
  record: AssetRecord;
  /** What the row called it that was taken for it, if one was. */
  claimedBy?: string;
}

/** An asset of the plant, or the number of a new one. */
export type Entry = KnownAsset | number;

/** What tells a device from all others, by how much it does. */
export function keysOf({
  serial,
  macs = [],
  addresses = [],
}: Pick<AssetRecord, 'serial' | 'macs' | 'addresses'>): string[] {
  const keys = serial === undefined ? [] : [`s ${serial.toLowerCase()}`];
  for (const mac of macs) keys.push(`m ${mac}`);
  for (const address of addresses) {
    const value = addressKey(address);
    if (value !== undefined) keys.push(`a ${value}`);
  }
  return keys;
}

/** What makes an address the same however it is written; names of hosts count, too. */
export function addressKey(address: string): string | undefined {
  const reading = readAddress(address);
  return reading.kind === 'text' ? address.toLowerCase() : addressValue(reading);
}

/** What a plant says of an asset, as a row would. */
export function recordOf({ declared, home }: PlantAsset): AssetRecord {
  const all = [...declared.addresses, ...declared.sharedAddresses].map(({ value }) => value);
  const isMac = (address: string) => readAddress(address).kind === 'mac';
  return {
    sort: 'asset',
    row: 0,
    serial: declared.serial?.value,
    macs: all.filter(isMac).map((mac) => mac.toLowerCase().replaceAll('-', ':')),
    addresses: all.filter((address) => !isMac(address)),
    zone: home.path,
  };
}

/** In how many respects two records speak of different devices: each says something of it, and not the same. */
export function contradictions(a: AssetRecord, b: AssetRecord, isSameZone: boolean): number {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one.toLowerCase() !== other.toLowerCase();
  const apart = (some: readonly string[] = [], others: readonly string[] = []) =>
    some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each));
  return [
    differ(a.id, b.id),
    differ(a.serial, b.serial),
    apart(a.macs, b.macs),
    apart(a.addresses, b.addresses),
    a.zone !== undefined && b.zone !== undefined && !isSameZone,
  ].filter(Boolean).length;
}

/** True where both give the same identity or serial number: then it is one device, whatever else differs. */
export const isCertainlySame = (a: AssetRecord, b: AssetRecord): boolean =>
  (a.id !== undefined && a.id === b.id) ||
  (a.serial !== undefined && a.serial.toLowerCase() === b.serial?.toLowerCase());

/** True where both give one, and not the same. */
export const isCertainlyOther = (a: AssetRecord, b: AssetRecord): boolean =>
  isOther(a.id, b.id) || isOther(a.serial?.toLowerCase(), b.serial?.toLowerCase());

const isOther = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;
