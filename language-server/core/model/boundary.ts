import type { Text } from './reference.ts';

export const BOUNDARY_SIDES = ['logical', 'physical'] as const;

/** What separates a zone on one side, or that nothing does. */
export interface Boundary {
  readonly side: (typeof BOUNDARY_SIDES)[number];
  /** Absent where there is none. */
  readonly text?: Text;
  /** Why there is none, where that is so; absent where the text does not say why. */
  readonly because?: Text;
  readonly none?: true;
}
