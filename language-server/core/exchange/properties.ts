import type { Asset } from '../model/asset.ts';
import type { Conduit } from '../model/conduit.ts';
import { formatVector, type Levels } from '../model/levels.ts';
import type { Text } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import type { AssetRecord, ConduitRecord, ZoneRecord } from './records.ts';

/** A property: what a record says, what the model says, and how it is written. */
export interface Property<R, D> {
  readonly id: string;
  /** What a record says; nothing where the model says the same by saying nothing. */
  of(record: R, declared?: D): string | undefined;
  stated(declared: D): string | undefined;
  write(value: string): string;
}

/** What stands in a text as it is. */
const PLAIN = /^[^"\\\p{Cc}]*$/u;

/** A text as the language writes it. */
export const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : `"${escaped(text)}"`);

const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, '\n')
    .replace(/["\\]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replace(/[^\P{Cc}\t]/gu, ' ');

export const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(', ');

const plain = (id: string) => (value: string) => `${id} ${value}`;
const textual = (id: string) => (value: string) => `${id} ${quoted(value)}`;

function text<K extends string>(id: string, key: K) {
  return {
    id,
    of: (record: { readonly [key in K]?: string }) => record[key],
    stated: (declared: { readonly [key in K]?: Text }) => declared[key]?.value,
    write: textual(id),
  };
}

function word<K extends string>(id: string, key: K) {
  return {
    id,
    of: (record: { readonly [key in K]?: string | number }) => record[key]?.toString(),
    stated: (declared: { readonly [key in K]?: { readonly value: unknown } }) => declared[key]?.value?.toString(),
    write: plain(id),
  };
}

function vector<K extends 'slT' | 'slC'>(id: string, key: K) {
  return {
    id,
    of: (record: { readonly [key in K]?: readonly number[] }) => record[key] && formatVector(record[key]),
    stated: (declared: { readonly [key in K]?: Levels }) => declared[key] && formatVector(declared[key].vector),
    write: plain(id),
  };
}

const safety: Property<ZoneRecord, Zone> = {
  id: 'safety',
  of: (record) => (record.safety === undefined ? undefined : record.safety ? 'yes' : 'no'),
  stated: (declared) => (declared.safety ? (declared.safety.value ? 'yes' : 'no') : undefined),
  write: plain('safety'),
};

/** One device needs no word, unless the model says another number. */
const count: Property<AssetRecord, Asset> = {
  ...word('count', 'count'),
  of: (record, declared) => (record.count === 1 && !declared?.count ? undefined : record.count?.toString()),
};

/** Properties of assets with one value, in the order in which they are written. */
export const ASSET_PROPERTIES: readonly Property<AssetRecord, Asset>[] = [
  text('vendor', 'vendor'),
  text('product', 'product'),
  text('version', 'version'),
  text('serial', 'serial'),
  count,
  word('criticality', 'criticality'),
  text('location', 'location'),
  text('owner', 'owner'),
  text('supplier', 'supplier'),
  {
    id: 'support-ends',
    of: (record) => record.supportEnds,
    stated: (declared) => declared.supportEnds?.value,
    write: plain('support-ends'),
  },
  vector('sl-c', 'slC'),
  text('description', 'description'),
];

/** Those of zones. */
export const ZONE_PROPERTIES: readonly Property<ZoneRecord, Zone>[] = [
  text('description', 'description'),
  text('owner', 'owner'),
  word('criticality', 'criticality'),
  safety,
  vector('sl-t', 'slT'),
];

/** Those of conduits. */
export const CONDUIT_PROPERTIES: readonly Property<ConduitRecord, Conduit>[] = [
  text('description', 'description'),
  text('owner', 'owner'),
  word('trust', 'trust'),
  text('provider', 'provider'),
  vector('sl-t', 'slT'),
];
