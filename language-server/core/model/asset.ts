import type { Criticality } from './characteristics.ts';
import type { Levels } from './levels.ts';
import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow, Statement } from './statement.ts';

/** An asset as declared; `zone` is the index of its zone in the unit, -1 for the own equipment of a conduit. */
export interface Asset {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly path: string;
  readonly zone: number;
  /** Index of the conduit whose equipment it is, -1 for one in a zone. */
  readonly conduit: number;
  readonly type?: Reference;
  readonly description?: Text;
  readonly vendor?: Text;
  readonly product?: Text;
  readonly version?: Text;
  readonly owner?: Text;
  readonly addresses: readonly Text[];
  /** Addresses that a group of assets has together. */
  readonly sharedAddresses: readonly Text[];
  readonly count?: Located<number>;
  readonly criticality?: Located<Criticality>;
  readonly serial?: Text;
  /** Where it stands on site. */
  readonly location?: Text;
  readonly supplier?: Text;
  /** The last day on which its maker supports it. */
  readonly supportEnds?: Text;
  readonly certificate?: Text;
  readonly classification?: Text;
  /** What it is worth to the owner. */
  readonly worth?: Text;
  /** Safety integrity level, 1 to 4. */
  readonly sil?: Located<number>;
  readonly software: readonly Text[];
  /** The asset that hosts it. */
  readonly runsOn?: Reference;
  /** The assets that stand in for it. */
  readonly redundantWith: readonly Reference[];
  readonly slC?: Levels;
  readonly statements: readonly Statement[];
  readonly allows: readonly Allow[];
}

/** What an asset stands in: of the two indexes one is -1. */
export type AssetHome = Pick<Asset, 'zone' | 'conduit'>;

/** All addresses of an asset: its own, and those that it has together with others. */
export const allAddresses = ({
  addresses,
  sharedAddresses,
}: Pick<Asset, 'addresses' | 'sharedAddresses'>): readonly Text[] =>
  sharedAddresses.length > 0 ? [...addresses, ...sharedAddresses] : addresses;
