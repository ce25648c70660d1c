import type { Place, Reference, Text } from './reference.ts';

/** The foundational requirements in the standard's order (IEC 62443-1-1). */
export const FRS = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'] as const;

export type Fr = (typeof FRS)[number];

export const FR_TITLES: Record<Fr, string> = {
  IAC: 'Identification and authentication control',
  UC: 'Use control',
  SI: 'System integrity',
  DC: 'Data confidentiality',
  RDF: 'Restricted data flow',
  TRE: 'Timely response to events',
  RA: 'Resource availability',
};

export const MAX_LEVEL = 4;

/** Seven security levels 0–4, in the order IAC UC SI DC RDF TRE RA. */
export type SlVector = readonly number[];

/** What is achieved of each FR, in the same order: null where nothing can be. */
export type Achievement = readonly (number | null)[];

/** A security level vector as written, with the place of its first value. */
export interface Levels {
  readonly vector: SlVector;
  readonly at: Place;
  /** The whole member. */
  readonly whole: Place;
  /** The risks that a target comes from, and why it is that; of a capability neither. */
  readonly from: readonly Reference[];
  readonly because?: Text;
}

/** The uniform level of a vector, or undefined where its levels differ. */
function uniformLevel(vector: SlVector): number | undefined {
  return vector.every((level) => level === vector[0]) ? vector[0] : undefined;
}

/** A vector as people write it: `2` when uniform, else `{ 2 2 0 1 3 1 3 }`. */
export function formatVector(vector: SlVector): string {
  const uniform = uniformLevel(vector);
  return uniform === undefined ? `{ ${vector.join(' ')} }` : String(uniform);
}
