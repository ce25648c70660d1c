import { isName } from '../../text/names.ts';
import type { AssetList, Home, NewAsset } from '../plan.ts';
import type { AssetRecord } from '../records.ts';
import { type TypeGuess, type TypeRecogniser, UNKNOWN_TYPE } from '../types/recognise-type.ts';
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

/** A zone is no larger than this, in UTF-16 units of its assets: a file that holds it must be read. */
const MOST_IN_ONE_ZONE = 5_000_000;

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
  const filled = new Map<Home, { home: Home; size: number }>();

  const withRoom = (wanted: Home, size: number): Home => {
    const now = filled.get(wanted) ?? { home: wanted, size: 0 };
    filled.set(wanted, now);
    if (now.size + size > MOST_IN_ONE_ZONE) Object.assign(now, { home: last.continued(wanted), size: 0 });
    now.size += size;
    return now.home;
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
    return { name, title: base.title, path: `${place.path}.${name}`, record, guess: told, home: place };
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

/** What an asset's text is longer than what was read of it: words of the language, and its name made of its title. */
const sizeOf = (records: RecordStore, index: number): number => Math.round(records.sizeOf(index) * 1.4) + 120;

/** The name that an asset has where it is the only one, and the title that the row gives, or its words for a name. */
function baseOf(record: AssetRecord, guess: TypeGuess): { readonly name: string; readonly title?: string } {
  const stated = lastOf(record, statedName(record) ?? '');
  const name = record.isExact && isName(stated) ? stated : nameFrom(stated);
  if (name === '') return { name: nameFrom(unnamed(record, guess)), title: record.title };
  return { name, title: record.title ?? (stated === name ? undefined : stated) };
}

/** What is called after what it is, and where it is found. */
function unnamed({ addresses = [], macs = [], serial }: AssetRecord, { type }: TypeGuess): string {
  return `${type === UNKNOWN_TYPE ? 'device' : type} ${addresses[0] ?? macs[0] ?? serial ?? ''}`;
}
