/** Sizes of pages, in points of 1/72 inch, and in the units of the format, of which twenty make a point. */
export const POINT = 20;

const MILLIMETRE = 72 / 25.4;
const A4 = { short: 210 * MILLIMETRE, long: 297 * MILLIMETRE };

/** Between the text and the edges of the paper: header and footer stand in it. */
export const MARGIN = { side: 20 * MILLIMETRE, top: 24 * MILLIMETRE, bottom: 22 * MILLIMETRE, header: 11 * MILLIMETRE };

/** The paper of a part of the document. */
export interface Paper {
  readonly isWide: boolean;
  /** Of the text between the margins. */
  readonly width: number;
  readonly height: number;
}

const paper = (isWide: boolean): Paper => {
  const [width, height] = isWide ? [A4.long, A4.short] : [A4.short, A4.long];
  return { isWide, width: width - 2 * MARGIN.side, height: height - MARGIN.top - MARGIN.bottom };
};

export const TALL: Paper = paper(false);
export const WIDE: Paper = paper(true);

/** Points as the format has them. */
export const twips = (points: number): number => Math.round(points * POINT);

/** How docx takes the size of a page: the short side first, whichever way it lies. */
export const PAGE_SIZE = { width: twips(A4.short), height: twips(A4.long) };
