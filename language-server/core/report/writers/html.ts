import { escapeXml } from '../../text/xml.ts';
import type { Line } from '../crs/chapter.ts';
import type { Block, DocumentChapter, Heading, Picture, ReportDocument, Table, TableCell } from '../document/blocks.ts';
import { REPORT_STYLE } from './html-style.ts';
import { chapterHeading, createNumbering, lackOf } from './numbering.ts';

/** The text of the model's files by the names that the documents have for them. */
export type ModelTexts = ReadonlyMap<string, string>;

/** What runs through one page. */
interface Page {
  readonly texts: readonly string[];
  /** The lines that something leads to, by file. */
  readonly wanted: Map<string, Set<number>>;
  readonly caption: ReturnType<typeof createNumbering>;
  /** Of the document, so that several on one page keep their anchors apart. */
  readonly prefix: string;
}

/**
 * Documents as one HTML file that needs nothing else and runs no script: a cover, the contents, the chapters, and the
 * text of the model, whose lines the rows lead to. It follows the reader's light or dark theme and prints on white.
 */
export function writeHtml(documents: readonly ReportDocument[], texts: ModelTexts): string {
  const files = [...texts.keys()];
  const wanted = new Map<string, Set<number>>();
  const bodies = documents.map((document, i) =>
    body(document, {
      texts: files,
      wanted,
      caption: createNumbering(),
      prefix: documents.length > 1 ? `s${i + 1}-` : '',
    }),
  );
  const title = [...new Set(documents.map(({ title, subtitle }) => `${subtitle} – ${title}`))].join(', ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeXml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
${bodies.join('\n')}
${modelText(texts, wanted)}</body>
</html>
`;
}

function body(document: ReportDocument, page: Page): string {
  return `<main>
${cover(document)}
${contents(document, page)}
${document.chapters.map((each) => chapter(each, page)).join('\n')}
</main>`;
}

function cover({ title, subtitle, state, classification, cover: lines }: ReportDocument): string {
  const marks = [state, ...(classification === undefined ? [] : [classification])];
  const rows = lines.map(({ name, lines: values }) => {
    const value = values.length > 0 ? values.map(escapeXml).join('<br>') : '<span class="none">not given</span>';
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
  return `<figure><img src="${source.replaceAll('&', '&amp;')}" alt="${escapeXml(alt)}" width="${width}" height="${height}"><figcaption>${escapeXml(page.caption(picture))}</figcaption></figure>`;
}

function tableOf(table: Table, page: Page): string {
  const { columns, rows, hasRowHeads } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const sizes = columns.map(({ width }) => `<col style="width:${((width / whole) * 100).toFixed(1)}%">`).join('');
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
  return `<div class="table${rows.length <= BRIEF ? ' brief' : ''}"><table><caption>${escapeXml(page.caption(table))}</caption><colgroup>${sizes}</colgroup><thead><tr>${heads}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** So many rows are kept on one page. */
const BRIEF = 8;

const figure = (isFigure: boolean | undefined): string => (isFigure ? ' class="figure"' : '');

const textOf = ({ lines }: TableCell): string => (lines.length > 0 ? lines.map(escapeXml).join('<br>') : '–');

/** What leads to a line of the model. The editor opens the file there, a browser goes to the text on the same page. */
function leading(content: string, line: Line | undefined, { texts, wanted }: Page): string {
  if (!line) return content;
  const file = texts.indexOf(line.file);
  if (file < 0) return content;
  const lines = wanted.get(line.file);
  if (lines) lines.add(line.line);
  else wanted.set(line.file, new Set([line.line]));
  const number = line.line + 1;
  return `<a class="line" href="#${anchor(file, line.line)}" data-file="${escapeXml(line.file)}" data-line="${number}" title="${escapeXml(line.file)}, line ${number}">${content}</a>`;
}

const anchor = (file: number, line: number): string => `f${file + 1}-${line + 1}`;

/** The files of the model, each line with its number. */
function modelText(texts: ModelTexts, wanted: Page['wanted']): string {
  const files = [...texts].map(([name, text], i) => {
    const lines = wanted.get(name);
    if (!lines) return '';
    const numbered = text
      .replace(/\r\n?/g, '\n')
      .replace(/\n$/, '')
      .split('\n')
      .map((line, n) => {
        const id = lines.has(n) ? ` id="${anchor(i, n)}"` : '';
        return `<span${id}><b>${n + 1}</b>${escapeXml(line)}</span>`;
      });
    return `<h3>${escapeXml(name)}</h3><pre>${numbered.join('\n')}</pre>`;
  });
  if (files.every((file) => file === '')) return '';
  return `<section class="model"><h2>Text of the model</h2>
${files.join('\n')}
</section>
`;
}
