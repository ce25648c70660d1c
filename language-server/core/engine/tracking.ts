import type { Query, TrackedQuery } from './query.ts';

/**
 * For who knows better than the query what an answer follows from (`analysis/statements.ts` alone): a query of the same
 * moment that remembers its reads elsewhere.
 */
export const apart = (query: Query, reads: Set<string>): Query => (query as TrackedQuery).apart(reads);

/** Remembers keys as read. */
export const note = (query: Query, keys: Iterable<string>): void => (query as TrackedQuery).note(keys);
