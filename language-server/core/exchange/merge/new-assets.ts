import { isName } from '../../text/names.ts';
import type { AssetList, Home, NewAsset } from '../plan.ts';
import type { AssetRecord } from '../records.ts';
import { type TypeGuess, type TypeRecogniser, UNKNOWN_TYPE } from '../types/recognise-type.ts';
import { isZone } from './conduits.ts';
import { type Namer, nameFrom, numbered } from './names.ts';
import type { RecordStore } from './record-store.ts';
import { hintsOf, lastOf, statedName } from './stated-name.ts';

/** Where what has no zone of its own goes, and what goes on where a zone is full. */
export interface LastHomes {
  around(address: string): Home | undefined;
  toBePlaced(): Home;
  /** Another zone of the same title. */
  continued(home: Home): Home;
}

/** A zone with all that is in it is no longer than this, in UTF-16 units: a declaration over 2 MB is not read. */
const MOST_IN_ONE_ZONE = 1_800_000;

/** An asset that is there, roughly. */
const LENGTH_OF_ASSET = 150;

/**
 * The assets of an import with their homes, names and types.
 * @param homes of each record the home that it names, by its number in `known`; -1 for none
 */
export function namedAssets(
  records: RecordStore,
  homes: readonly number[],
  known: readonly Home[],
  last: LastHomes,
  types: TypeRecogniser,
  namer: Namer,
): AssetList {
  const places: Home[] = [...known];
  const placeOf = new Map(places.map((home, i) => [home, i]));
  const guesses: TypeGuess[] = [];
  const guessOf = new Map<string, number>();
  const home = new Uint32Array(records.length);
  const guess = new Uint32Array(records.length);
  /** What goes behind its name, where others have it. */
  const suffix = new Uint32Array(records.length);
  /** By the outermost zone where what is called so goes now, and how long that has become. */
  const filled = new Map<Home, { home: Home; size: number }>();
  const outermost = (home: Home): Home => {
    let at = home;
    while (isZone(at) && at.parent) at = at.parent;
    return at;
  };
  const withRoom = (wanted: Home, size: number): Home => {
    const top = outermost(wanted);
    const now = filled.get(top) ?? { home: top, size: lengthOf(top) };
    filled.set(top, now);
    if (now.size + size > MOST_IN_ONE_ZONE && now.size > 0)
      Object.assign(now, { home: last.continued(wanted), size: 0 });
    now.size += size;
    return now.home === top ? wanted : now.home;
  };
  const numberOf = <T>(list: T[], index: Map<T, number>, value: T): number => {
    const number = index.get(value) ?? list.push(value) - 1;
    index.set(value, number);
    return number;
  };
  for (let i = 0; i < records.length; i++) {
    const record = records.get(i);
    const told = types.of(hintsOf(record));
    const key = `${told.type} ${told.from} ${told.sure}`;
    const number = guessOf.get(key) ?? guesses.push(told) - 1;
    guessOf.set(key, number);
    guess[i] = number;
    const wanted = places[homes[i]!] ?? record.addresses?.map(last.around).find((zone) => zone) ?? last.toBePlaced();
    const place = withRoom(wanted, sizeOf(records, i));
    home[i] = numberOf(places, placeOf, place);
    suffix[i] = namer.number(place.path, baseOf(record, told).name);
  }

  const at = (index: number): NewAsset => {
    const [record, told, place] = [records.get(index), guesses[guess[index]!]!, places[home[index]!]!];
    const base = baseOf(record, told);
    const name = numbered(base.name, suffix[index]!);
    // A number says nothing of what the row has called it: the title does, also when it is imported again.
    const title = base.title ?? (name === base.name ? undefined : base.stated);
    return { name, title, path: `${place.path}.${name}`, record, guess: told, home: place };
  };
  return {
    length: records.length,
    at,
    homeOf: (index) => places[home[index]!]!,
    guessOf: (index) => guesses[guess[index]!]!,
    sizeOf: (index) => sizeOf(records, index),
    *[Symbol.iterator]() {
      for (let i = 0; i < records.length; i++) yield at(i);
    },
  };
}

/** How long a zone that is there is, with all that is in it. */
const lengthOf = (home: Home): number =>
  home.sort === 'zone'
    ? home.assets.length * LENGTH_OF_ASSET + home.zones.reduce((sum, zone) => sum + lengthOf(zone), 0)
    : 0;

/** What an asset's text is longer than what was read of it: words of the language, and its name made of its title. */
const sizeOf = (records: RecordStore, index: number): number => Math.round(records.sizeOf(index) * 1.3) + 140;

/** The name that an asset has where it is the only one, and the title that the row gives, or its words for a name. */
function baseOf(
  record: AssetRecord,
  guess: TypeGuess,
): {
  readonly name: string;
  readonly title?: string;
  readonly stated?: string;
} {
  const stated = lastOf(record, statedName(record) ?? '');
  const name = record.isExact && isName(stated) ? stated : nameFrom(stated);
  if (name === '') return { name: nameFrom(unnamed(record, guess)), title: record.title };
  return { name, title: record.title ?? (stated === name ? undefined : stated), stated };
}

/** What is called after what it is, and where it is found. */
function unnamed({ addresses = [], macs = [], serial }: AssetRecord, { type }: TypeGuess): string {
  return `${type === UNKNOWN_TYPE ? 'device' : type} ${addresses[0] ?? macs[0] ?? serial ?? ''}`;
}
