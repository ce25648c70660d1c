import { type Change, createChange, NO_CHANGE } from './change.ts';
import type { Entry, Source } from './entry.ts';
import { isOrdered } from './keys.ts';
import { addOffer, createIndex, type OfferIndex, removeOffer } from './offer-index.ts';
import { eachOffer, type Offer } from './offers.ts';
import { type CommonMemory, createQuery, type Query, type Severities } from './query.ts';
import { putIn, takeOut } from './sets.ts';

/** An offer with the key that it stands under. */
export interface KeyedOffer {
  readonly key: string;
  readonly offer: Offer;
}

/** What follows from a unit. All functions must depend on nothing but the unit and what they read of the query. */
export interface Evaluator<Result> {
  /** What the unit offers to others once its names are resolved, made before any part is evaluated. */
  link(entry: Entry, query: Query): readonly KeyedOffer[];
  /** The parts of a unit's evaluation: each is done again only when something that it read has changed. */
  readonly parts: readonly ((entry: Entry, query: Query) => Result)[];
  /** The units whose places a result points to: where one of them is replaced, the result must be worked out again. */
  mentions(result: Result): Iterable<Source>;
  /** A new result with all that it has in common with the one before taken from there: that one itself if nobody can tell them apart. */
  keep(before: Result, after: Result): Result;
}

/** One part of the evaluation of an entry, or its linking, with the keys that it read. */
interface Task<Result> {
  /** Another one when a unit takes the place of a removed one, which read much the same. */
  entry: Entry;
  /** Index of the part, -1 for linking. */
  readonly part: number;
  reads: Set<string>;
  mentions: ReadonlySet<Source>;
  result?: Result;
}

/** What is known of an entry. */
interface EntryState<Result> {
  readonly offers: readonly KeyedOffer[];
  readonly linking: Task<Result>;
  readonly parts: readonly Task<Result>[];
  links: readonly KeyedOffer[];
}

/**
 * All units of a workspace and what follows from them, kept up to date incrementally: after any sequence of
 * updates the results equal those of a new store with the same units.
 *
 * How: a unit offers its names and facts under keys, and each part of its evaluation remembers the keys it read.
 * An update swaps offers, and does again whatever read, or offers under, a key whose signatures changed.
 */
export interface Store<Result> {
  readonly index: OfferIndex;
  /**
   * Replaces units, and goes file by file through what follows: tells the entries whose results are others now. The
   * removed ones have none any more. It must be gone through to its end before anything else is asked or told.
   */
  update(removed: Iterable<Entry>, added: Iterable<Entry>): Steps<Entry>;
  /** Sets the day that dates are compared with; answers the entries whose results are others then. */
  setToday(today: string): Steps<Entry>;
  /** Sets what the user wants of rules, by their codes; answers the entries whose results are others then. */
  setSeverities(severities: Severities): Steps<Entry>;
  /** The results of an entry, one a part. */
  resultsOf(entry: Entry): readonly Result[];
  entries(): Iterable<Entry>;
  /** The other units whose results point into an entry. */
  mentionersOf(entry: Entry): Iterable<Entry>;
  /** A query that remembers nothing: for answering questions outside an evaluation. */
  query(): Query;
  /** The same about another day, with the plans kept that fall due from a day to that one. */
  queryOn(day: string, plansKeptSince: string): Query;
  /**
   * Does all tasks again, each with a query of its own, and answers those that come to something else than what is
   * known: none, unless a task read something that it did not ask the query for. Nothing known or remembered changes.
   */
  verify(): Discrepancy<Result>[];
}

/** A task whose outcome is not what follows from the units as they are. */
export type Discrepancy<Result> = { readonly entry: Entry } & (
  | { readonly part: number; readonly known: Result | undefined; readonly fresh: Result }
  /** Of linking: the keys with the signatures offered under them. */
  | { readonly part: 'linking'; readonly known: readonly string[]; readonly fresh: readonly string[] }
);

/** Work in steps, each of which tells what it has brought up to date. */
export type Steps<T> = Generator<ReadonlySet<T>, void>;

/**
 * A store without units.
 * @param today yyyy-mm-dd, what dates are compared with
 */
export function createStore<Result>(
  evaluator: Evaluator<Result>,
  today: string,
  severities: Severities = new Map(),
): Store<Result> {
  const index = createIndex();
  const states = new Map<Entry, EntryState<Result>>();
  const readers = new Map<string, Set<Task<Result>>>();
  const mentioners = new Map<Source, Set<Task<Result>>>();

  const forget = (task: Task<Result>) => {
    for (const key of task.reads) takeOut(readers, key, task);
    for (const entry of task.mentions) takeOut(mentioners, entry, task);
  };

  /** Runs a task and remembers what it reads. Mostly that is what it read before. */
  function run<T>(task: Task<Result>, work: (query: Query) => T, common?: CommonMemory): T {
    const { reads: before } = task;
    const reads = new Set<string>();
    const value = work(createQuery({ index, today, severities, entry: task.entry, reads, common }));
    let isSame = true;
    for (const key of reads) {
      if (before.has(key)) continue;
      putIn(readers, key, task);
      isSame = false;
    }
    if (isSame && reads.size === before.size) return value;
    for (const key of before) if (!reads.has(key)) takeOut(readers, key, task);
    task.reads = reads;
    return value;
  }

  function point(task: Task<Result>, mentions: ReadonlySet<Source>): void {
    for (const entry of task.mentions) takeOut(mentioners, entry, task);
    for (const entry of mentions) putIn(mentioners, entry, task);
    task.mentions = mentions;
  }

  function link(state: EntryState<Result>, change: Change): void {
    const { linking } = state;
    for (const { key, offer } of state.links) {
      removeOffer(index, key, offer);
      change.removed(key, offer);
    }
    state.links = run(linking, (query) => evaluator.link(linking.entry, query));
    for (const { key, offer } of state.links) {
      addOffer(index, key, offer);
      change.added(key, offer);
    }
  }

  const readersOf = (keys: readonly string[]) =>
    new Set(keys.flatMap((key) => [...(readers.get(key) ?? [])].map(({ entry }) => entry)));

  /** Whatever must be done again because of the dirty keys. */
  function affected(dirty: Iterable<string>, tasks: Set<Task<Result>>): void {
    const all = (entry: Entry) => {
      const state = states.get(entry);
      for (const task of state ? [state.linking, ...state.parts] : []) tasks.add(task);
    };
    for (const key of dirty) {
      for (const reader of readers.get(key) ?? []) tasks.add(reader);
      if (!isOrdered(key)) continue;
      const present = index.offers.get(key);
      if (present instanceof Set) for (const offer of present) all(offer.entry);
      else if (present) all(present.entry);
    }
  }

  function* settle(stale: Set<Task<Result>>, change: Change): Steps<Entry> {
    for (const task of stale) {
      const state = states.get(task.entry);
      if (task.part < 0 && state) link(state, change);
    }
    affected(change.dirty(), stale);
    // From here on the index stays as it is until the next update.
    const common: CommonMemory = new Map();
    for (const tasks of byFile(stale)) {
      const touched = new Set<Entry>();
      for (const task of tasks) if (evaluate(task, common)) touched.add(task.entry);
      if (touched.size > 0) yield touched;
    }
  }

  /** For what no key stands for. */
  const evaluateAll = () => settle(new Set([...states.values()].flatMap(({ parts }) => parts)), createChange(index));

  /** Does a part of an evaluation again; true where its result is another one. */
  function evaluate(task: Task<Result>, common: CommonMemory): boolean {
    const work = evaluator.parts[task.part];
    if (!work) return false;
    const before = task.result;
    const after = run(task, (query) => work(task.entry, query), common);
    task.result = before ? evaluator.keep(before, after) : after;
    if (task.result === before) return false;
    const mentioned = [...evaluator.mentions(task.result)].filter((other) => other !== task.entry);
    point(task, mentioned.length === 0 ? NONE : new Set(mentioned));
    return true;
  }

  /** Does a task again that nobody remembers; the index is as it was for all of them. */
  function* verifyState(
    { linking, parts, links }: EntryState<Result>,
    common: CommonMemory,
  ): Iterable<Discrepancy<Result>> {
    const { entry } = linking;
    if (entry.library) return;
    const query = () => createQuery({ index, today, severities, reads: new Set(), common });
    const [known, fresh] = [links, evaluator.link(entry, query())].map(signaturesOf);
    if (known!.join() !== fresh!.join()) yield { entry, part: 'linking', known: known!, fresh: fresh! };
    for (const { part, result } of parts) {
      const after = evaluator.parts[part]!(entry, query());
      if (!result || evaluator.keep(result, after) !== result) yield { entry, part, known: result, fresh: after };
    }
  }

  return {
    index,
    *update(removed, added) {
      // Where nothing has been read yet, nothing has to be done again: the first reading need not be compared.
      const compare = readers.size === 0 ? () => NO_CHANGE : () => createChange(index);
      const change = compare();
      // What is linked anew is compared with what was linked before, also where the unit is another.
      const linked = compare();
      const stale = new Set<Task<Result>>();
      const free: EntryState<Result>[] = [];
      const hiddenBefore = new Set(index.hidden.keys());
      for (const entry of removed) {
        const state = states.get(entry);
        if (!state) continue;
        for (const task of mentioners.get(entry) ?? []) stale.add(task);
        for (const [offers, its] of [
          [state.offers, change],
          [state.links, linked],
        ] as const) {
          for (const { key, offer } of offers) {
            removeOffer(index, key, offer);
            its.removed(key, offer);
          }
        }
        free.push(state);
        states.delete(entry);
      }
      free.reverse();
      for (const task of stale) if (!states.has(task.entry)) stale.delete(task);
      for (const entry of added) {
        const offers: KeyedOffer[] = [];
        eachOffer(entry, (key, offer) => {
          offers.push({ key, offer });
          addOffer(index, key, offer);
          change.added(key, offer);
        });
        // Nothing is found in the library.
        const { linking, parts } = entry.library
          ? createTasks<Result>(entry, 0)
          : (free.pop() ?? createTasks(entry, evaluator.parts.length));
        for (const task of [linking, ...parts]) {
          task.entry = entry;
          task.result = undefined;
          stale.add(task);
        }
        states.set(entry, { offers, linking, parts, links: [] });
      }
      for (const { linking, parts } of free) for (const task of [linking, ...parts]) forget(task);
      // Nobody has remembered that a name of the library was asked for.
      if (!hasKeys(index.hidden, hiddenBefore)) {
        index.libraryAsSeen = {};
        for (const { linking, parts } of states.values()) for (const task of [linking, ...parts]) stale.add(task);
      }
      affected(change.dirty(), stale);
      yield* settle(stale, linked);
    },
    *setToday(day) {
      if (day === today) return;
      today = day;
      yield* evaluateAll();
    },
    *setSeverities(wanted) {
      severities = wanted;
      yield* evaluateAll();
    },
    resultsOf(entry) {
      const results: Result[] = [];
      for (const { result } of states.get(entry)?.parts ?? []) if (result !== undefined) results.push(result);
      return results;
    },
    entries: () => states.keys(),
    mentionersOf: (entry) => new Set([...(mentioners.get(entry) ?? [])].map((task) => task.entry)),
    query: () => createQuery({ index, today, severities, overview: { entries: () => states.keys(), readersOf } }),
    queryOn: (day, plansKeptSince) =>
      createQuery({
        index,
        today: day,
        plansKeptSince,
        severities,
        overview: { entries: () => states.keys(), readersOf },
      }),
    verify() {
      const common: CommonMemory = new Map();
      return [...states.values()].flatMap((state) => [...verifyState(state, common)]);
    },
  };
}

const hasKeys = (map: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean =>
  map.size === keys.size && [...keys].every((key) => map.has(key));

/** What offers say to those who read their keys, in an order that does not depend on how they came about. */
const signaturesOf = (links: readonly KeyedOffer[]): string[] =>
  links.map(({ key, offer }) => `${key}: ${offer.sort} ${offer.signature}`).sort();

function createTasks<Result>(entry: Entry, count: number): Pick<EntryState<Result>, 'linking' | 'parts'> {
  const create = (part: number): Task<Result> => ({ entry, part, reads: new Set(), mentions: NONE });
  return { linking: create(-1), parts: Array.from({ length: count }, (_, part) => create(part)) };
}

const NONE: ReadonlySet<Source> = new Set();

/** Tasks by the file of their entries, in the order in which the files come up. */
function byFile<Result>(tasks: Iterable<Task<Result>>): Iterable<readonly Task<Result>[]> {
  const files = new Map<string, Task<Result>[]>();
  for (const task of tasks) {
    const known = files.get(task.entry.file);
    if (known) known.push(task);
    else files.set(task.entry.file, [task]);
  }
  return files.values();
}

/** Goes through all steps at once; answers what they tell together. */
export function inOneGo<T>(steps: Steps<T>): Set<T> {
  const all = new Set<T>();
  for (const step of steps) for (const item of step) all.add(item);
  return all;
}
