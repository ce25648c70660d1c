import type { Place, Reference, Text } from './reference.ts';

/** What a control can be required of. */
export const SCOPES = ['zone', 'conduit', 'asset'] as const;

export type Scope = (typeof SCOPES)[number];

/** What the statements about a control can be limited to. */
export const CONTROL_SCOPES = ['boundary'] as const;

export const COMPONENT_CLASSES = ['software-application', 'embedded-device', 'host-device', 'network-device'] as const;

export type ComponentClass = (typeof COMPONENT_CLASSES)[number];

/** What IEC 62443-4-2 calls a class, the abbreviation of its own requirements, and the clause that has them. */
export const COMPONENT_CLASS_FACTS: Readonly<
  Record<ComponentClass, { readonly title: string; readonly abbreviation: string; readonly clause: string }>
> = {
  'software-application': { title: 'Software application', abbreviation: 'SAR', clause: '12' },
  'embedded-device': { title: 'Embedded device', abbreviation: 'EDR', clause: '13' },
  'host-device': { title: 'Host device', abbreviation: 'HDR', clause: '14' },
  'network-device': { title: 'Network device', abbreviation: 'NDR', clause: '15' },
};

/** `maps <framework> "<id>", …`: the places of a published mapping. */
export interface Mapping {
  readonly framework: Reference;
  readonly ids: readonly Text[];
}

/** A requirement of a catalogue (an SR, an RE, a CR … or a user's own control). */
export interface Control {
  /** Normalised: `SR 1.1 RE(1)`, `ACME-1`. */
  readonly id: string;
  readonly title?: string;
  readonly doc?: string;
  readonly at: Place;
  readonly nameAt: Place;
  readonly catalog: string;
  /** The group's name: for a standard's catalogue the FR's abbreviation; empty for a control outside a group. */
  readonly group: string;
  /** The lowest security level that requires it, 1–4; undefined for a control without levels. */
  readonly level?: number;
  /** For a requirement enhancement: the requirement it enhances. */
  readonly parent?: string;
  readonly applies: readonly Scope[];
  /** Zone kinds it is limited to; empty means all. */
  readonly kinds: readonly Reference[];
  readonly classes: readonly ComponentClass[];
  /** True for one that speaks of a zone's own boundary: what a zone around it states does not reach it. */
  readonly ofBoundary: boolean;
  /** True for an enhancement that the exclusion of its requirement does not cover. */
  readonly independent: boolean;
  readonly clause?: string;
  readonly guidance?: string;
  readonly maps: readonly Mapping[];
}

/** `CR 1.6` and the like: a number of a standard that only points to other requirements. */
export interface Pointer {
  readonly name: string;
  readonly to: readonly string[];
  readonly because?: string;
}

export interface Group {
  readonly name: string;
  readonly title?: string;
  readonly at: Place;
}

/** A catalogue of controls, in their order. */
export interface Catalog {
  readonly name: Text;
  readonly title?: Text;
  readonly edition?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly groups: readonly Group[];
  readonly controls: readonly Control[];
  readonly pointers: readonly Pointer[];
}

/** A named set of controls and further profiles. */
export interface Profile {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly controls: readonly Reference[];
}

/** The enhanced requirement of a requirement enhancement: `SR 1.1` for `SR 1.1 RE(2)`, undefined for others. */
export function parentOf(id: string): string | undefined {
  // Asked of every control in every zone: most end otherwise.
  const at = id.endsWith(')') ? id.indexOf(' RE(') : -1;
  return at < 0 ? undefined : id.slice(0, at);
}

/** Normalises a requirement reference: `SR1.1`, `SR 1.1 RE 1` and `SR 1.1 (1)` to the standard's notation. */
export function normaliseRequirement(written: string): string {
  const match = /^([A-Z]+)\s*(\d+\.\d+)(?:\s*(?:RE)?\s*\(?\s*(\d+)\s*\)?)?$/.exec(written);
  if (!match) return written;
  const [, family, number, enhancement] = match;
  return enhancement ? `${family} ${number} RE(${enhancement})` : `${family} ${number}`;
}
