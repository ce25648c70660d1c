import type { Criticality } from '../model/characteristics.ts';
import type { Access, Trust } from '../model/conduit.ts';

/** What a row says, whatever the file called it. What it does not say is absent. */
interface RecordBase {
  /** The row it stands in, as a person counts. */
  readonly row: number;
  readonly system?: string;
  /** True in a table that Zones has written: what it calls an element is the path of that, and of no other. */
  readonly isOwn?: boolean;
}

export interface AssetRecord extends RecordBase {
  readonly sort: 'asset';
  /** What tells it from others in its tool; it is no name. */
  readonly id?: string;
  /** Its name as written: a name of the language, a path, or words. */
  readonly called?: string;
  /** True where the column is that of our own exports: what is a name already stays as it is. */
  readonly isExact?: boolean;
  readonly hostName?: string;
  readonly title?: string;
  /** The words for its type. */
  readonly typeWords?: string;
  readonly zone?: string;
  readonly level?: number;
  /** Of IP, and names of hosts. */
  readonly addresses?: readonly string[];
  readonly macs?: readonly string[];
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
  readonly serial?: string;
  readonly location?: string;
  readonly criticality?: Criticality;
  readonly description?: string;
  readonly count?: number;
  readonly owner?: string;
  readonly supplier?: string;
  readonly supportEnds?: string;
  readonly slC?: readonly number[];
  readonly software?: readonly string[];
  readonly ports?: readonly string[];
}

export interface ZoneRecord extends RecordBase {
  readonly sort: 'zone';
  readonly called: string;
  readonly isExact?: boolean;
  readonly title?: string;
  readonly parent?: string;
  readonly kind?: string;
  readonly levels?: readonly number[];
  readonly networks?: readonly string[];
  readonly slT?: readonly number[];
  readonly owner?: string;
  readonly criticality?: Criticality;
  readonly safety?: boolean;
  readonly description?: string;
}

export interface ConduitRecord extends RecordBase {
  readonly sort: 'conduit';
  readonly called?: string;
  readonly isExact?: boolean;
  readonly title?: string;
  readonly between: readonly string[];
  readonly via?: readonly string[];
  readonly slT?: readonly number[];
  readonly trust?: Trust;
  readonly provider?: string;
  readonly networks?: readonly string[];
  readonly owner?: string;
  readonly description?: string;
}

export interface FlowRecord extends RecordBase {
  readonly sort: 'flow';
  readonly conduit?: string;
  /** An asset or zone by its name, title or address. */
  readonly source: string;
  readonly target: string;
  /** True where either side opens it. */
  readonly both?: boolean;
  readonly protocol?: string;
  /** The protocol that carries it. */
  readonly carrier?: string;
  /** `tcp 502` */
  readonly ports?: readonly string[];
  readonly title?: string;
  readonly when?: string;
  readonly data?: string;
  readonly access?: Access;
  readonly protections?: readonly string[];
}

export type ImportRecord = AssetRecord | ZoneRecord | ConduitRecord | FlowRecord;
