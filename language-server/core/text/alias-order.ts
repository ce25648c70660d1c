import { spellingOf } from './spelling.ts';

/** What a declaration goes by that others go by, too: those that mean the word first, each with the words. */
export interface Deferring {
  readonly name: string;
  readonly deferrals?: readonly { readonly to: { readonly text: string }; readonly words: readonly string[] }[];
}

/** Of each word in one spelling, how many others it means before this one. */
export type Precedence = ReadonlyMap<string, number>;

/** By the name of each that defers to another in some word: behind how many others it comes in which word. */
export function precedencesOf(all: readonly Deferring[]): ReadonlyMap<string, Precedence> {
  const before = new Map<string, Map<string, string>>();
  for (const { name, deferrals = [] } of all) {
    if (deferrals.length === 0) continue;
    const ofName = new Map(deferrals.flatMap(({ to, words }) => words.map((word) => [spellingOf(word), to.text])));
    before.set(name, ofName);
  }
  const rank = (name: string, word: string): number => {
    const passed = new Set<string>();
    // Who defers in a ring is met again.
    for (let at: string | undefined = name; at !== undefined && !passed.has(at); at = before.get(at)?.get(word)) {
      passed.add(at);
    }
    return passed.size - 1;
  };
  return new Map(
    [...before].map(([name, words]) => [name, new Map([...words.keys()].map((word) => [word, rank(name, word)]))]),
  );
}
