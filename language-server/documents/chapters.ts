import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  HeadingLevel,
  Paragraph,
  SimpleField,
  TextRun,
} from 'docx';
import type { DocumentChapter, Picture, Table } from '../core/report/document/blocks.ts';
import { type CaptionNumber, chapterHeading, createCounting, lackOf } from '../core/report/writers/numbering.ts';
import { headHeight } from './head-height.ts';
import type { Pages, Part } from './pages.ts';
import { type Paper, TALL, twips, WIDE } from './paper.ts';
import { pictureParagraph } from './picture.ts';
import type { Places } from './places.ts';
import { LACK_LIST, STYLE } from './styles.ts';
import { tableXml } from './table.ts';
import { plainLine, runsOf } from './text.ts';

/** A heading as the contents list it. */
export interface Entry {
  readonly title: string;
  readonly level: 1 | 2 | 3;
  /** The bookmark at it. */
  readonly anchor: string;
}

/** What runs through a file: it may have several documents. */
export interface Parts {
  readonly places: Places;
  /** How many there are so far: a file numbers them from 1. */
  anchors: number;
  pictures: number;
}

/** What runs through a document. */
export interface Course {
  readonly parts: Parts;
  readonly entries: Entry[];
  readonly count: ReturnType<typeof createCounting>;
}

export const createCourse = (parts: Parts): Course => ({ parts, entries: [], count: createCounting() });

/** The paragraphs and tables of pages. */
export function childrenOf({ isWide, parts }: Pages, course: Course): FileChild[] {
  const paper = isWide ? WIDE : TALL;
  let above = 0;
  return parts.flatMap((part) => {
    const children = childrenOfPart(part, { paper, above }, course);
    const stays = part.kind === 'chapter' || part.kind === 'heading';
    above = stays ? above + headHeight(part, paper) : 0;
    return children;
  });
}

/** Where a part stands: below headings of so many points that stay with it. */
interface Room {
  readonly paper: Paper;
  readonly above: number;
}

function childrenOfPart(part: Part, room: Room, course: Course): FileChild[] {
  switch (part.kind) {
    case 'chapter':
      return chapterHead(part.chapter, course);
    case 'heading':
      return [headingOf(part.text, part.level, course)];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(part.text) })];
    case 'table':
      return tableOf(part, room.paper, course);
    case 'picture':
      return pictureOf(part, room, course);
  }
}

/** The heading of a chapter, what it answers, and what the model lacks for it. */
function chapterHead(chapter: DocumentChapter, course: Course): Paragraph[] {
  const { zcr, add } = chapter;
  const lack = lackOf(chapter);
  const lacking = lack
    ? [
        new Paragraph({ style: STYLE.lack, children: [new TextRun(lack)] }),
        ...add.map(
          (line) =>
            new Paragraph({
              style: STYLE.lackItem,
              numbering: { reference: LACK_LIST, level: 0 },
              children: runsOf(line),
            }),
        ),
        new Paragraph({ spacing: { before: 0, after: twips(4), line: twips(4), lineRule: 'exact' } }),
      ]
    : [];
  return [
    headingOf(chapterHeading(chapter), 1, course),
    ...(zcr.length > 0 ? [new Paragraph({ style: STYLE.reference, text: `IEC 62443-3-2 ${zcr.join(', ')}` })] : []),
    ...lacking,
  ];
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function headingOf(text: string, level: 1 | 2 | 3, { parts, entries }: Course): Paragraph {
  parts.anchors += 1;
  const anchor = `_Toc${String(parts.anchors).padStart(6, '0')}`;
  const title = plainLine(text);
  entries.push({ title, level, anchor });
  return new Paragraph({
    heading: LEVELS[level],
    children: [new Anchor(anchor, parts.anchors, title)],
  });
}

/** A bookmark at a text with a number of our own: the library goes on counting from one file to the next. */
class Anchor extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(id: string, number: number, title: string) {
    super({ id, children: [new TextRun(title)] });
    this.start = new BookmarkStart(id, number);
    this.end = new BookmarkEnd(number);
  }
}

/** A table below its caption. */
function tableOf(table: Table, paper: Paper, { parts, count }: Course): FileChild[] {
  const caption = captionOf(table.caption, count(table), true);
  return [caption, parts.places.forTable(tableXml(table, paper)), new Paragraph({ style: STYLE.cellText })];
}

/** A picture above its caption. */
function pictureOf(picture: Picture, room: Room, { parts, count }: Course): FileChild[] {
  const number = count(picture);
  parts.pictures += 1;
  return [pictureParagraph(picture, number.number, room, parts), captionOf(picture.caption, number, false)];
}

/** A caption with a field that counts, and what it has counted: programs show it without counting anew. */
function captionOf(caption: string, { label, number }: CaptionNumber, keepNext: boolean): Paragraph {
  // The first of a document begins anew: a file may have several.
  const instruction = `SEQ ${label} \\* ARABIC${number === 1 ? ' \\r 1' : ''}`;
  return new Paragraph({
    style: STYLE.caption,
    keepNext,
    children: [
      new TextRun(`${label} `),
      new SimpleField(instruction, String(number)),
      new TextRun(`: ${plainLine(caption)}`),
    ],
  });
}
