import { escapeXml } from '../../text/xml.ts';
import type { Line } from '../crs/chapter.ts';
import type { Block, DocumentChapter, Heading, Picture, ReportDocument, Table, TableCell } from '../document/blocks.ts';
import { chapterHeading, createNumbering, lackOf } from './numbering.ts';

/** What a document is written with as HTML. */
export interface HtmlOptions {
  /** Where a line of the model is led to; undefined for one that nothing leads to. */
  readonly addressOf: (line: Line) => string | undefined;
  /** Before the anchors of the document, so that several on one page keep theirs apart. */
  readonly prefix: string;
}

/** What runs through one document. */
interface Page extends HtmlOptions {
  readonly caption: ReturnType<typeof createNumbering>;
}

/**
 * A document as the body of an HTML page: a cover, the contents, the chapters. It names no style but by classes, so that
 * it can stand on a page that lets no other in.
 */
export function htmlOf(document: ReportDocument, options: HtmlOptions): string {
  const page: Page = { ...options, caption: createNumbering() };
  return `${cover(document)}
${contents(document, page)}
${document.chapters.map((each) => chapter(each, page)).join('\n')}`;
}

function cover({ title, subtitle, state, classification, cover: lines }: ReportDocument): string {
  const marks = [state, ...(classification === undefined ? [] : [classification])];
  const rows = lines.map(({ name, lines: values }) => {
    const value = values.length > 0 ? values.map(escapeXml).join('<br/>') : '<span class="none">not given</span>';
    return `<dt>${escapeXml(name)}</dt><dd>${value}</dd>`;
  });
  return `<header class="cover">
<p class="marks">${marks.map((mark) => `<span>${escapeXml(mark)}</span>`).join(' ')}</p>
<h1>${escapeXml(subtitle)}</h1>
<p class="kind">${escapeXml(title)}</p>
<dl>${rows.join('\n')}</dl>
</header>`;
}

function contents({ chapters }: ReportDocument, { prefix }: Page): string {
  const entries = chapters.map(({ id, number, title, filled }) => {
    const mark = filled === 'yes' ? '' : `<span class="mark">${filled === 'no' ? 'not filled' : 'in part'}</span>`;
    return `<li><a href="#${prefix}${id}">${escapeXml(chapterHeading({ number, title }))}</a>${mark}</li>`;
  });
  return `<nav aria-label="Contents"><h2>Contents</h2><ol>
${entries.join('\n')}
</ol></nav>`;
}

function chapter(each: DocumentChapter, page: Page): string {
  const { id, zcr, add, blocks, isWide } = each;
  const lack = lackOf(each);
  const answers = zcr.length > 0 ? `<p class="zcr">IEC 62443-3-2 ${zcr.join(', ')}</p>` : '';
  const note = lack
    ? `<div class="lack" role="note"><p>${escapeXml(lack)}</p><ul>${add.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul></div>`
    : '';
  return `<section id="${page.prefix}${id}"${isWide ? ' class="wide"' : ''}>
<h2>${escapeXml(chapterHeading(each))}</h2>
${answers}${note}
${blocks.map((block) => blockOf(block, page)).join('\n')}
</section>`;
}

function blockOf(block: Block, page: Page): string {
  switch (block.kind) {
    case 'heading':
      return headingOf(block, page);
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'table':
      return tableOf(block, page);
    case 'picture':
      return pictureOf(block, page);
  }
}

const headingOf = ({ level, text, line }: Heading, page: Page): string =>
  `<h${level + 1}>${leading(escapeXml(text), line, page)}</h${level + 1}>`;

/** As an image: the names in one picture are none of another's, and a screen reader reads what it shows as one. */
function pictureOf(picture: Picture, page: Page): string {
  const { svg, alt } = picture;
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  const source = `data:image/svg+xml,${svg.replace(/[%#"<>\n]/g, encodeURIComponent)}`;
  return `<figure><img src="${source.replaceAll('&', '&amp;')}" alt="${escapeXml(alt)}" width="${width}" height="${height}"/><figcaption>${escapeXml(page.caption(picture))}</figcaption></figure>`;
}

function tableOf(table: Table, page: Page): string {
  const { columns, rows, hasRowHeads } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const sizes = columns
    .map(({ width }) => `<col class="w${Math.max(1, Math.round((width / whole) * 100))}"/>`)
    .join('');
  const heads = columns
    .map(({ title, isFigure }) => `<th scope="col"${figure(isFigure)}>${escapeXml(title)}</th>`)
    .join('');
  const body = rows.map(({ cells, line }) => {
    const parts = cells.map((cell, i) => {
      const content = i === 0 ? leading(textOf(cell), line, page) : textOf(cell);
      const classes = [...(columns[i]?.isFigure ? ['figure'] : []), ...(cell.tone ? [cell.tone] : [])];
      const attributes = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
      return i === 0 && hasRowHeads
        ? `<th scope="row"${attributes}>${content}</th>`
        : `<td${attributes}>${content}</td>`;
    });
    return `<tr>${parts.join('')}</tr>`;
  });
  // A reader with a keyboard scrolls a table that is too broad by what is in it, or else by itself.
  const isReached = rows.some(({ line }) => line);
  const classes = ['table', ...(rows.length <= BRIEF ? ['brief'] : []), ...(columns.length > FEW ? ['broad'] : [])];
  return `<div class="${classes.join(' ')}"${isReached ? '' : ' tabindex="0"'}><table><caption>${escapeXml(page.caption(table))}</caption><colgroup>${sizes}</colgroup><thead><tr>${heads}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** So many rows are kept on one page. */
const BRIEF = 8;
/** So many columns can be read in a narrow window. */
const FEW = 3;

const figure = (isFigure: boolean | undefined): string => (isFigure ? ' class="figure"' : '');

const textOf = ({ lines }: TableCell): string => (lines.length > 0 ? lines.map(escapeXml).join('<br/>') : '–');

/** What leads to a line of the model. */
function leading(content: string, line: Line | undefined, { addressOf }: Page): string {
  const address = line && addressOf(line);
  if (!line || address === undefined) return content;
  const title = escapeXml(`${line.file}, line ${line.line + 1}`);
  return `<a class="line" href="${escapeXml(address)}" title="${title}">${content}</a>`;
}
