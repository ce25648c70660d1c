import type { AssetRecord } from '../records.ts';

/**
 * Records of assets as letters in a few long arrays: an inventory has a million rows, and as objects they would take
 * gigabytes, most of it for the collector of garbage to look through.
 */
export interface RecordStore {
  readonly length: number;
  /** Keeps a record; answers its number. */
  add(record: AssetRecord): number;
  get(number: number): AssetRecord;
  replace(number: number, record: AssetRecord): void;
  /** About how long its text is. */
  sizeOf(number: number): number;
}

type Field = Exclude<keyof AssetRecord, 'sort'>;

const LISTS: ReadonlySet<Field> = new Set(['addresses', 'macs', 'software', 'ports']);
const NUMBERS: ReadonlySet<Field> = new Set(['row', 'level', 'count']);

/** All fields, in the order in which they are kept; the ones that most rows have come first. */
const FIELDS = Object.keys({
  row: 0,
  called: 0,
  zone: 0,
  typeWords: 0,
  addresses: 0,
  vendor: 0,
  product: 0,
  version: 0,
  macs: 0,
  serial: 0,
  location: 0,
  level: 0,
  id: 0,
  hostName: 0,
  title: 0,
  isExact: 0,
  isOwn: 0,
  description: 0,
  criticality: 0,
  count: 0,
  owner: 0,
  supplier: 0,
  supportEnds: 0,
  slC: 0,
  software: 0,
  ports: 0,
  system: 0,
} satisfies Record<Field, 0>) as readonly Field[];

const FIELD_END = '\u001f';
const ITEM_END = '\u001e';

/** How much a part of the memory for texts holds, in UTF-16 units. */
const PART = 1 << 20;

export function createRecordStore(): RecordStore {
  const parts: (Uint8Array | Uint16Array)[] = [];
  let used = PART;
  // Of each record the part that it is in, and where in it.
  let places = new Uint32Array(3 * 1024);
  let length = 0;

  /** A part with room for a text: one byte a letter where that is enough for all that is in it. */
  const roomFor = (size: number, isWide: boolean): Uint8Array | Uint16Array => {
    const last = parts.at(-1);
    if (last && used + size <= last.length && (!isWide || last.BYTES_PER_ELEMENT === 2)) return last;
    const part = isWide ? new Uint16Array(Math.max(PART, size)) : new Uint8Array(Math.max(PART, size));
    parts.push(part);
    used = 0;
    return part;
  };
  const put = (number: number, record: AssetRecord): void => {
    const text = encoded(record);
    let isWide = false;
    for (let i = 0; i < text.length && !isWide; i++) isWide = text.charCodeAt(i) > 0xff;
    const part = roomFor(text.length, isWide);
    if (3 * number + 3 > places.length) {
      const larger = new Uint32Array(places.length * 2);
      larger.set(places);
      places = larger;
    }
    places[3 * number] = parts.length - 1;
    places[3 * number + 1] = used;
    places[3 * number + 2] = used + text.length;
    for (let i = 0; i < text.length; i++) part[used++] = text.charCodeAt(i);
  };
  return {
    get length() {
      return length;
    },
    add(record) {
      put(length, record);
      return length++;
    },
    get(number) {
      const [part, start, end] = [parts[places[3 * number]!]!, places[3 * number + 1]!, places[3 * number + 2]!];
      return decoded(textIn(part.subarray(start, end)));
    },
    replace: put,
    sizeOf: (number) => places[3 * number + 2]! - places[3 * number + 1]!,
  };
}

/** As many letters as a call may have arguments, with much to spare. */
const STEP = 4096;

function textIn(letters: Uint8Array | Uint16Array): string {
  if (letters.length <= STEP) return String.fromCharCode.apply(undefined, letters as unknown as number[]);
  let text = '';
  for (let i = 0; i < letters.length; i += STEP) text += textIn(letters.subarray(i, i + STEP));
  return text;
}

function encoded(record: AssetRecord): string {
  let text = '';
  let skipped = '';
  for (const field of FIELDS) {
    const value = record[field];
    if (value !== undefined) {
      text += skipped + written(value);
      skipped = '';
    }
    skipped += FIELD_END;
  }
  return text;
}

function written(value: NonNullable<AssetRecord[Field]>): string {
  if (typeof value === 'string') return withoutEnds(value);
  return typeof value === 'object' ? value.map((each) => withoutEnds(String(each))).join(ITEM_END) : String(value);
}

const withoutEnds = (text: string): string =>
  text.includes(FIELD_END) || text.includes(ITEM_END)
    ? text.replaceAll(FIELD_END, ' ').replaceAll(ITEM_END, ' ')
    : text;

function decoded(text: string): AssetRecord {
  const record: Record<string, unknown> = { sort: 'asset' };
  text.split(FIELD_END).forEach((value, i) => {
    if (value !== '') record[FIELDS[i]!] = readField(FIELDS[i]!, value);
  });
  return record as unknown as AssetRecord;
}

function readField(field: Field, text: string): unknown {
  if (LISTS.has(field)) return text.split(ITEM_END);
  if (NUMBERS.has(field)) return Number(text);
  if (field === 'slC') return text.split(ITEM_END).map(Number);
  return field === 'isExact' || field === 'isOwn' ? true : text;
}
