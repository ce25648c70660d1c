import type { PlantSystem } from '../../plant/plant.ts';
import type { AssetList, Conflict, Home } from '../plan.ts';
import type { AssetRecord } from '../records.ts';
import type { TypeRecogniser } from '../types/recognise-type.ts';
import { compareAsset } from './compare-asset.ts';
import { createFilling, type Ledger } from './fill.ts';
import { createHashIndex } from './hash-index.ts';
import {
  contradictions,
  type Entry,
  isCertainlyOther,
  isCertainlySame,
  type KnownAsset,
  keysOf,
  recordOf,
} from './identity.ts';
import { type Namer, nameFrom } from './names.ts';
import { type LastHomes, namedAssets } from './new-assets.ts';
import { joined } from './put-together.ts';
import { createRecordStore } from './record-store.ts';
import { lastOf, statedName, withPath } from './stated-name.ts';

/** Where assets stand, as far as they need to know. */
export interface Homes extends LastHomes {
  /** The homes that a word means; none where it is not known. */
  find(called: string): readonly Home[];
  named(called: string, level?: number): Home;
}

/** An asset that a word means, when all have names. */
export interface FoundAsset {
  readonly path: string;
  readonly home: Home;
}

export interface Assets {
  add(record: AssetRecord): void;
  /** The new ones with names, types and homes; to be called once, when all is read. */
  finish(): AssetList;
  /** The asset at a path. */
  at(path: string): FoundAsset | undefined;
  /** The asset that a name, path, title, address or identity means; to be asked when all is read. */
  find(called: string): FoundAsset | undefined;
  readonly touched: ReadonlySet<KnownAsset>;
  /** Words of type columns that mean no type, and how many rows have each. */
  readonly unknownTypes: ReadonlyMap<string, number>;
  /** How many assets have a level that their zone has not; to be asked when the zones have theirs. */
  levelsLeft(): number;
}

/** Of assets with one name no more than these are looked at one by one. */
const MOST_ALIKE = 50;

/** Different words for types that are told to the user. */
const MOST_WORDS = 1000;

export function createAssets(
  plant: PlantSystem,
  homes: Homes,
  types: TypeRecogniser,
  ledger: Ledger,
  namer: Namer,
): Assets {
  const known = knownAssets(plant, namer);
  const records = createRecordStore();
  /** The new ones by what they are called, the last of each name, and before each the one of its name before it. */
  const byName = createHashIndex();
  const before: number[] = [];
  const byKey = createHashIndex();
  /** What rows have called assets that go by another name. */
  const byOtherName = new Map<string, Entry[]>();
  const homeNumbers: number[] = [];
  const places: Home[] = [];
  const placeOf = new Map<Home, number>();
  const touched = new Set<KnownAsset>();
  const unknownTypes = new Map<string, number>();
  /** Of each new one the level that its row gives, or none. */
  const levels: (number | undefined)[] = [];
  const knownLevels: { readonly entry: KnownAsset; readonly level: number }[] = [];
  const differing: (Omit<Conflict, 'path'> & { readonly number: number })[] = [];
  let list: AssetList | undefined;

  const keysWithId = (record: AssetRecord): string[] => [
    ...(record.id === undefined ? [] : [`i ${record.id}`]),
    ...(record.isOwn ? [`p ${record.called}`] : []),
    ...keysOf(record),
  ];

  function* named(word: string): Iterable<Entry> {
    yield* known.named(word);
    yield* byOtherName.get(word) ?? [];
    let number = byName.get(word) ?? -1;
    for (let i = 0; number >= 0 && i < MOST_ALIKE; i++, number = before[number]!) yield number;
  }
  const keyed = (key: string): Entry[] => {
    const found = known.keyed(key) ?? byKey.get(key);
    return found === undefined ? [] : [found];
  };

  const recordFor = (entry: Entry): AssetRecord => (typeof entry === 'number' ? records.get(entry) : entry.record);

  function isSameZone(record: AssetRecord, entry: Entry): boolean {
    if (record.zone === undefined) return true;
    const home = typeof entry === 'number' ? places[homeNumbers[entry]!] : entry.element.home;
    if (home === undefined) return false;
    return homes.find(record.zone).some((zone) => zone === home || home.path.startsWith(`${zone.path}.`));
  }

  const isTaken = (entry: Entry): boolean => typeof entry === 'number' || entry.claimedBy !== undefined;

  /** The asset that a row speaks of: by its name, else by serial number, MAC or address. */
  function find(record: AssetRecord, word: string): Entry | undefined {
    if (record.isOwn) return keyed(`p ${record.called}`)[0];
    const sameId = record.id === undefined ? undefined : keyed(`i ${record.id}`)[0];
    if (sameId !== undefined) return sameId;
    const byKeys = keysOf(record).flatMap(keyed);
    const alike = word === '' ? [] : [...(record.called ? known.named(record.called) : []), ...named(word)];
    const sure = byKeys.find((entry) => alike.includes(entry));
    if (sure !== undefined && !isCertainlyOther(record, recordFor(sure))) return sure;
    const fitting = alike.filter((entry) => mayBe(record, entry));
    const best = fitting.find((entry) => isSameZone(record, entry)) ?? fitting[0];
    if (best !== undefined) return best;
    // A serial number is one device's, whatever others have its name.
    if (alike.length > 0) return byKeys.find((entry) => isCertainlySame(record, recordFor(entry)));
    // Of what a row has named already another name is another device, such as one of two with one address.
    return byKeys.find(
      (entry) =>
        !isTaken(entry) ||
        isCertainlySame(record, recordFor(entry)) ||
        ((word === '' || wordOf(entry) === '') && !isCertainlyOther(record, recordFor(entry))),
    );
  }

  function mayBe(record: AssetRecord, entry: Entry): boolean {
    const other = recordFor(entry);
    if (isCertainlySame(record, other)) return true;
    const count = contradictions(record, other, isSameZone(record, entry));
    return isTaken(entry) ? count === 0 : count < 2;
  }

  const wordOf = (entry: Entry): string =>
    typeof entry === 'number'
      ? nameFrom(statedName(records.get(entry)) ?? '')
      : (entry.claimedBy ?? nameFrom(entry.element.name));

  const homeNumber = ({ zone, level }: AssetRecord): number => {
    if (zone === undefined) return -1;
    const home = homes.named(zone, level);
    const number = placeOf.get(home) ?? places.push(home) - 1;
    placeOf.set(home, number);
    return number;
  };

  function add(given: AssetRecord): void {
    noteType(given);
    const record = withPath(given);
    const word = nameFrom(lastOf(record, statedName(record) ?? ''));
    const entry = find(record, word);
    if (entry === undefined) {
      const number = records.add(record);
      homeNumbers.push(homeNumber(record));
      levels.push(record.level);
      before.push(word === '' ? -1 : (byName.get(word) ?? -1));
      if (word !== '') byName.set(word, number);
      for (const key of keysWithId(record)) byKey.add(key, number);
      return;
    }
    if (typeof entry === 'number') {
      const differs = (property: string, model: string, file: string) =>
        differing.push({ number: entry, property, model, file });
      const called = wordOf(entry);
      if (word !== '' && called !== '' && word !== called) differs('name', called, word);
      records.replace(entry, joined(records.get(entry), record, types, differs));
      if (homeNumbers[entry] === -1) homeNumbers[entry] = homeNumber(record);
      levels[entry] ??= record.level;
    } else {
      const isByName = word !== '' && [...known.named(word)].includes(entry);
      entry.claimedBy ??= word;
      touched.add(entry);
      if (record.level !== undefined) knownLevels.push({ entry, level: record.level });
      compareAsset(ledger, entry, record, types, { isByName, isAtHome: isSameZone(record, entry) });
      // What a row has filled in tells it from others, as if it had been there before.
      entry.record = joined(entry.record, record, types, () => {});
    }
    if (word !== '' && ![...named(word)].includes(entry)) {
      byOtherName.set(word, [...(byOtherName.get(word) ?? []).slice(0, MOST_ALIKE), entry]);
    }
    for (const key of keysWithId(record)) known.learn(key, entry) ?? byKey.add(key, entry as number);
  }

  function noteType({ typeWords }: AssetRecord): void {
    if (typeWords === undefined || types.ofWords(typeWords)) return;
    if (unknownTypes.has(typeWords) || unknownTypes.size < MOST_WORDS) {
      unknownTypes.set(typeWords, (unknownTypes.get(typeWords) ?? 0) + 1);
    }
  }

  const found = (entry: Entry | undefined): FoundAsset | undefined =>
    entry === undefined ? undefined : typeof entry === 'number' ? list?.at(entry) : entry.element;

  return {
    add,
    touched,
    unknownTypes,
    levelsLeft: () => {
      const isLeft = (home: Home, level: number) => !('levels' in home && home.levels.includes(level));
      return (
        levels.filter((level, i) => level !== undefined && isLeft(list!.homeOf(i), level)).length +
        knownLevels.filter(({ entry, level }) => isLeft(entry.element.home, level)).length
      );
    },
    finish() {
      const all = namedAssets(records, homeNumbers, places, homes, types, namer);
      for (const { number, ...conflict } of differing)
        ledger.conflicts.push({ path: all.at(number).path, ...conflict });
      list = all;
      return all;
    },
    at: (path) => found(keyed(`p ${path}`)[0]),
    find(called) {
      const word = nameFrom(called.split('.').at(-1) ?? '');
      const identified = found(keyed(`i ${called}`)[0]) ?? found([...known.named(called)][0]);
      if (identified) return identified;
      const alike = [...named(nameFrom(called)), ...named(word)].map(found);
      return (
        alike.find((asset) => asset?.path === called) ??
        alike[0] ??
        found(keysOf({ addresses: [called] }).flatMap(keyed)[0])
      );
    },
  };
}

/** The assets of a plant, by what they are called and what tells them from others. */
interface KnownAssets {
  named(word: string): readonly KnownAsset[];
  keyed(key: string): KnownAsset | undefined;
  /** Keeps a key for an asset of the plant; undefined for a new one. */
  learn(key: string, entry: Entry): KnownAsset | undefined;
}

function knownAssets(plant: PlantSystem, namer: Namer): KnownAssets {
  const byName = new Map<string, KnownAsset[]>();
  const byKey = new Map<string, KnownAsset>();
  for (const element of plant.assets) {
    const known: KnownAsset = { ...createFilling(element), element, record: recordOf(element) };
    const words = new Set([element.path, nameFrom(element.name), nameFrom(element.declared.title?.value ?? '')]);
    for (const word of words)
      if (word !== '') byName.set(word, [...(byName.get(word) ?? []).slice(0, MOST_ALIKE), known]);
    for (const key of [`p ${element.path}`, ...keysOf(known.record)]) if (!byKey.has(key)) byKey.set(key, known);
    namer.note(element.home.path, element.name);
  }
  return {
    named: (word) => byName.get(word) ?? [],
    keyed: (key) => byKey.get(key),
    learn(key, entry) {
      if (typeof entry === 'number') return undefined;
      if (!byKey.has(key)) byKey.set(key, entry);
      return entry;
    },
  };
}
