import type { Verification } from './record.ts';
import type { Place, Reference, Text } from './reference.ts';

export const VERBS = ['implements', 'plans', 'excludes', 'compensates', 'accepts'] as const;

export type Verb = (typeof VERBS)[number];

/**
 * One statement about requirements. Dates are ISO `YYYY-MM-DD`, in force up to and including their day.
 */
export interface Statement {
  readonly verb: Verb;
  readonly verbAt: Place;
  /** The whole statement. */
  readonly at: Place;
  readonly controls: readonly Reference[];
  /** The compensating controls of `compensates … with`. */
  readonly compensatedBy: readonly Reference[];
  /** The assets that implement it. */
  readonly by: readonly Reference[];
  readonly approver?: Text;
  readonly evidence: readonly Text[];
  readonly verified?: Verification;
  readonly until?: Text;
  readonly because?: Text;
  readonly note?: Text;
}

/** `allow <rule> [until DATE] because "…"`: silences a rule in an element and what it contains. */
export interface Allow {
  readonly rule: Reference;
  readonly at: Place;
  readonly until?: Text;
  readonly because?: Text;
}

/** What has a posture: the sorts of elements that requirements are asked of, and that state how they stand. */
export const JUDGED_SORTS = ['zone', 'conduit'] as const;
export type JudgedSort = (typeof JUDGED_SORTS)[number];

/** What a panel offers to state of a requirement that is missing: the other verbs need reasons first. */
export const OFFERED_VERBS = ['plans', 'implements'] as const satisfies readonly Verb[];
export type OfferedVerb = (typeof OFFERED_VERBS)[number];
