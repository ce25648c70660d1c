import type { Entry } from './entry.ts';
import { keys, type Offer, type OfferSort } from './facts.ts';
import { firstOffer, libraryOffer, type OfferIndex, offersOf } from './offer-index.ts';

/**
 * What one evaluation may read of the workspace. Every look-up is remembered in `reads`, so that the unit is
 * evaluated again when an answer changes; the library never changes and is not remembered.
 */
export interface Query {
  /** All offers under a key, in the order of the files. */
  all(key: string): readonly Offer[];
  /** The offer that counts under a key. */
  first(key: string): Offer | undefined;
  /** The offer that counts for a name in a shared space: the library's, where it has the name. */
  shared(sort: OfferSort, name: string): Offer | undefined;
  /** As `shared`, to learn whether there is one: what is asked of it besides may change unnoticed. */
  named(sort: OfferSort, name: string): Offer | undefined;
  /**
   * As `first`, for keys that the unit itself offers under: whoever does is evaluated again with the key anyway,
   * so that nothing needs to be remembered.
   */
  peek(key: string): Offer | undefined;
  /** True for a name that the library offers in a shared space. */
  isOfLibrary(sort: OfferSort, name: string): boolean;
  /** All names that it offers there. */
  libraryNames(sort: OfferSort): readonly string[];
  /** Today, `YYYY-MM-DD`: what dates are compared with. */
  readonly today: string;
  /** What fixes may ask besides; an evaluation has none, as what it finds must follow from keys that it read. */
  readonly overview?: Overview;
  /** What has been computed for this query (see `createMemo`). It goes with the query. */
  readonly memory: Map<object, Map<unknown, unknown>>;
  /** What has been computed for all queries of the same moment (see `createCommonMemo`). */
  readonly common: CommonMemory;
  /** A query of the same moment that remembers its reads elsewhere. */
  apart(reads: Set<string>): Query;
  /** Takes over what was read for an answer that has been computed before. */
  note(reads: Iterable<string>): void;
}

/** Values by the memo and its key, with the keys of the workspace that were read for each. */
export type CommonMemory = Map<object, Map<unknown, { readonly value: unknown; readonly reads: ReadonlySet<string> }>>;

/** Questions about the workspace as a whole, whose answers nothing remembers. */
export interface Overview {
  entries(): Iterable<Entry>;
  /** The entries whose evaluation asked for one of these keys. */
  readersOf(keys: readonly string[]): ReadonlySet<Entry>;
}

export interface QueryOptions {
  readonly index: OfferIndex;
  readonly today: string;
  /** Remembers what is read, for a query of an evaluation. */
  readonly reads?: Set<string>;
  /** For questions outside of an evaluation. */
  readonly overview?: Overview;
  /** To be given to all queries between two changes of the index, and to no other. */
  readonly common?: CommonMemory;
}

export function createQuery(options: QueryOptions): Query {
  const { index, today, reads, overview, common = new Map() } = options;
  const inSpace = (sort: OfferSort, name: string, keyOf: typeof keys.shared): Offer | undefined => {
    const known = libraryOffer(index, sort, name);
    if (known) return known;
    const key = keyOf(sort, name);
    reads?.add(key);
    return firstOffer(index, key);
  };
  return {
    today,
    overview,
    memory: new Map(),
    common,
    apart: (own) => createQuery({ ...options, common, reads: own }),
    note(others) {
      if (reads) for (const key of others) reads.add(key);
    },
    peek: (key) => firstOffer(index, key),
    isOfLibrary: (sort, name) => libraryOffer(index, sort, name) !== undefined,
    libraryNames: (sort) => [...(index.library.get(sort)?.keys() ?? [])],
    shared: (sort, name) => inSpace(sort, name, keys.shared),
    named: (sort, name) => inSpace(sort, name, keys.named),
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

/** Remembers what has been computed for a key in one evaluation, for as long as its query lives. */
export type Memo<Key, Value> = (query: Query, key: Key, compute: () => Value) => Value;

export function createMemo<Key, Value>(): Memo<Key, Value> {
  // Kept by the query itself: a weak map of queries would cost the garbage collector more than all that is computed.
  const name = {};
  // Mostly the same query asks again and again.
  let last: { readonly memory: Query['memory']; readonly values: Map<Key, Value> } | undefined;
  return ({ memory }, key, compute) => {
    if (last?.memory !== memory) {
      const values = (memory.get(name) as Map<Key, Value> | undefined) ?? new Map<Key, Value>();
      memory.set(name, values);
      last = { memory, values };
    }
    const { values } = last;
    let value = values.get(key);
    if (value === undefined) {
      value = compute();
      values.set(key, value);
    }
    return value;
  };
}

/** As a memo, of what is computed from the query that is handed over and nothing else. */
export type CommonMemo<Key, Value> = (query: Query, key: Key, compute: (query: Query) => Value) => Value;

/**
 * Remembers what follows from the workspace, whichever unit asks: for all evaluations of one update. Each that asks
 * reads what the first has read for the answer. The computation must not come to ask for itself.
 */
export function createCommonMemo<Key, Value>(): CommonMemo<Key, Value> {
  const name = {};
  const own = createMemo<Key, { readonly value: unknown }>();
  const ask = (query: Query, key: Key, compute: (query: Query) => Value) => {
    let values = query.common.get(name);
    if (!values) {
      values = new Map();
      query.common.set(name, values);
    }
    let known = values.get(key);
    if (!known) {
      const reads = new Set<string>();
      known = { value: compute(query.apart(reads)), reads };
      values.set(key, known);
    }
    query.note(known.reads);
    return known;
  };
  // A query that has asked before need not note the reads again.
  return (query, key, compute) => own(query, key, () => ask(query, key, compute)).value as Value;
}
