/** One part of the picture. Its text changes only when what it shows changes, so that it can be exchanged alone. */
export interface Part {
  /** Unique in the picture and the same across edits: a letter for the sort of part, and the element's path. */
  readonly id: string;
  /** One `<g>` element. */
  readonly svg: string;
}
