import type { Entry, Source } from './entry.ts';
import type { Said } from './said.ts';

/**
 * What something from anywhere in the workspace says, all of it, unremembered: for answers to a person, which are given
 * once. An evaluation may not ask so, or it would not be done again when the answer changes (test/architecture.test.ts).
 */
export function reveal<T extends { readonly entry: Source }>(from: T): T & { readonly entry: Entry } {
  return from as T & { readonly entry: Entry };
}

/** The same of what was said: with its places. */
export function withPlaces<T>(said: Said<T>): T {
  return said as unknown as T;
}
