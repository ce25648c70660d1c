import { eachOffer, isOrdered, type Offer } from './contributions.ts';
import type { Entry } from './entry.ts';
import { addOffer, countOffers, createIndex, type OfferIndex, removeOffer } from './index.ts';
import { createView, type View } from './view.ts';

/** The two steps of evaluating a unit. Both must depend on nothing but the unit and what they read of the view. */
export interface Evaluator<Result> {
  /** Zones that a conduit of the unit ends at: offers to them, made before any unit is evaluated. */
  link(entry: Entry, view: View): readonly { readonly key: string; readonly offer: Offer }[];
  evaluate(entry: Entry, view: View): Result;
}

/** What is known of an entry. */
interface Record<Result> {
  readonly offers: readonly { readonly key: string; readonly offer: Offer }[];
  links: readonly { readonly key: string; readonly offer: Offer }[];
  linkReads: Set<string>;
  reads: Set<string>;
  result?: Result;
}

/**
 * All units of a workspace and what follows from them, kept up to date incrementally: after any sequence of
 * updates the results equal those of a new world with the same units.
 *
 * How: a unit offers its names and facts under keys, and its evaluation remembers the keys it read. An update
 * swaps offers, and evaluates again whoever read, or offers under, a key whose signatures changed.
 */
export interface World<Result> {
  readonly index: OfferIndex;
  /** Replaces units; answers the entries whose results are new. The removed ones have none any more. */
  update(removed: Iterable<Entry>, added: Iterable<Entry>): Set<Entry>;
  /** Sets the day that dates are compared with; answers the entries evaluated again. */
  setToday(today: string): Set<Entry>;
  resultOf(entry: Entry): Result | undefined;
  entries(): Iterable<Entry>;
  /** A view that remembers nothing: for answering questions outside an evaluation. */
  view(): View;
}

export function createWorld<Result>(evaluator: Evaluator<Result>, today: string): World<Result> {
  const index = createIndex();
  const records = new Map<Entry, Record<Result>>();
  const readers = new Map<string, Set<Entry>>();
  const bySystem = new Map<string, Set<Entry>>();

  const remember = (entry: Entry, reads: Set<string>) => {
    for (const key of reads) {
      const set = readers.get(key);
      if (set) set.add(entry);
      else readers.set(key, new Set([entry]));
    }
  };
  const forget = (entry: Entry, reads: Set<string>, kept?: Set<string>) => {
    for (const key of reads) {
      if (kept?.has(key)) continue;
      const set = readers.get(key);
      set?.delete(entry);
      if (set?.size === 0) readers.delete(key);
    }
  };

  function link(entry: Entry, record: Record<Result>, change: Change): void {
    forget(entry, record.linkReads, record.reads);
    for (const { key, offer } of record.links) {
      removeOffer(index, key, offer);
      change.removed(key, offer);
    }
    record.linkReads = new Set();
    record.links = evaluator.link(entry, createView(index, today, record.linkReads));
    for (const { key, offer } of record.links) {
      addOffer(index, key, offer);
      change.added(key, offer);
    }
    remember(entry, record.linkReads);
  }

  function evaluate(entry: Entry, record: Record<Result>): void {
    forget(entry, record.reads, record.linkReads);
    record.reads = new Set();
    record.result = evaluator.evaluate(entry, createView(index, today, record.reads));
    remember(entry, record.reads);
  }

  /** Everyone who must be evaluated again because of the dirty keys. */
  function affected(dirty: Iterable<string>): Set<Entry> {
    const entries = new Set<Entry>();
    for (const key of dirty) {
      for (const reader of readers.get(key) ?? []) entries.add(reader);
      if (!isOrdered(key)) continue;
      const present = index.offers.get(key);
      if (present instanceof Set) for (const offer of present) entries.add(offer.entry);
      else if (present) entries.add(present.entry);
      // The settings of a system reach every unit of it.
      if (key.startsWith('s ')) for (const entry of bySystem.get(key.slice(2)) ?? []) entries.add(entry);
    }
    return entries;
  }

  function settle(dirty: Set<string>, added: Iterable<Entry>): Set<Entry> {
    const stale = affected(dirty);
    for (const entry of added) stale.add(entry);
    const change = createChange(index);
    for (const entry of stale) if (entry.unit.conduits.length > 0) link(entry, records.get(entry)!, change);
    for (const entry of affected(change.dirty())) stale.add(entry);
    for (const entry of stale) {
      if (entry.library) stale.delete(entry);
      else evaluate(entry, records.get(entry)!);
    }
    return stale;
  }

  return {
    index,
    update(removed, added) {
      const change = createChange(index);
      for (const entry of removed) {
        const record = records.get(entry);
        if (!record) continue;
        for (const { key, offer } of record.offers) {
          removeOffer(index, key, offer);
          change.removed(key, offer);
        }
        for (const { key, offer } of record.links) {
          removeOffer(index, key, offer);
          change.removed(key, offer);
        }
        forget(entry, record.reads);
        forget(entry, record.linkReads);
        records.delete(entry);
        bySystem.get(entry.system)?.delete(entry);
      }
      const fresh = [...added];
      for (const entry of fresh) {
        const offers: { key: string; offer: Offer }[] = [];
        eachOffer(entry, (key, offer) => {
          offers.push({ key, offer });
          addOffer(index, key, offer);
          change.added(key, offer);
        });
        records.set(entry, { offers, links: [], linkReads: new Set(), reads: new Set() });
        const system = bySystem.get(entry.system);
        if (system) system.add(entry);
        else bySystem.set(entry.system, new Set([entry]));
      }
      return settle(change.dirty(), fresh);
    },
    setToday(day) {
      if (day === today) return new Set();
      today = day;
      return settle(new Set(), records.keys());
    },
    resultOf: (entry) => records.get(entry)?.result,
    entries: () => records.keys(),
    view: () => createView(index, today),
  };
}

/** Collects what was removed and added under each key, to tell which keys say something else now. */
interface Change {
  removed(key: string, offer: Offer): void;
  added(key: string, offer: Offer): void;
  dirty(): Set<string>;
}

function createChange(index: OfferIndex): Change {
  /** Signatures by key: how many more times each is offered than before. */
  const balance = new Map<string, Map<string, number>>();
  const count = (key: string, { sort, signature }: Offer, by: number) => {
    const signatures = balance.get(key) ?? new Map<string, number>();
    balance.set(key, signatures);
    const id = `${sort} ${signature}`;
    signatures.set(id, (signatures.get(id) ?? 0) + by);
  };
  return {
    removed: (key, offer) => count(key, offer, -1),
    added: (key, offer) => count(key, offer, 1),
    dirty() {
      const dirty = new Set<string>();
      for (const [key, signatures] of balance) {
        // Where several have one name, their order matters too, and an exchange may have changed it.
        if ((isOrdered(key) && countOffers(index, key) > 1) || [...signatures.values()].some((n) => n !== 0))
          dirty.add(key);
      }
      return dirty;
    },
  };
}
