import type { Chapter, Line } from '../crs/chapter.ts';

/*
 * A document as its writers read it: chapters of headings, paragraphs, tables and pictures. It knows nothing of plants,
 * and nothing of HTML, Markdown or DOCX: numbering, fonts, colours and pages are the writers' business.
 */

/** What a cell or word tells apart besides its text, which says it already: a colour is never all there is. */
export type Tone = 'good' | 'short' | 'bad' | 'faint';

/** What stands in a cell: a line for each value, none where nothing is given. */
export interface TableCell {
  readonly lines: readonly string[];
  readonly tone?: Tone;
}

export interface Column {
  readonly title: string;
  /** How wide it is beside the others of its table. */
  readonly width: number;
  /** True for levels and numbers, which stand in the middle. */
  readonly isFigure?: boolean;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The line of the model that it is about. */
  readonly line?: Line;
}

export interface Table {
  readonly kind: 'table';
  /** What it shows: writers number their captions. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** True where the first column names what the others say of it. */
  readonly hasRowHeads?: boolean;
}

export interface Heading {
  readonly kind: 'heading';
  /** 2 below the title of its chapter, 3 below 2. */
  readonly level: 2 | 3;
  readonly text: string;
  readonly line?: Line;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface Picture {
  readonly kind: 'picture';
  readonly caption: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** The text of an SVG file that needs nothing else. Its size is in pixels of 1/96 inch. */
  readonly svg: string;
}

export type Block = Heading | Paragraph | Table | Picture;

/** A chapter as it is laid out. */
export interface DocumentChapter extends Omit<Chapter, 'content'> {
  readonly blocks: readonly Block[];
  /** True for one whose tables need the broad side of the paper. */
  readonly isWide: boolean;
}

/** A line of the first page: `Revision`, `3`. */
export interface CoverLine {
  readonly name: string;
  readonly lines: readonly string[];
}

export interface ReportDocument {
  readonly title: string;
  /** Of the system. */
  readonly subtitle: string;
  /** Draft or approved. */
  readonly state: string;
  readonly classification?: string;
  /** The day that it speaks of: `2026-11-24`. */
  readonly date: string;
  /** The number of the document, the revision, the day: what stands at the foot of each page. */
  readonly footer: string;
  readonly cover: readonly CoverLine[];
  /** Those behind the cover, in their order. */
  readonly chapters: readonly DocumentChapter[];
}
