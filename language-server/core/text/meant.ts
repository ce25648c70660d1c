import type { Precedence } from './alias-order.ts';
import { createComparable, isNear, nearest } from './closest.ts';
import { isName } from './names.ts';
import { spellingOf, wordsOf } from './spelling.ts';

/** Something that a name may have been meant for, by all that people call it. */
export interface Candidate {
  readonly name: string;
  readonly title?: string;
  readonly aliases?: readonly string[];
  /** Words that mean others first, and how many. */
  readonly behind?: Precedence;
}

/**
 * Names of candidates that a word may have been meant for, the best first: those that are called so in other letters or
 * by an alias or title; else those with a name that is misspelt; with an alias or title that is; else those that have
 * words in common with it, the rarest words and those of names counting most.
 * @param candidates a list that is kept: what is worked out of it is kept with it
 * @param mostSharing more candidates than this that only have words in common with it tell nothing
 */
export function meant(
  word: string,
  candidates: readonly Candidate[],
  mostSharing = Number.POSITIVE_INFINITY,
): string[] {
  const index = indexOf(candidates);
  const known = index.known.get(word);
  if (known) return [...known];
  const found = [...new Set(allMeant(word, index, mostSharing))].filter((name) => name !== word);
  if (index.known.size >= MOST_KNOWN) index.known.clear();
  index.known.set(word, found);
  return [...found];
}

/** Answers that are kept for one list: a plant names the same unknown type many times. */
const MOST_KNOWN = 1000;

interface Index {
  readonly count: number;
  /** The names, and the texts with signs between the words, that a misspelt word is to be compared with. */
  readonly names: (word: string) => readonly string[];
  readonly spelled: (word: string) => readonly string[];
  /** By each spelling who goes by it, whom it means first before the others. */
  readonly spellings: ReadonlyMap<string, readonly Called[]>;
  /** The same with signs between the words. */
  readonly texts: ReadonlyMap<string, readonly Called[]>;
  /** By each word the candidates that have it, by how much it tells of them. */
  readonly words: ReadonlyMap<string, ReadonlyMap<Candidate, number>>;
  /** All of them in alphabetical order, to find those with a beginning. */
  readonly sorted: readonly string[];
  readonly known: Map<string, readonly string[]>;
}

const indexes = new WeakMap<readonly Candidate[], Index>();

function indexOf(candidates: readonly Candidate[]): Index {
  let index = indexes.get(candidates);
  if (!index) {
    index = createIndex(candidates);
    indexes.set(candidates, index);
  }
  return index;
}

/** What a word tells of a candidate: most where it says what sort of thing the name means, as its last word does. */
const WEIGHTS = { head: 4, name: 3, title: 2, alias: 1 };

function createIndex(candidates: readonly Candidate[]): Index {
  const spellings = new Map<string, Called[]>();
  const texts = new Map<string, Called[]>();
  const words = new Map<string, Map<Candidate, number>>();
  for (const candidate of candidates) {
    const { name, title, aliases = [], behind } = candidate;
    for (const text of [name, title ?? '', ...aliases]) {
      const called = { name, rank: behind?.get(spellingOf(text)) ?? 0 };
      push(spellings, spellingOf(text), called);
      push(texts, wordsOf(text).join('-'), called);
    }
    const weigh = (word: string, weight: number) => {
      const having = words.get(word) ?? new Map<Candidate, number>();
      words.set(word, having);
      having.set(candidate, Math.max(weight, having.get(candidate) ?? 0));
    };
    const ofName = wordsOf(name);
    ofName.forEach((word, i) => {
      weigh(word, i === ofName.length - 1 ? WEIGHTS.head : WEIGHTS.name);
    });
    for (const word of wordsOf(title ?? '')) weigh(word, WEIGHTS.title);
    for (const word of aliases.flatMap(wordsOf)) weigh(word, WEIGHTS.alias);
  }
  return {
    count: candidates.length,
    names: createComparable([...new Set(candidates.map(({ name }) => name))]),
    spelled: createComparable([...texts.keys()]),
    spellings,
    texts,
    words,
    sorted: [...words.keys()].sort(),
    known: new Map(),
  };
}

/** A candidate that goes by a text, and how many others the text means first. */
interface Called {
  readonly name: string;
  readonly rank: number;
}

function push(called: Map<string, Called[]>, text: string, one: Called): void {
  if (text === '') return;
  const known = called.get(text) ?? [];
  called.set(text, known);
  const later = known.findIndex(({ rank }) => rank > one.rank);
  known.splice(later < 0 ? known.length : later, 0, one);
}

const namesOf = (called: readonly Called[] | undefined): string[] => (called ?? []).map(({ name }) => name);

function allMeant(word: string, index: Index, mostSharing: number): readonly string[] {
  const { spellings, texts } = index;
  // The number of one of several says nothing of what it is: `plc-2`.
  const bare = word.replace(/[-_]?\d+$/, '');
  for (const text of isName(word) ? [word, bare] : []) {
    const exact = namesOf(spellings.get(spellingOf(text))).filter((name) => name !== word);
    if (exact.length > 0) return exact;
  }
  const byName = nearest(word, index.names(word), (name) => isNearByWord(word, name));
  // Of requirements the numbers count, not the words.
  if (byName.length > 0 || !isName(word)) return byName;
  const spelled = wordsOf(word).join('-');
  // Of what is as short as an abbreviation, any other is one letter away.
  const isLong = spelled.length >= LEAST_MISSPELT;
  const byText = isLong ? nearest(spelled, index.spelled(spelled), (text) => isNearByWord(spelled, text, true)) : [];
  if (byText.length > 0) return byText.flatMap((text) => namesOf(texts.get(text)));
  const alike = sharing(word, index);
  return alike.length > mostSharing ? [] : alike;
}

const LEAST_MISSPELT = 4;

/** False where another word stands in the place of one: `erp-server` is no misspelt `web-server`. */
function isNearByWord(a: string, b: string, hasSameWords = false): boolean {
  const [words, others] = [a.split('-'), b.split('-')];
  if (words.length !== others.length) return !hasSameWords;
  return words.every((word, i) => isNear(word, others[i]!));
}

/** A word that more than this share of the candidates have tells nothing of which is meant. */
const MOST_SHARE = 1 / 3;

/** Words that begin with a written one are as good as half of it: `eng-station`. */
const LEAST_BEGINNING = 3;

/** The candidates that have the most words in common with what is written, those with the rarest first. */
function sharing(text: string, index: Index): string[] {
  const scores = new Map<Candidate, { words: string[]; score: number }>();
  const written = wordsOf(text);
  for (const word of new Set(written)) {
    // The last word says what sort of thing it is, those before it where or what for.
    const share = word === written.at(-1) ? 2 : 1;
    for (const [candidate, score] of scoresOf(word, index)) {
      const known = scores.get(candidate) ?? { words: [], score: 0 };
      known.words.push(word);
      scores.set(candidate, { words: known.words, score: known.score + share * score });
    }
  }
  let found: [Candidate, number][] = [];
  let [most, best] = [0, 0];
  for (const [candidate, { words, score }] of scores) {
    const count = countTogether(candidate, words);
    if (count < most) continue;
    if (count > most) [found, most, best] = [[], count, 0];
    found.push([candidate, score]);
    best = Math.max(best, score);
  }
  return found
    .filter(([, score]) => score > best / 2)
    .sort(([, a], [, b]) => b - a)
    .map(([{ name }]) => name);
}

/** How many of the words that a candidate has stand together: in its name and title, or in one alias. */
function countTogether({ name, title = '', aliases = [] }: Candidate, words: readonly string[]): number {
  if (words.length < 2) return words.length;
  const texts = [`${name} ${title}`, ...aliases].map(wordsOf);
  const counts = texts.map((own) => words.filter((word) => own.some((each) => each.startsWith(word))).length);
  return Math.max(...counts);
}

/** What a written word tells of the candidates that have it, or one that begins with it. */
function scoresOf(word: string, { count, words, sorted }: Index): Map<Candidate, number> {
  const most = Math.max(3, count * MOST_SHARE);
  const scores = new Map<Candidate, number>();
  const add = (having: ReadonlyMap<Candidate, number>, share: number) => {
    if (having.size > most) return;
    for (const [candidate, weight] of having) {
      scores.set(candidate, Math.max(scores.get(candidate) ?? 0, (share * weight) / having.size));
    }
  };
  const own = words.get(word);
  if (own) add(own, 1);
  else if (word.length >= LEAST_BEGINNING) {
    for (let i = firstFrom(sorted, word); sorted[i]?.startsWith(word); i++) add(words.get(sorted[i]!)!, 0.5);
  }
  return scores;
}

/** The index of the first of sorted words that does not come before one. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
