import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';

/** A date is in force up to and including its day. */
export function hasPassed(date: { readonly value: string } | undefined, today: string): boolean {
  return date !== undefined && date.value < today;
}

/** The day so many months after another by the calendar, the last of its month where that has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** True for a plan that is taken for done: its day has come since the day that plans are kept from. */
export const isKept = ({ verb, until }: Terms, { today, plansKeptSince }: Query): boolean =>
  plansKeptSince !== undefined &&
  verb === 'plans' &&
  until !== undefined &&
  plansKeptSince <= until.value &&
  until.value <= today;
