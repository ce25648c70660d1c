import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a misspelt word, or undefined when none is near enough to be meant:
 * at most a third of the word's letters may differ (at least one, at most three).
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, 1)[0];
}

/** Up to `count` candidates near to a word, the nearest first, ties in the order given. */
export function nearest(word: string, candidates: Iterable<string>, count: number): string[] {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  const lower = word.toLowerCase();
  const near: { candidate: string; steps: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
    const steps = distance(lower, candidate.toLowerCase());
    if (steps <= limit) near.push({ candidate, steps });
  }
  near.sort((a, b) => a.steps - b.steps);
  return [...new Set(near.map(({ candidate }) => candidate))].slice(0, count);
}
