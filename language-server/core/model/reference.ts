/**
 * A place in the text of a unit: an index into the unit's source map. Opaque to the core;
 * only the language layer turns it into a range.
 */
export type Place = number;

/** A value together with the place it is written at. */
export interface Located<T> {
  readonly value: T;
  readonly at: Place;
}

export type Text = Located<string>;

/** What a written name may mean. `side` is an end of a flow: an asset or a zone. */
export type Sort =
  | 'zone'
  | 'asset'
  | 'side'
  | 'risk'
  | 'scope' // zone or conduit: what a risk is on
  | 'kind' // of the system's reference model
  | 'model-kind' // of any reference model
  | 'asset-type'
  | 'protocol'
  | 'control' // a control or a profile
  | 'means' // a control, a profile or a countermeasure
  | 'policy'
  | 'threat-source'
  | 'reference-model'
  | 'catalog'
  | 'rule'
  | 'likelihood'
  | 'impact'
  | 'revision' // of the record, in the settings that it stands in
  | 'row' // a likelihood of the matrix that it stands in
  | 'framework';

/**
 * A name written in a model, not yet resolved.
 * `text` is normalised (requirement references to `SR 1.1 RE(1)`, names to Unicode NFC).
 */
export interface Reference {
  readonly sort: Sort;
  readonly text: string;
  readonly at: Place;
  /** Index of the enclosing zone in the unit, -1 at top level: where the search for the name starts. */
  readonly zone: number;
  /** Index of the enclosing conduit in the unit, -1 if none: its ends' candidates come first. */
  readonly conduit: number;
}

/** True for a name where a text may stand instead. */
export const isReference = (value: Text | Reference): value is Reference => 'sort' in value;
