import type { Entry, Source } from './entry.ts';

/**
 * What something from anywhere in the workspace says, all of it, unremembered: for answers to a person, which are given
 * once. An evaluation may not ask so, or it would not be done again when the answer changes (test/architecture.test.ts).
 */
export function reveal<T extends { readonly entry: Source }>(from: T): T & { readonly entry: Entry } {
  return from as T & { readonly entry: Entry };
}
