import { isIp, readAddress } from '../../model/address.ts';
import { isName } from '../../text/names.ts';
import type { AssetRecord } from '../records.ts';
import type { TypeHints } from '../types/recognise-type.ts';
import { keysOf } from './identity.ts';

/** What a row calls its asset; what has neither name nor anything else that tells it from others goes by its product. */
export function statedName(record: AssetRecord): string | undefined {
  const { called, hostName, title, id, product, typeWords } = record;
  return called ?? hostName ?? title ?? (keysOf(record).length === 0 ? (id ?? product ?? typeWords) : undefined);
}

/** The name at the end of a path of ours. */
export const lastOf = ({ isExact }: AssetRecord, stated: string): string =>
  isExact && stated.split('.').every(isName) ? stated.slice(stated.lastIndexOf('.') + 1) : stated;

/** A row with the zone that a path of ours names; without a name that is its address. */
export function withPath({ called: given, ...rest }: AssetRecord): AssetRecord {
  const record = given === undefined || isAddress(given) ? rest : { ...rest, called: given };
  const { called = '', isExact, zone } = record as AssetRecord;
  if (!isExact || zone !== undefined || !called.includes('.') || !called.split('.').every(isName)) return record;
  return { ...record, zone: called.slice(0, called.lastIndexOf('.')) };
}

function isAddress(text: string): boolean {
  const reading = readAddress(text);
  return isIp(reading) || reading.kind === 'mac';
}

/** All of a row that tells of a type. */
export function hintsOf(record: AssetRecord): TypeHints {
  const { typeWords: words, vendor, product, description, software, ports } = record;
  const title = [record.title, statedName(record)].filter((part) => part !== undefined).join(' ');
  return { words, vendor, product, description, software, ports, title };
}
