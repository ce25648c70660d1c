import type { SeveritySetting } from '../model/system.ts';
import type { Candidate } from '../text/meant.ts';
import type { DeclaredSort, DeclaredValues } from './declared.ts';
import type { ElementSort, Handle } from './element.ts';
import type { Entry } from './entry.ts';
import { type FactName, type FactValue, factOf } from './facts.ts';
import { pathOf } from './handle.ts';
import { type Answer, type Key, keys } from './keys.ts';
import { candidatesOf } from './library-candidates.ts';
import { isHidden, libraryOffer, type OfferIndex, offersOf } from './offer-index.ts';
import { reveal } from './reveal.ts';

/**
 * What one evaluation may read of the workspace besides the unit that it is about. Every look-up is remembered in
 * `reads`, so that the unit is evaluated again when an answer changes; the library never changes and is not remembered; when
 * other names of it are hidden, all is evaluated again.
 */
export interface Query {
  /** All that stands under a key; under an ordered one in the order of the files. */
  all<A>(key: Key<A>): readonly A[];
  /** What counts under a key. */
  first<A>(key: Key<A>): A | undefined;
  /** What an element says. */
  fact<S extends ElementSort, F extends FactName<S>>(handle: Handle<S>, name: F): FactValue<S, F>;
  /** What counts for a name in a shared space: what a unit declares hides the library's. */
  shared<S extends DeclaredSort>(sort: S, name: string): Answer<DeclaredValues[S]> | undefined;
  /** As `shared`, to learn whether there is one. */
  named(sort: DeclaredSort, name: string): Answer | undefined;
  /** As `first`, for keys that the unit itself offers under, which need not be remembered. */
  peek<A>(key: Key<A>): A | undefined;
  /** Another object when units hide other names of the library: until then the answers about its names stay. */
  readonly libraryAsSeen: object;
  /** True for a name that the library offers in a shared space, and no unit hides. */
  isOfLibrary(sort: DeclaredSort, name: string): boolean;
  /** All names that it offers there. */
  libraryNames(sort: DeclaredSort): readonly string[];
  /** The same with all that people call them; always the same list. */
  libraryCandidates(sort: DeclaredSort): readonly Candidate[];
  /** Today, `YYYY-MM-DD`: what dates are compared with. */
  readonly today: string;
  /** For questions about a day to come: plans that fall due from this day to that one count as kept. */
  readonly plansKeptSince?: string;
  /** What the user sets for rules, by their codes; what a system says itself stands over it. */
  readonly severities: Severities;
  /** What fixes may ask besides; an evaluation has none, as what it finds must follow from keys that it read. */
  readonly overview?: Overview;
}

/** Severities by the codes of rules. */
export type Severities = ReadonlyMap<string, SeveritySetting>;

/** What a query is for those who remember for others: memos, and `analysis/statements.ts` by `tracking.ts`. */
export interface TrackedQuery extends Query {
  /** What has been computed for this query (see `createMemo`). It goes with the query. */
  readonly memory: Map<object, Map<unknown, unknown>>;
  /** What has been computed for all queries of the same moment (see `createCommonMemo`). */
  readonly common: CommonMemory;
  /** A query of the same moment and of no unit that remembers its reads elsewhere. */
  apart(reads: Set<string>): TrackedQuery;
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
  readonly plansKeptSince?: string;
  readonly severities: Severities;
  /** The unit under evaluation, whose own facts need not be remembered. */
  readonly entry?: Entry;
  /** Remembers what is read, for a query of an evaluation. */
  readonly reads?: Set<string>;
  /** For questions outside of an evaluation. */
  readonly overview?: Overview;
  /** To be given to all queries between two changes of the index, and to no other. */
  readonly common?: CommonMemory;
}

/** A query of the index that notes in `reads` what it is asked. */
export function createQuery(options: QueryOptions): TrackedQuery {
  const { index, today, plansKeptSince, severities, entry: own, reads, overview, common = new Map() } = options;
  const inSpace = (sort: DeclaredSort, name: string, keyOf: (sort: DeclaredSort, name: string) => string) => {
    const known = libraryOffer(index, sort, name);
    if (known) return known;
    const key = keyOf(sort, name);
    reads?.add(key);
    return offersOf(index, key).find(({ entry }) => !entry.library);
  };
  return {
    today,
    plansKeptSince,
    severities,
    overview,
    memory: new Map(),
    common,
    apart: (theirs) => createQuery({ ...options, entry: undefined, common, reads: theirs }),
    note(others) {
      if (reads) for (const key of others) reads.add(key);
    },
    peek<A>(key: Key<A>) {
      const offers = offersOf(index, key);
      // Who offers under a key is evaluated again with it anyway.
      if (!offers.some(({ entry }) => entry === own)) reads?.add(key);
      return offers[0] as A | undefined;
    },
    isOfLibrary: (sort, name) => libraryOffer(index, sort, name) !== undefined,
    libraryNames: (sort) => [...(index.library.get(sort)?.keys() ?? [])].filter((name) => !isHidden(index, sort, name)),
    libraryCandidates: (sort) => candidatesOf(index, sort),
    get libraryAsSeen() {
      return index.libraryAsSeen;
    },
    shared: <S extends DeclaredSort>(sort: S, name: string) =>
      inSpace(sort, name, keys.shared) as Answer<DeclaredValues[S]> | undefined,
    named: (sort, name) => inSpace(sort, name, keys.named) as Answer | undefined,
    fact<S extends ElementSort, F extends FactName<S>>(handle: Handle<S>, name: F) {
      const fact = factOf(handle.sort, name);
      const isApart = typeof fact !== 'function';
      if (reads && handle.entry !== own) {
        reads.add((isApart ? fact.key : keys.path)(handle.entry.system, pathOf(handle)));
      }
      return (isApart ? fact.read : fact)(reveal(handle)) as FactValue<S, F>;
    },
    all<A>(key: Key<A>) {
      const offers = offersOf(index, key);
      if (!offers[0]?.entry.library) reads?.add(key);
      return offers as readonly unknown[] as readonly A[];
    },
    first<A>(key: Key<A>) {
      const offer = offersOf(index, key)[0];
      if (!offer?.entry.library) reads?.add(key);
      return offer as A | undefined;
    },
  };
}
