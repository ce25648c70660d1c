/** What the colours of zones say: their kind, how far they are behind their target, or the worst finding in them. */
export const COLOURINGS = ['kind', 'gap', 'findings'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** A rectangle of a picture, in its pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a person wants to see a system; what is left out is as a picture starts. Plain data: it is sent and kept. */
export interface PictureOptions {
  /** Paths of the zones opened and closed by hand; the others are as the depth says, or as the size of the model asks. */
  readonly expanded?: readonly string[];
  readonly collapsed?: readonly string[];
  /** How many levels of zones are open, but for those above; without it, as many as can be read. */
  readonly depth?: number;
  /** By default their kind. */
  readonly colouring?: Colouring;
  /** Width by height that the picture should have about; by default a page's. */
  readonly aspect?: number;
  /** Only this part of the picture; by default all of it. */
  readonly area?: Area;
}
