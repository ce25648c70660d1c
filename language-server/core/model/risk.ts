import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow } from './statement.ts';

export interface Rating {
  readonly likelihood?: Reference;
  readonly impact?: Reference;
}

/** A risk of IEC 62443-3-2 ZCR 5. */
export interface Risk {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly on: readonly Reference[];
  readonly threat?: Text;
  readonly vulnerability?: Text;
  readonly consequence?: Text;
  readonly initial: Rating;
  readonly residual?: Rating;
  readonly mitigatedBy: readonly Reference[];
  /** The whole member that names them. */
  readonly mitigatedByAt?: Place;
  readonly acceptedUntil?: Text;
  readonly allows: readonly Allow[];
}

/** Ordered scales, lowest first; `tolerable` is the highest tolerable product of the 1-based ranks. */
export interface RiskMatrix {
  readonly name: Text;
  readonly title?: Text;
  readonly at: Place;
  readonly likelihood: readonly Text[];
  readonly impact: readonly Text[];
  readonly tolerable?: Located<number>;
  readonly doc?: string;
}
