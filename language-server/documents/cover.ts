import { type FileChild, LeaderType, Paragraph, ShadingType, TableOfContents, TextRun } from 'docx';
import type { CoverLine, ReportDocument, Table } from '../core/report/document/blocks.ts';
import type { Entry } from './chapters.ts';
import { TALL, twips } from './paper.ts';
import type { Places } from './places.ts';
import { STYLE, TONES } from './styles.ts';
import { tableXml } from './table.ts';
import { plainLine } from './text.ts';

/** Of the lines of contents that one still looks through: beyond, they have the chapters alone. */
const MOST_ENTRIES = 90;

/** The first page: what it is, of which system, how it stands, and the lines of the cover. */
export function coverOf(document: ReportDocument, places: Places): FileChild[] {
  const { title, subtitle, state, classification, cover } = document;
  const tone = state === 'approved' ? TONES.good : TONES.short;
  return [
    new Paragraph({
      style: STYLE.mark,
      spacing: { before: twips(60) },
      children: [
        new TextRun({
          text: `\u00a0${plainLine(state)}\u00a0`,
          color: tone.ink,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: tone.fill! },
        }),
        ...(classification === undefined ? [] : [new TextRun(`   ${plainLine(classification)}`)]),
      ],
    }),
    new Paragraph({ style: STYLE.coverTitle, text: plainLine(subtitle) }),
    new Paragraph({ style: STYLE.coverKind, text: plainLine(title) }),
    places.forTable(tableXml(linesTable(cover), TALL)),
  ];
}

/** The lines of the cover as a table, which needs no head. */
const linesTable = (lines: readonly CoverLine[]): Table => ({
  kind: 'table',
  caption: 'Cover',
  columns: [
    { title: '', width: 3 },
    { title: '', width: 7 },
  ],
  rows: lines.map(({ name, lines: values }) => ({
    cells: [{ lines: [name] }, values.length > 0 ? { lines: values } : { lines: ['not given'], tone: 'faint' }],
  })),
  hasRowHeads: true,
});

/**
 * The contents: a field that programs fill anew on demand, filled already. The numbers of pages are left out until
 * then: only the program that prints the document knows them.
 * @param range the bookmark over the document that they are of
 */
export function contentsOf(entries: readonly Entry[], range: string): FileChild[] {
  const isShort = entries.filter(({ level }) => level <= 2).length <= MOST_ENTRIES;
  const depth = isShort ? 2 : 1;
  const listed = entries.filter(({ level }) => level <= depth);
  return [
    new Paragraph({ style: STYLE.contents, text: 'Contents', pageBreakBefore: true }),
    new TableOfContents('Contents', {
      hyperlink: true,
      entriesFromBookmark: range,
      headingStyleRange: `1-${depth}`,
      beginDirty: false,
      // Dots would lead to nothing.
      tabLeader: LeaderType.NONE,
      cachedEntries: listed.map(({ title, level, anchor }) => ({ title, level, href: anchor })),
    }),
  ];
}
