import { markdownTable, markdownText, tableOfMarkup } from '../../text/markdown.ts';
import type { Line } from '../crs/chapter.ts';
import type { Block, DocumentChapter, ReportDocument, Table, TableCell } from '../document/blocks.ts';
import { chapterHeading, createNumbering, lackOf } from './numbering.ts';

/** How a Markdown file names others. */
export interface MarkdownLinks {
  /** The address of a picture, by its number from 1 on; undefined leaves the pictures out. */
  readonly picture?: (number: number) => string;
  /** The address of a line of the model. */
  readonly line: (line: Line) => string;
}

export interface MarkdownReport {
  readonly text: string;
  /** The pictures that it names, as SVG files, by their addresses. */
  readonly pictures: ReadonlyMap<string, string>;
}

interface Page extends MarkdownLinks {
  readonly caption: ReturnType<typeof createNumbering>;
  readonly pictures: Map<string, string>;
}

/** Documents as Markdown that reads well on a forge: tables, links to the lines of the model, pictures as files beside. */
export function writeMarkdown(documents: readonly ReportDocument[], links: MarkdownLinks): MarkdownReport {
  const pictures = new Map<string, string>();
  const texts = documents.map((document) => {
    const page: Page = { ...links, caption: createNumbering(), pictures };
    const parts = [...cover(document), ...document.chapters.flatMap((each) => chapter(each, page))];
    return `${parts.join('\n\n')}\n`;
  });
  return { text: texts.join('\n'), pictures };
}

function cover({ title, subtitle, cover: lines }: ReportDocument): string[] {
  const rows = lines.map(({ name, lines: values }) => [name, values.length > 0 ? values.join(', ') : 'not given']);
  return [
    `# ${markdownText(subtitle)}`,
    markdownText(title),
    markdownTable([['', ''], ...rows], () => false).trimEnd(),
  ];
}

function chapter(each: DocumentChapter, page: Page): string[] {
  const lack = lackOf(each);
  return [
    `## ${markdownText(chapterHeading(each))}`,
    ...(each.zcr.length > 0 ? [`IEC 62443-3-2 ${each.zcr.join(', ')}`] : []),
    ...(lack ? [[`> ${lack}`, '>', ...each.add.map((line) => `> - ${markdownText(line)}`)].join('\n')] : []),
    ...each.blocks.flatMap((block) => blockOf(block, page)),
  ];
}

function blockOf(block: Block, page: Page): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${leading(markdownText(block.text), block.line, page)}`];
    case 'paragraph':
      return [markdownText(block.text)];
    case 'table':
      return tableOf(block, page);
    case 'picture': {
      const caption = page.caption(block);
      if (!page.picture) return [];
      const address = page.picture(page.pictures.size + 1);
      page.pictures.set(address, block.svg);
      return [`![${markdownText(block.alt)}](${address})`, `*${markdownText(caption)}*`];
    }
  }
}

function tableOf(table: Table, page: Page): string[] {
  const { columns, rows } = table;
  const head = columns.map(({ title }) => markdownText(title));
  const cells = rows.map((row) =>
    row.cells.map((cell, i) => (i === 0 ? leading(textOf(cell), row.line, page) : textOf(cell))),
  );
  return [
    tableOfMarkup([head, ...cells], (i) => columns[i]?.isFigure === true).trimEnd(),
    `*${markdownText(page.caption(table))}*`,
  ];
}

const textOf = ({ lines }: TableCell): string => (lines.length > 0 ? lines.map(markdownText).join('<br>') : '–');

const leading = (markup: string, line: Line | undefined, { line: addressOf }: Page): string =>
  line ? `[${markup}](${addressOf(line)})` : markup;
