import type { Characteristics } from './characteristics.ts';
import type { Located, Place, Reference, Text } from './reference.ts';
import type { Allow } from './statement.ts';

/** A conduit as declared; `zone` is the index of the zone it is written in, -1 at the top. */
export interface Conduit extends Characteristics {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly path: string;
  readonly zone: number;
  /** The zones that it joins, two or more; undefined where the text does not give them (a syntax error says so). */
  readonly ends?: readonly Reference[];
  /** All of them, from the first to the last. */
  readonly endsAt?: Place;
  readonly via: readonly Reference[];
  /** Whether others carry it, or it is open to them; without a word that follows from its ends. */
  readonly trust?: Located<Trust>;
  /** Who carries it. */
  readonly provider?: Text;
  /** Its own equipment, which stands in none of its zones. */
  readonly assets: readonly number[];
  readonly flows: readonly number[];
}

export const TRUSTS = ['trusted', 'untrusted'] as const;

export type Trust = (typeof TRUSTS)[number];

export interface Port {
  readonly transport?: string;
  readonly port: number;
  readonly at: Place;
}

/** What a protocol may offer to be used. */
export const FLOW_PROTECTIONS = ['authentication', 'mutual-authentication', 'integrity', 'encryption'] as const;

export type FlowProtection = (typeof FLOW_PROTECTIONS)[number];

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
  /** The optional protections of the protocol, or of what carries it, that are used. */
  readonly protections: readonly Located<FlowProtection>[];
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
