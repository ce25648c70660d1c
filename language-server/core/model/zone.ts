import type { Characteristics } from './characteristics.ts';
import type { Located, Place, Reference, Text } from './reference.ts';

/** A zone as declared. What it contains is named by index into the arrays of its unit. */
export interface Zone extends Characteristics {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  /** The whole declaration. */
  readonly at: Place;
  /** Dotted path from the system's top, such as `control.cell-1`. */
  readonly path: string;
  /** Index of the enclosing zone, -1 at the top. */
  readonly parent: number;
  readonly kind?: Reference;
  /** The highest of its levels. */
  readonly level?: Located<number>;
  /** The others, in the order of the text. */
  readonly furtherLevels: readonly Located<number>[];
  /** The zones that nothing may lead to from here, nor from there to here. */
  readonly separatedFrom: readonly Reference[];
  readonly zones: readonly number[];
  readonly assets: readonly number[];
  readonly conduits: readonly number[];
  readonly flows: readonly number[];
}
