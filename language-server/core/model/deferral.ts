import type { Reference } from './reference.ts';

/** Words that a type or protocol goes by, and ports it uses, that mean another one first where nothing else tells. */
export interface Deferral {
  readonly to: Reference;
  /** Aliases as written, ports as `tcp 443`. */
  readonly words: readonly string[];
}
