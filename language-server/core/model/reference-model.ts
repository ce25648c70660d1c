import type { Place, Reference, Text } from './reference.ts';

export const KIND_FLAGS = ['entry', 'business', 'external', 'safety'] as const;

/** `entry`: where outside connections end (perimeter, DMZ); `external`: outside the SuC; `safety`: safety related as a whole. */
export type KindFlag = (typeof KIND_FLAGS)[number];

/** True for a kind of zone in which the process is controlled or made safe: not outside, not business, no entry. */
export const isOfProcess = ({ flags }: { readonly flags: readonly KindFlag[] }): boolean =>
  flags.every((flag) => flag === 'safety');

/** A topic that a kind of zone must cover: by its controls, or by an asset of one of its types. */
export interface Focus {
  readonly name: string;
  readonly title?: string;
  readonly at: Place;
  readonly controls: readonly Reference[];
  readonly assetTypes: readonly Reference[];
}

export interface ZoneKind {
  readonly name: string;
  readonly title?: string;
  readonly doc?: string;
  readonly at: Place;
  readonly nameAt: Place;
  readonly model: string;
  /** Higher is further out; external above all. */
  readonly rank: number;
  readonly levels: readonly number[];
  readonly flags: readonly KindFlag[];
  readonly focus: readonly Focus[];
}

/** Kinds of zones, their order and which of them may be joined directly. */
export interface ReferenceModel {
  readonly name: Text;
  readonly title?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly kinds: readonly ZoneKind[];
  readonly adjacent: readonly (readonly [string, string])[];
}

/** An entry of a framework that controls and types map to: a mitigation, a technique, a subcategory. */
export interface FrameworkItem {
  readonly id: string;
  readonly title?: string;
  readonly at: Place;
  readonly nameAt: Place;
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

export interface Framework {
  readonly name: Text;
  readonly title?: Text;
  readonly edition?: Text;
  readonly doc?: string;
  readonly at: Place;
  readonly items: readonly FrameworkItem[];
}
