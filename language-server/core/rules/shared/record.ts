import { isExternal } from '../../analysis/zone-facts.ts';
import { type ElementRef, type ZoneRef, zoneOf } from '../../engine/entry.ts';
import type { Query } from '../../engine/query.ts';

/**
 * True for the outermost zone of the system under consideration: what nested zones inherit is missed there, once. What
 * lies outside the system is not asked.
 */
export function isOutermost(query: Query, ref: ZoneRef): boolean {
  if (isExternal(query, ref)) return false;
  const { parent } = zoneOf(ref);
  return parent < 0 || isExternal(query, { ...ref, index: parent });
}

/** A text that asks to be replaced. */
export const placeholder = (what: string): string => `"… (${what})"`;

/** A text as the language writes it. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;

/** True where a value of an element could not be read: it may be what is missed, and a second would be one too many. */
export const hasUnreadValue = ({ entry, sort, index }: ElementRef): boolean =>
  entry.unit.problems.some(({ rule, on }) => rule === 'invalid-value' && on?.sort === sort && on.index === index);
