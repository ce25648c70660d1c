import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { ReportDocument } from '../core/report/document/blocks.ts';
import { finished } from './archive.ts';
import { childrenOf, createCourse, type Parts } from './chapters.ts';
import { contentsOf, coverOf } from './cover.ts';
import { pagesOf } from './pages.ts';
import { MARGIN, PAGE_SIZE, type Paper, TALL, twips, WIDE } from './paper.ts';
import { createPlaces } from './places.ts';
import { rangeMarks } from './range.ts';
import { NUMBERING, RULE, STYLE, STYLES } from './styles.ts';
import { plainLine } from './text.ts';

/**
 * Documents as one DOCX file, one after the other, each with its cover and contents. The same documents give the same
 * bytes. It is to be read by Word and LibreOffice, which need to ask nothing and update nothing.
 */
export async function writeDocx(documents: readonly ReportDocument[]): Promise<Uint8Array> {
  const parts: Parts = { places: createPlaces(), anchors: 0, pictures: 0 };
  const sections = documents.flatMap((document) => sectionsOf(document, parts));
  // A file without a paragraph is none that Word opens for sure.
  const empty = [{ children: [new Paragraph('')] }];
  const file = new Document({ styles: STYLES, numbering: NUMBERING, sections: sections.length > 0 ? sections : empty });
  const archive = new Uint8Array(await Packer.toArrayBuffer(file));
  const titles = (name: 'title' | 'subtitle') => [...new Set(documents.map((each) => each[name]))].join(', ');
  return finished(archive, parts.places, {
    title: [titles('subtitle'), titles('title')].join(' – '),
    subject: titles('title'),
    date: documents[0]?.date ?? '1980-01-01',
  });
}

function sectionsOf(document: ReportDocument, parts: Parts): ISectionOptions[] {
  const course = createCourse(parts);
  parts.anchors += 1;
  const range = `_Document${parts.anchors}`;
  const [begin, end] = rangeMarks(range, parts.anchors);
  // The contents are known once the chapters are made.
  const pages = pagesOf(document.chapters).map(({ isWide, parts: those }) => ({
    paper: isWide ? WIDE : TALL,
    children: childrenOf({ isWide, parts: those }, course),
  }));
  pages[0]?.children.unshift(begin);
  pages.at(-1)?.children.push(end);
  const front = [...coverOf(document, parts.places), ...contentsOf(course.entries, range)];
  return [
    sectionOf(document, TALL, front, true),
    ...pages.map(({ paper, children }) => sectionOf(document, paper, children)),
  ];
}

/** Pages with header and footer. */
function sectionOf(
  document: ReportDocument,
  paper: Paper,
  children: readonly FileChild[],
  hasCover = false,
): ISectionOptions {
  const orientation = paper.isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const [top, bottom, side, edge] = [MARGIN.top, MARGIN.bottom, MARGIN.side, MARGIN.header].map(twips);
  const footer = footerOf(document, paper);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: hasCover,
      page: {
        size: { ...PAGE_SIZE, orientation },
        margin: { top, bottom, left: side, right: side, header: edge, footer: edge },
      },
    },
    headers: {
      default: headerOf(document, paper),
      ...(hasCover && { first: new Header({ children: [new Paragraph('')] }) }),
    },
    footers: { default: footer, ...(hasCover && { first: footer }) },
    children,
  };
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } as const;

function headerOf({ title, subtitle, state }: ReportDocument, { width }: Paper): Header {
  const line = new Paragraph({
    style: STYLE.header,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
    border: { bottom: rule },
    children: [new TextRun(plainLine(subtitle)), new TextRun(`\t${plainLine(title)}, ${plainLine(state)}`)],
  });
  return new Header({ children: [line] });
}

function footerOf({ footer, classification }: ReportDocument, { width }: Paper): Footer {
  const line = new Paragraph({
    style: STYLE.footer,
    tabStops: [
      { type: TabStopType.CENTER, position: twips(width / 2) },
      { type: TabStopType.RIGHT, position: twips(width) },
    ],
    border: { top: rule },
    children: [
      new TextRun(plainLine(footer)),
      new TextRun({ text: `\t${plainLine(classification ?? '').toUpperCase()}`, bold: true }),
      new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
    ],
  });
  return new Footer({ children: [line] });
}
