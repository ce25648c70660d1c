import { ImageRun, Paragraph } from 'docx';
import type { Picture } from '../core/report/document/blocks.ts';
import { type Paper, TALL, WIDE } from './paper.ts';
import type { Places } from './places.ts';
import { STYLE } from './styles.ts';
import { plainLine } from './text.ts';

/** Room for the caption below a picture, in points. */
const CAPTION = 40;
/** For a heading above it, where nothing is known of it. */
const HEADING = 36;
/** Of a page, what stands above a picture at most without leaving it a page of its own. */
const MOST_ABOVE = 0.35;
/** Pixels of a picture that make an inch at most, and points. */
const PIXELS = 96;
const POINTS = 72;
/** How much larger a picture has to come out on the broad side of the paper to be put there. */
const WORTH_TURNING = 1.25;

interface PictureParts {
  readonly places: Places;
  /** The number of the picture in its file. */
  readonly pictures: number;
}

/** Where a picture stands. */
interface Room {
  readonly paper: Paper;
  /** The height of the headings that stay with it, in points. */
  readonly above: number;
}

/** The picture, and for programs that know no SVG the same as a metafile: both print sharply at every size. */
export function pictureParagraph(
  { svg, alt, caption }: Picture,
  number: number,
  { paper, above }: Room,
  parts: PictureParts,
): Paragraph {
  const [width, height] = sizeOf(svg);
  const scale = scaleOn(paper, [width, height], above < paper.height * MOST_ABOVE ? above : 0);
  const data = parts.places.forPicture(svg);
  const image = new ImageRun({
    type: 'svg',
    data,
    // The library knows no metafiles: `archive.ts` gives them their name.
    fallback: { type: 'png', data },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: {
      // The library goes on counting from one file to the next.
      id: String(parts.pictures),
      name: `Figure ${number}`,
      title: plainLine(caption),
      description: plainLine(alt),
    },
  });
  return new Paragraph({ style: STYLE.figure, children: [image] });
}

/** Whether a picture is so much easier to read on the broad side of the paper that it is put there. */
export function wantsBroadSide({ svg }: Picture): boolean {
  const size = sizeOf(svg);
  return scaleOn(WIDE, size, HEADING) > scaleOn(TALL, size, HEADING) * WORTH_TURNING;
}

/** How large a picture comes out on a page: it keeps its proportions and is never enlarged. */
function scaleOn({ width, height }: Paper, [across, down]: readonly [number, number], above: number): number {
  const pixels = (points: number): number => (points / POINTS) * PIXELS;
  return Math.min(1, pixels(width) / across, pixels(height - above - CAPTION) / down);
}

function sizeOf(svg: string): [number, number] {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  return [Number(width), Number(height)];
}
