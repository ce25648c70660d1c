import { keys, type Offer, type OfferSort } from './contributions.ts';
import { firstOffer, type OfferIndex, offersOf } from './index.ts';

/**
 * What one evaluation may read of the workspace. Every look-up is remembered in `reads`, so that the unit is
 * evaluated again when an answer changes; the library never changes and is not remembered.
 */
export interface View {
  /** All offers under a key, in the order of the files. */
  all(key: string): readonly Offer[];
  /** The offer that counts under a key. */
  first(key: string): Offer | undefined;
  /**
   * As `first`, for keys that the unit itself offers under: whoever does is evaluated again with the key anyway,
   * so that nothing needs to be remembered.
   */
  peek(key: string): Offer | undefined;
  /** Names that the library offers in a shared space. */
  libraryNames(sort: OfferSort): readonly string[];
  /** Today, `YYYY-MM-DD`: what dates are compared with. */
  readonly today: string;
  /** What has been computed in this evaluation already. */
  readonly memo: Map<string, unknown>;
}

export function createView(index: OfferIndex, today: string, reads?: Set<string>): View {
  return {
    today,
    memo: new Map(),
    peek: (key) => firstOffer(index, key),
    libraryNames: (sort) => libraryNames(index, sort),
    all(key) {
      const offers = offersOf(index, key);
      if (!offers[0]?.entry.library) reads?.add(key);
      return offers;
    },
    first(key) {
      const offer = firstOffer(index, key);
      if (!offer?.entry.library) reads?.add(key);
      return offer;
    },
  };
}

const libraries = new WeakMap<OfferIndex, Map<OfferSort, readonly string[]>>();

/** The library is loaded first and never changes, so its names are listed once a sort. */
function libraryNames(index: OfferIndex, sort: OfferSort): readonly string[] {
  const lists = libraries.get(index) ?? new Map<OfferSort, readonly string[]>();
  libraries.set(index, lists);
  let names = lists.get(sort);
  if (!names) {
    const prefix = keys.shared(sort, '');
    names = [...index.offers.keys()].flatMap((key) =>
      key.startsWith(prefix) && firstOffer(index, key)?.entry.library ? [key.slice(prefix.length)] : [],
    );
    lists.set(sort, names);
  }
  return names;
}

/** Computes a value once per evaluation. */
export function memoised<T>(view: View, key: string, compute: () => T): T {
  const known = view.memo.get(key);
  if (known !== undefined) return known as T;
  const value = compute();
  view.memo.set(key, value);
  return value;
}

/** True when a system of this name exists in the workspace. */
export function isSystem(view: View, name: string): boolean {
  return view.first(keys.system(name)) !== undefined;
}
