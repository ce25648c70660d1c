import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';

/** True for a plan that is taken for done: its day has come since the day that plans are kept from. */
export const isKept = ({ verb, until }: Terms, { today, plansKeptSince }: Query): boolean =>
  plansKeptSince !== undefined &&
  verb === 'plans' &&
  until !== undefined &&
  plansKeptSince <= until.value &&
  until.value <= today;
