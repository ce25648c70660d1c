import { distance } from 'fastest-levenshtein';

/** The candidate nearest to a misspelt word, or undefined when none is near enough to be meant (see `nearest`). */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, () => true)[0];
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
    const steps = distance(lower, candidate.toLowerCase());
    if (steps <= limit && mayBeMeant(candidate)) near.push({ candidate, steps });
  }
  return near.sort((a, b) => a.steps - b.steps).map(({ candidate }) => candidate);
}

/** False where more letters of a word are wrong than are mistyped: more than a third, at least one, at most three. */
export const isNear = (word: string, other: string): boolean =>
  distance(word.toLowerCase(), other.toLowerCase()) <= mostSteps(word);

const mostSteps = (word: string): number => Math.min(3, Math.max(1, Math.floor(word.length / 3)));
