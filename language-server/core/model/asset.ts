import type { Levels } from './levels.ts';
import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow, Statement } from './statement.ts';
import type { Criticality } from './zone.ts';

/** An asset as declared; `zone` is the index of its zone in the unit. */
export interface Asset {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly path: string;
  readonly zone: number;
  readonly type?: Reference;
  readonly description?: Text;
  readonly vendor?: Text;
  readonly product?: Text;
  readonly version?: Text;
  readonly owner?: Text;
  readonly addresses: readonly Text[];
  readonly count?: Located<number>;
  readonly criticality?: Located<Criticality>;
  readonly slC?: Levels;
  readonly statements: readonly Statement[];
  readonly allows: readonly Allow[];
}
