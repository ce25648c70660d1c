import { distance } from 'fastest-levenshtein';

/** The candidate nearest to a misspelt word, or undefined when none is near enough to be meant (see `nearest`). */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, () => true)[0];
}

/** The one candidate that a word may be meant for where few can stand: it begins alike and differs in few letters. */
export function closestOfFew(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const near = candidates.filter(
    (candidate) => candidate[0] === lower[0] && stepsBetween(lower, candidate) <= Math.max(2, mostSteps(word)),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** The candidates near to a misspelt word, the nearest first, ties in the order given. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  mayBeMeant: (candidate: string) => boolean,
): string[] {
  const limit = mostSteps(word);
  const lower = word.toLowerCase();
  const near: { candidate: string; steps: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
    const steps = stepsBetween(lower, candidate.toLowerCase());
    if (steps <= limit && mayBeMeant(candidate)) near.push({ candidate, steps });
  }
  return near.sort((a, b) => a.steps - b.steps).map(({ candidate }) => candidate);
}

/** More texts than this are not compared with a misspelt word one by one. */
const MOST_COMPARED = 500;

/** Longer texts are nobody's names, and have too many letters to leave out. */
const LONGEST = 60;

/**
 * Those of some texts that a misspelt word may be near to, in their order: all of a few; of many those that are the word
 * but for one letter, or for two that have changed places.
 */
export function createComparable(texts: readonly string[]): (word: string) => readonly string[] {
  if (texts.length <= MOST_COMPARED) return () => texts;
  const having = new Map<string, number[]>();
  texts.forEach((text, i) => {
    for (const part of partsOf(text)) {
      const known = having.get(part);
      if (known) known.push(i);
      else having.set(part, [i]);
    }
  });
  return (word) => {
    const found = new Set([...partsOf(word)].flatMap((part) => having.get(part) ?? []));
    return [...found].sort((a, b) => a - b).map((i) => texts[i]!);
  };
}

/** A text in small letters, and what is left of it without one of them. */
function partsOf(text: string): Set<string> {
  const lower = text.toLowerCase();
  if (lower.length > LONGEST) return new Set([lower]);
  return new Set([lower, ...Array.from({ length: lower.length }, (_, i) => lower.slice(0, i) + lower.slice(i + 1))]);
}

/** False where more letters of a word are wrong than are mistyped: more than a third, at least one, at most three. One letter is near none. */
export const isNear = (word: string, other: string): boolean =>
  stepsBetween(word.toLowerCase(), other.toLowerCase()) <= mostSteps(word);

/** How many letters differ; two neighbours that have changed places are one step. */
function stepsBetween(word: string, other: string): number {
  const steps = distance(word, other);
  if (word.length !== other.length || steps < 2) return steps;
  let i = 0;
  while (word[i] === other[i]) i++;
  if (word[i] !== other[i + 1] || word[i + 1] !== other[i]) return steps;
  return Math.min(steps, 1 + distance(word.slice(i + 2), other.slice(i + 2)));
}

const mostSteps = (word: string): number =>
  word.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));
