import type { AccessPoint } from './access-point.ts';
import type { Boundary } from './boundary.ts';
import type { Levels } from './levels.ts';
import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow, Statement } from './statement.ts';

export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Criticality = (typeof CRITICALITIES)[number];

/** A zone as declared. What it contains is named by index into the arrays of its unit. */
export interface Zone {
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
  readonly slT?: Levels;
  readonly description?: Text;
  readonly owner?: Text;
  readonly criticality?: Located<Criticality>;
  readonly safety?: Located<boolean>;
  readonly networks: readonly Text[];
  readonly boundaries: readonly Boundary[];
  readonly accessPoints: readonly AccessPoint[];
  /** The zones that nothing may lead to from here, nor from there to here. */
  readonly separatedFrom: readonly Reference[];
  /** Declared ones by their names, others as texts. */
  readonly policies: readonly (Text | Reference)[];
  readonly assumptions: readonly Text[];
  readonly statements: readonly Statement[];
  readonly allows: readonly Allow[];
  readonly zones: readonly number[];
  readonly assets: readonly number[];
  readonly conduits: readonly number[];
  readonly flows: readonly number[];
}
