import { type DeclaredSort, HIDING } from './declared.ts';
import { compareSources, type Source } from './entry.ts';
import { isOrdered, keys } from './keys.ts';
import type { Offer, OfferSort } from './offers.ts';

/** Offers by key. Most keys have one offer, so a set is made only for the second. */
export interface OfferIndex {
  readonly offers: Map<string, Offer | Set<Offer>>;
  /** Of these the library's by sort and name: the first where several have it. The library never changes. */
  readonly library: Map<OfferSort, Map<string, Offer>>;
  /** Keys of the names of the library that units of the workspace have, too, and how many: there a unit's counts. */
  readonly hidden: Map<string, number>;
  /** Another object when other names are hidden: what holds of the library's names holds as long as this stays. */
  libraryAsSeen: object;
  /**
   * The offers of a key as a list, in order where the key is ordered, until one comes or goes: all units of a workspace
   * may ask for one name. Units that stay never pass each other, so the order holds.
   */
  readonly lists: Map<string, readonly Offer[]>;
}

/** An index without offers. */
export function createIndex(): OfferIndex {
  return { offers: new Map(), library: new Map(), hidden: new Map(), libraryAsSeen: {}, lists: new Map() };
}

/** Adds an offer; those of the library, which come first, are found by name, too. */
export function addOffer(index: OfferIndex, key: string, offer: Offer): void {
  const { offers, library, lists } = index;
  if (offer.entry.library) addNamed(library, key, offer);
  else countHidden(index, key, offer, 1);
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

function countHidden({ library, hidden }: OfferIndex, key: string, { sort }: Offer, by: number): void {
  if (!HIDING.has(sort)) return;
  const prefix = keys.shared(sort as DeclaredSort, '');
  if (!key.startsWith(prefix) || !library.get(sort)?.has(key.slice(prefix.length))) return;
  const count = (hidden.get(key) ?? 0) + by;
  if (count > 0) hidden.set(key, count);
  else hidden.delete(key);
}

/** The library's offer of a name in a shared space, unless the workspace hides it. */
export function libraryOffer(index: OfferIndex, sort: DeclaredSort, name: string): Offer | undefined {
  return isHidden(index, sort, name) ? undefined : index.library.get(sort)?.get(name);
}

/** True for a name of the library that a unit of the workspace has, too. */
export const isHidden = ({ hidden }: OfferIndex, sort: DeclaredSort, name: string): boolean =>
  hidden.size > 0 && hidden.has(keys.shared(sort, name));

/** Takes an offer out; nothing happens where it is not in. */
export function removeOffer(index: OfferIndex, key: string, offer: Offer): void {
  const { offers, lists } = index;
  const present = offers.get(key);
  if (present !== undefined && !offer.entry.library) countHidden(index, key, offer, -1);
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
