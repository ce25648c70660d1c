import { type Answer, keys, type RecordValues } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { hasPassed } from './in-force.ts';
import { controlsNamed } from './profiles.ts';

/** A countermeasure, as far as others may read it. */
export type CountermeasureAnswer = Answer<RecordValues['countermeasure']>;

/** What a name of a control, a profile or a countermeasure stands for. */
export interface Means {
  readonly controls: readonly string[];
  readonly countermeasure?: CountermeasureAnswer;
}

const NOTHING: Means = { controls: [] };

/** What a name behind `with`, `mitigated-by` or `existing` stands for in a system; one of two things stands for neither. */
export function meansNamed(query: Query, system: string, name: string): Means {
  // No countermeasure has the name of a requirement.
  const countermeasure = name.includes(' ') ? undefined : query.first(keys.recorded('countermeasure', system, name));
  const isControl = query.named('control', name) !== undefined;
  const isProfile = query.named('profile', name) !== undefined;
  if (Number(countermeasure !== undefined) + Number(isControl) + Number(isProfile) > 1) return NOTHING;
  return { controls: controlsNamed(query, name), countermeasure };
}

/** True for a countermeasure whose day has not passed. */
export const isInPlace = (query: Query, { value: { until } }: CountermeasureAnswer): boolean =>
  !hasPassed(until === undefined ? undefined : { value: until }, query.today);
