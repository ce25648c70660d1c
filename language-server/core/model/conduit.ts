import type { Levels } from './levels.ts';
import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow, Statement } from './statement.ts';

/** A conduit as declared; `zone` is the index of the zone it is written in, -1 at the top. */
export interface Conduit {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly path: string;
  readonly zone: number;
  /** The two ends; undefined where the text does not give them (a syntax error says so). */
  readonly ends?: readonly [Reference, Reference];
  readonly slT?: Levels;
  readonly via: readonly Reference[];
  readonly description?: Text;
  readonly owner?: Text;
  /** Declared ones by their names, others as texts. */
  readonly policies: readonly (Text | Reference)[];
  readonly assumptions: readonly Text[];
  readonly statements: readonly Statement[];
  readonly allows: readonly Allow[];
  readonly flows: readonly number[];
}

export interface Port {
  readonly transport?: string;
  readonly port: number;
  readonly at: Place;
}

export const ACCESSES = ['read', 'write'] as const;

export type Access = (typeof ACCESSES)[number];

/** A flow as declared, in a zone or in a conduit (indexes into the unit, -1 if not). */
export interface Flow {
  readonly at: Place;
  readonly zone: number;
  readonly conduit: number;
  readonly source: Reference;
  readonly target: Reference;
  /** True for `<->`: either side opens the connection. */
  readonly both: boolean;
  readonly protocol?: Reference;
  readonly carrier?: Reference;
  readonly ports: readonly Port[];
  readonly title?: Text;
  readonly when?: Text;
  /** What it carries. */
  readonly data?: Text;
  /** What the source may do at the target. */
  readonly access?: Located<Access>;
  readonly doc?: string;
  readonly allows: readonly Allow[];
}
