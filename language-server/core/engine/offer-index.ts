import type { DeclaredSort } from './declared.ts';
import { compareSources, type Source } from './entry.ts';
import { isOrdered, keys } from './keys.ts';
import type { Offer, OfferSort } from './offers.ts';

/** Offers by key. Most keys have one offer, so a set is made only for the second. */
export interface OfferIndex {
  readonly offers: Map<string, Offer | Set<Offer>>;
  /** Of these the library's by sort and name: the first where several have it. The library never changes. */
  readonly library: Map<OfferSort, Map<string, Offer>>;
  /**
   * The offers of a key as a list, in order where the key is ordered, until one comes or goes: all units of a workspace
   * may ask for one name. Units that stay never pass each other, so the order holds.
   */
  readonly lists: Map<string, readonly Offer[]>;
}

/** An index without offers. */
export function createIndex(): OfferIndex {
  return { offers: new Map(), library: new Map(), lists: new Map() };
}

/** Adds an offer; those of the library are found by name, too. */
export function addOffer({ offers, library, lists }: OfferIndex, key: string, offer: Offer): void {
  if (offer.entry.library) addNamed(library, key, offer);
  const present = offers.get(key);
  if (present === undefined) {
    offers.set(key, offer);
    return;
  }
  lists.delete(key);
  if (present instanceof Set) present.add(offer);
  else offers.set(key, new Set([present, offer]));
}

function addNamed(library: OfferIndex['library'], key: string, offer: Offer): void {
  const prefix = keys.shared(offer.sort as DeclaredSort, '');
  if (!key.startsWith(prefix)) return;
  const name = key.slice(prefix.length);
  const named = library.get(offer.sort) ?? new Map<string, Offer>();
  library.set(offer.sort, named);
  const present = named.get(name);
  if (!present || compareOffers(offer, present) < 0) named.set(name, offer);
}

/** The library's offer of a name in a shared space. */
export function libraryOffer({ library }: OfferIndex, sort: OfferSort, name: string): Offer | undefined {
  return library.get(sort)?.get(name);
}

/** Takes an offer out; nothing happens where it is not in. */
export function removeOffer({ offers, lists }: OfferIndex, key: string, offer: Offer): void {
  const present = offers.get(key);
  if (present === offer) offers.delete(key);
  else if (present instanceof Set) {
    lists.delete(key);
    present.delete(offer);
    if (present.size === 0) offers.delete(key);
  }
}

/** The offers under a key; those of an ordered key in the order of the files. */
export function offersOf({ offers, lists }: OfferIndex, key: string): readonly Offer[] {
  const present = offers.get(key);
  if (present === undefined) return NONE;
  if (!(present instanceof Set)) return [present];
  const known = lists.get(key);
  if (known) return known;
  const found = [...present];
  if (isOrdered(key)) found.sort(compareOffers);
  lists.set(key, found);
  return found;
}

/**
 * The first offer under a key in the order of the files: the one that counts where names are given twice. Those who ask
 * while offers come and go do so here, where no list is made.
 */
export function firstOffer({ offers, lists }: OfferIndex, key: string): Offer | undefined {
  const present = offers.get(key);
  if (!(present instanceof Set)) return present;
  const known = lists.get(key);
  if (known || !isOrdered(key)) return known?.[0] ?? present.values().next().value;
  let first: Offer | undefined;
  for (const offer of present) if (!first || compareOffers(offer, first) < 0) first = offer;
  return first;
}

/** What tells offers of one key apart. */
interface Ordered {
  readonly entry: Source;
  readonly index: number;
  readonly inner: number;
}

/** Order of the files, of the text, and within a declaration. */
export function compareOffers(a: Ordered, b: Ordered): number {
  return compareSources(a.entry, b.entry) || a.index - b.index || a.inner - b.inner;
}

/** How many offers a key has. */
export function countOffers({ offers }: OfferIndex, key: string): number {
  const present = offers.get(key);
  return present === undefined ? 0 : present instanceof Set ? present.size : 1;
}

const NONE: readonly Offer[] = [];
