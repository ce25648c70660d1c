import type { Box } from '../layout/boxes.ts';
import type { VisibleConduit } from '../model/visible.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line of the picture: where it turns, and where its label stands. */
export interface PlacedConduit {
  readonly conduit: VisibleConduit;
  /** Titles of its two ends. */
  readonly titles: readonly [string, string];
  /** The box of the innermost zone that both of its ends are or lie in, or of the whole picture. */
  readonly around: Box;
  /** Which of its ends come to their zone's border from inside. */
  readonly inner: readonly [boolean, boolean];
  /** From the border of the first end to that of the second; consecutive points share an x or a y. */
  readonly points: readonly Point[];
  /** Centre and width of the pill with its name. */
  readonly label: Point & { readonly w: number; readonly text: string };
}
