import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow } from './statement.ts';

export interface Rating {
  readonly likelihood?: Reference;
  readonly impact?: Reference;
}

/** What is done about a risk. */
export const TREATMENTS = ['accept', 'mitigate', 'transfer', 'avoid'] as const;

export type Treatment = (typeof TREATMENTS)[number];

/** A risk of IEC 62443-3-2 ZCR 5. */
export interface Risk {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly on: readonly Reference[];
  /** Names of the owner's own, such as safety or supply. */
  readonly categories: readonly Text[];
  /** Who or what could cause it. */
  readonly sources: readonly Reference[];
  readonly threat?: Text;
  readonly vulnerability?: Text;
  readonly consequence?: Text;
  readonly initial: Rating;
  readonly residual?: Rating;
  /** Countermeasures that the unmitigated rating counts on already. */
  readonly existing: readonly Reference[];
  readonly mitigatedBy: readonly Reference[];
  /** The whole member that names them. */
  readonly mitigatedByAt?: Place;
  readonly treatment?: Located<Treatment>;
  readonly owner?: Text;
  readonly acceptedUntil?: Text;
  readonly acceptedBecause?: Text;
  readonly acceptedBy?: Text;
  readonly allows: readonly Allow[];
}

/** What a matrix says of one likelihood: the value of each cell, the lowest impact first. */
export interface MatrixRow {
  readonly likelihood: Reference;
  readonly values: readonly Located<number>[];
}

/**
 * Ordered scales, lowest first. The rank of a cell is its value in the rows, where there are any, else the product of the
 * 1-based positions; `tolerable` is the highest that is.
 */
export interface RiskMatrix {
  readonly name: Text;
  readonly title?: Text;
  readonly at: Place;
  readonly likelihood: readonly Text[];
  readonly impact: readonly Text[];
  readonly rows: readonly MatrixRow[];
  readonly tolerable?: Located<number>;
  readonly doc?: string;
}

/** Scales that ranks are taken from: the names of the likelihoods, and the value of each cell by its likelihood. */
interface Cells {
  readonly likelihood: readonly string[];
  readonly rows?: ReadonlyMap<string, readonly number[]>;
}

/** What a cell is worth, by its positions counted from 1: its value in the rows, or the product; undefined for one without. */
export function cellValue({ likelihood: names, rows }: Cells, likelihood: number, impact: number): number | undefined {
  return rows ? rows.get(names[likelihood - 1] ?? '')?.[impact - 1] : likelihood * impact;
}
