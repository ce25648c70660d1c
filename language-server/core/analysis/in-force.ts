import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';

/** A date is in force up to and including its day. */
export function hasPassed(date: { readonly value: string } | undefined, today: string): boolean {
  return date !== undefined && date.value < today;
}

/** True for a plan that is taken for done: its day has come since the day that plans are kept from. */
export const isKept = ({ verb, until }: Terms, { today, plansKeptSince }: Query): boolean =>
  plansKeptSince !== undefined &&
  verb === 'plans' &&
  until !== undefined &&
  plansKeptSince <= until.value &&
  until.value <= today;
