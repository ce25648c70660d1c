import type { Candidate } from '../../text/meant.ts';
import { spellingOf, wordsOf } from '../../text/spelling.ts';
import { TYPES_BY_PORT } from './port-words.ts';
import { PRODUCT_WORDS } from './product-words.ts';

/** The type of what nobody can tell: the library's own. */
export const UNKNOWN_TYPE = 'unknown-device';

/** What a type was told by: a word for it, the name of a product, open ports, or nothing. */
export type TypeSource = 'alias' | 'product' | 'ports' | 'none';

export type Sureness = 'high' | 'medium' | 'low';

/** A type as recognised, what from, and how sure that is. */
export interface TypeGuess {
  readonly type: string;
  readonly from: TypeSource;
  readonly sure: Sureness;
  /** Other types that the word may mean as well. */
  readonly others?: readonly string[];
}

/** What an import has read that tells of a type. */
export interface TypeHints {
  /** The cell of a type column. */
  readonly words?: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly title?: string;
  readonly description?: string;
  readonly software?: readonly string[];
  /** `tcp 502` */
  readonly ports?: readonly string[];
}

export interface TypeRecogniser {
  of(hints: TypeHints): TypeGuess;
  /** What a text alone is a word for; undefined where it is none. */
  ofWords(text: string): TypeGuess | undefined;
}

const UNKNOWN: TypeGuess = { type: UNKNOWN_TYPE, from: 'none', sure: 'low' };

/** Words that an alias may have; longer phrases are none. */
const MOST_WORDS = 5;

/** So many texts are kept with their types: inventories say the same words again and again. */
const MOST_KEPT = 20_000;

/**
 * Tells types from words, by the names, titles and aliases of the types there are.
 * @param candidates types with all that people call them
 */
export function createTypeRecogniser(candidates: readonly Candidate[]): TypeRecogniser {
  const byWord = wordsFor(candidates);
  const known = new Set(candidates.map(({ name }) => name));
  const kept = new Map<string, TypeGuess | undefined>();

  const exact = (text: string): TypeGuess | undefined => {
    const types = byWord.get(spellingOf(text)) ?? byWord.get(spellingOf(withoutCode(text)));
    if (!types) return undefined;
    return types.length > 1
      ? { type: types[0]!, from: 'alias', sure: 'low', others: types.slice(1) }
      : { type: types[0]!, from: 'alias', sure: 'high' };
  };

  /** The longest phrase in a text that is a word for a type; of two alike the last, which says what sort of thing it is. */
  const within = (text: string): TypeGuess | undefined => {
    const words = wordsOf(text).slice(0, 40);
    for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
      for (let from = words.length - length; from >= 0; from--) {
        const phrase = words.slice(from, from + length).join('');
        const types = phrase.length > 1 ? (byWord.get(phrase) ?? byWord.get(phrase.replace(/s$/, ''))) : undefined;
        if (!types || types[0] === UNKNOWN_TYPE) continue;
        return { type: types[0]!, from: 'alias', sure: types.length > 1 ? 'low' : 'medium', ...others(types) };
      }
    }
    return undefined;
  };

  const ofWords = (text: string): TypeGuess | undefined => {
    const key = text.trim();
    if (key === '') return undefined;
    if (kept.has(key)) return kept.get(key);
    const found = exact(key) ?? within(key);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };

  const ofProduct = (text: string): TypeGuess | undefined => {
    if (text.trim() === '') return undefined;
    const type = PRODUCT_WORDS.find(([words, type]) => known.has(type) && words.test(text))?.[1];
    return type === undefined ? undefined : { type, from: 'product', sure: 'medium' };
  };

  return {
    ofWords,
    of({ words = '', vendor = '', product = '', title = '', description = '', software = [], ports = [] }) {
      const told = ofWords(words);
      if (told && told.type !== UNKNOWN_TYPE) return told;
      const key = `\0${vendor}\0${product}\0${words}`;
      if (!kept.has(key)) {
        kept.set(key, ofProduct(`${vendor} ${product}`) ?? ofProduct(words) ?? fromProduct(ofWords(product)));
      }
      const found =
        kept.get(key) ?? ofProduct(title) ?? atMost('medium', ofWords(title)) ?? atMost('low', ofWords(description));
      if (found && found.type !== UNKNOWN_TYPE) return found;
      const ofSoftware = software.map(ofProduct).find((guess) => guess);
      if (ofSoftware) return { ...ofSoftware, sure: 'low' };
      const open = new Set(ports);
      const byPort = TYPES_BY_PORT.find(([port, type]) => open.has(port) && known.has(type));
      return byPort ? { type: byPort[1], from: 'ports', sure: 'low' } : UNKNOWN;
    },
  };
}

const others = (types: readonly string[]): Pick<TypeGuess, 'others'> =>
  types.length > 1 ? { others: types.slice(1) } : {};

/** A word in a product's name tells by the product. */
const fromProduct = (guess: TypeGuess | undefined): TypeGuess | undefined => guess && { ...guess, from: 'product' };

/** A word in a name or description says what a thing is called, and is no statement of its type. */
const atMost = (sure: 'medium' | 'low', guess: TypeGuess | undefined): TypeGuess | undefined =>
  guess && { ...guess, sure: guess.sure === 'low' ? 'low' : sure };

/** A code of a tool without what all of its codes begin with. */
const withoutCode = (text: string): string =>
  text
    .trim()
    .replace(/^cmdb_ci_(ot_)?/i, '')
    .replace(/^e(?=[A-Z][a-z])/, '');

/** By each spelling the types that go by it, the one that it means first in front. */
function wordsFor(candidates: readonly Candidate[]): ReadonlyMap<string, readonly string[]> {
  const ranked = new Map<string, { name: string; rank: number }[]>();
  for (const { name, title, aliases = [], behind } of candidates) {
    for (const spelling of new Set([name, title ?? '', ...aliases].map(spellingOf))) {
      if (spelling === '') continue;
      const called = ranked.get(spelling) ?? [];
      called.push({ name, rank: behind?.get(spelling) ?? 0 });
      ranked.set(spelling, called);
    }
  }
  return new Map(
    [...ranked].map(([spelling, called]) => [spelling, called.sort((a, b) => a.rank - b.rank).map(({ name }) => name)]),
  );
}
