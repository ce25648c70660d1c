import type { Column, Table, TableCell, TableRow } from '../core/report/document/blocks.ts';
import { visible } from '../core/text/visible.ts';
import { escapeXml } from '../core/text/xml.ts';
import { widthOf } from './arial-widths.ts';
import { CELL_PADDING, columnWidths } from './column-widths.ts';
import { type Paper, twips } from './paper.ts';
import { HEAD_FILL, RULE, SIZE, STYLE, TONES } from './styles.ts';

/** Rows higher than this part of a page are broken: whole ones would leave pages half empty. */
const MOST_OF_A_PAGE = 0.4;

/** Tables lower than this part of a page stand on one. */
const SMALL = 0.25;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`)
  .join('');
const MARGINS = [
  ['top', 2],
  ['left', CELL_PADDING],
  ['bottom', 2],
  ['right', CELL_PADDING],
]
  .map(([side, points]) => `<w:${side} w:w="${twips(Number(points))}" w:type="dxa"/>`)
  .join('');

/** A table as the text of its element. One whose columns have no titles has no head. */
export function tableXml(table: Table, paper: Paper): string {
  const { caption, columns, rows, hasRowHeads } = table;
  const points = columnWidths(table, paper.width);
  const widths = points.map(twips);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const head = columns.map(({ title, isFigure }, i) =>
    cellXml({ lines: [title] }, widths[i]!, STYLE.cellHead, { fill: HEAD_FILL, isCentred: isFigure }),
  );
  const styles = columns.map(({ isFigure }, i) => styleOf(isFigure, i === 0 && hasRowHeads === true));
  const heights = rows.map((row) => heightOf(row, columns, points));
  const isSmall = heights.reduce((sum, height) => sum + height, 0) < paper.height * SMALL;
  const body = rows.map((row, at) => {
    const isWhole = heights[at]! < paper.height * MOST_OF_A_PAGE;
    // The head never stands at the foot of a page with a single row, either.
    const keepNext = at < rows.length - 1 && (isSmall || (at === 0 && isWhole));
    const cells = columns.map((_, i) => cellXml(row.cells[i] ?? NOTHING, widths[i]!, styles[i]!, { keepNext }));
    return `<w:tr>${isWhole ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const look = `<w:tblLook w:val="${hasRowHeads ? '06A0' : '0620'}" w:firstRow="1" w:lastRow="0" w:firstColumn="${hasRowHeads ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  const properties = `<w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS}</w:tblCellMar>${look}<w:tblCaption w:val="${xml(caption)}"/>`;
  const hasHead = columns.some(({ title }) => title !== '');
  const heads = hasHead ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>` : '';
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${heads}${body.join('')}</w:tbl>`;
}

const NOTHING: TableCell = { lines: [] };
const NONE = ['–'];

const styleOf = (isFigure: boolean | undefined, isRowHead: boolean): string =>
  isRowHead ? STYLE.rowHead : isFigure ? STYLE.cellFigure : STYLE.cellText;

interface Look {
  readonly fill?: string;
  readonly isCentred?: boolean;
  /** True for one that stands on a page with the next row. */
  readonly keepNext?: boolean;
}

function cellXml({ lines, tone }: TableCell, width: number, style: string, look: Look = {}): string {
  const marked = tone && TONES[tone];
  const fill = marked ? marked.fill : look.fill;
  const shading = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
  const centred = look.isCentred ? '<w:jc w:val="center"/>' : '';
  const kept = look.keepNext ? '<w:keepNext/>' : '';
  const texts = (lines.length > 0 ? lines : NONE).map(textXml);
  const run = `<w:r>${marked ? `<w:rPr><w:rStyle w:val="${marked.style}"/></w:rPr>` : ''}${texts.join('<w:br/>')}</w:r>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${kept}${centred}</w:pPr>${run}</w:p></w:tc>`;
}

/** Readers drop spaces at the ends that are not said to be kept. */
const textXml = (line: string): string =>
  /^\s|\s$/.test(line) ? `<w:t xml:space="preserve">${xml(line)}</w:t>` : `<w:t>${xml(line)}</w:t>`;

/** Text in which nothing is to be escaped or hidden: nearly all there is. */
const SIMPLE = /^[ !$%()*+,\-./0-9:;=?@A-Z[\\\]^_`a-z{|}~]*$/;

const xml = (text: string): string => (SIMPLE.test(text) ? text : escapeXml(visible(text.replace(/[\t\r\n]+/g, ' '))));

/** The height of a row in points, about. */
function heightOf({ cells }: TableRow, columns: readonly Column[], widths: readonly number[]): number {
  let most = 1;
  for (const [i] of columns.entries()) {
    const room = widths[i]! - 2 * CELL_PADDING;
    let lines = 0;
    for (const line of cells[i]?.lines ?? []) {
      // No letter is broader than the font is high: most lines need not be measured.
      const isShort = line.length * SIZE.table <= room;
      lines += isShort ? 1 : Math.max(1, Math.ceil(widthOf(line, SIZE.table) / room));
    }
    most = Math.max(most, lines);
  }
  return most * SIZE.table * 1.15 + 4;
}
