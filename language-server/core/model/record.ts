import type { Located, Place, Reference, Text } from './reference.ts';

/** What all declarations of the record have. */
interface Recorded {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  /** The whole declaration. */
  readonly at: Place;
}

/** What the plant must go on doing whatever happens, and the zones that it rests on. */
export interface EssentialFunction extends Recorded {
  readonly on: readonly Reference[];
  readonly description?: Text;
}

/** A policy or procedure of the organisation. */
export interface Policy extends Recorded {
  readonly version?: Text;
  readonly owner?: Text;
  readonly document?: Text;
  /** The requirements that it helps to meet. */
  readonly supports: readonly Reference[];
}

/** By whom and on which day something was found to be as it is said. */
export interface Verification {
  readonly on?: Text;
  readonly by?: Text;
}

/** A countermeasure that is no control of a catalogue: a locked cabinet, a guard. Met until its day has passed. */
export interface Countermeasure extends Recorded {
  readonly owner?: Text;
  readonly description?: Text;
  readonly evidence: readonly Text[];
  readonly verified?: Verification;
  /** The last day on which it is in place. */
  readonly until?: Text;
}

/** Requirements that a regulation asks for, and the zones that it asks them of; of none: all that have an SL-T. */
export interface RegulationDemand {
  readonly controls: readonly Reference[];
  readonly on: readonly Reference[];
}

/** A law, regulation or contract that asks for requirements whatever the SL-T. */
export interface Regulation extends Recorded {
  readonly authority?: Text;
  readonly document?: Text;
  readonly requires: readonly RegulationDemand[];
}

/** Who or what could cause a risk. */
export interface ThreatSource extends Recorded {
  /** The security level that is meant to withstand it, 1 to 4. */
  readonly capability?: Located<number>;
  readonly description?: Text;
  /** Where the assessment of it comes from, and of which day that is. */
  readonly source?: { readonly text?: Text; readonly on?: Text };
}

/** The declarations of the record by the word that begins them, each sort a space of names of its own in its system. */
export interface RecordDeclarations {
  readonly 'essential-function': EssentialFunction;
  readonly policy: Policy;
  readonly countermeasure: Countermeasure;
  readonly regulation: Regulation;
  readonly 'threat-source': ThreatSource;
}

export type RecordSort = keyof RecordDeclarations;

/** The array of a unit that has the declarations of each sort. */
export const RECORD_LISTS = {
  'essential-function': 'essentialFunctions',
  policy: 'policies',
  countermeasure: 'countermeasures',
  regulation: 'regulations',
  'threat-source': 'threatSources',
} as const satisfies Record<RecordSort, string>;

export const RECORD_SORTS = Object.keys(RECORD_LISTS) as readonly RecordSort[];

/** True for a sort of declarations of the record. */
export const isRecordSort = (sort: string): sort is RecordSort => Object.hasOwn(RECORD_LISTS, sort);

/** The declarations of the record, as a unit has them. */
export type RecordLists = {
  readonly [S in RecordSort as (typeof RECORD_LISTS)[S]]: readonly RecordDeclarations[S][];
};

/** Those of one sort. */
export function recordedIn<S extends RecordSort>(lists: RecordLists, sort: S): readonly RecordDeclarations[S][] {
  return lists[RECORD_LISTS[sort]] as readonly RecordDeclarations[S][];
}

export const ENVIRONMENT_SIDES = ['physical', 'logical', 'organizational'] as const;

/** What surrounds the system, by side. */
export interface Surrounding {
  readonly side: (typeof ENVIRONMENT_SIDES)[number];
  readonly text: Text;
}

/** `assessment initial …`: the initial risk assessment. */
export interface Assessment {
  readonly on?: Text;
  readonly by?: Text;
  readonly evidence: readonly Text[];
}

/** `tolerable-risk "…" …`: what the owner of the plant can live with. */
export interface TolerableRisk {
  readonly text?: Text;
  readonly by?: Text;
  readonly on?: Text;
}

/** `revision 3 …`: a revision of the record. */
export interface Revision {
  /** Its number, or what it is called, as written. */
  readonly number: Text;
  readonly on?: Text;
  readonly by?: Text;
  readonly what?: Text;
}

/** `approval …`: who approved the record, on which day, and what of it. */
export interface Approval {
  readonly at: Place;
  readonly on?: Text;
  readonly by?: Text;
  readonly revision?: Reference;
  /** What the model said then (`canonical.ts`). */
  readonly hash?: Text;
  /** After how many months it is to be looked at again. */
  readonly review?: Located<number>;
}
