import type { AccessPoint } from './access-point.ts';
import type { Boundary } from './boundary.ts';
import type { Levels } from './levels.ts';
import type { Located, Reference, Text } from './reference.ts';
import type { Allow, Statement } from './statement.ts';

export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Criticality = (typeof CRITICALITIES)[number];

/** What zones and conduits alike say of themselves (IEC 62443-3-2 ZCR 6.4), with what is stated of their requirements. */
export interface Characteristics {
  readonly slT?: Levels;
  readonly description?: Text;
  readonly owner?: Text;
  readonly criticality?: Located<Criticality>;
  readonly safety?: Located<boolean>;
  /** Of a conduit those of a segment that its zones share: addresses in them are at home in each. */
  readonly networks: readonly Text[];
  readonly boundaries: readonly Boundary[];
  readonly accessPoints: readonly AccessPoint[];
  /** Declared ones by their names, others as texts. */
  readonly policies: readonly (Text | Reference)[];
  readonly assumptions: readonly Text[];
  readonly statements: readonly Statement[];
  readonly allows: readonly Allow[];
}
