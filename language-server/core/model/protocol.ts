import type { Deferral } from './deferral.ts';
import type { Place, Reference, Text } from './reference.ts';

export const PROTECTIONS = ['none', 'optional', 'yes'] as const;

/** What a protocol offers by its specification. */
export type Protection = (typeof PROTECTIONS)[number];

export interface ProtocolPort {
  readonly transport: string;
  readonly port: number;
  readonly service?: string;
  /** False for a customary port that IANA does not list for this protocol. */
  readonly registered: boolean;
}

/** A communication protocol; undefined protections are not known and rules are silent about them. */
export interface Protocol {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly base?: Reference;
  readonly ports: readonly ProtocolPort[];
  readonly authentication?: Protection;
  readonly encryption?: Protection;
  readonly integrity?: Protection;
  readonly securedBy?: Reference;
  readonly deferrals: readonly Deferral[];
  /** False for hard-wired and local serial links, which no network attacker reaches. */
  readonly network: boolean;
  /** Further facts by their name (category, medium, standard, alias …). */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}
