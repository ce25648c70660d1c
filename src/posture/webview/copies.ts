import { FRS } from '../../../language-server/core/model/levels.ts';
import { markdownTable } from '../../../language-server/core/text/markdown.ts';
import { escapeXml } from '../../../language-server/core/text/xml.ts';
import type { Row } from '../messages.ts';
import { type Basis, figuresOf, figureText } from './figures.ts';

/** What a table says, line by line, the head first. */
export function cellsOf(rows: readonly Row[], basis: Basis): string[][] {
  const head = ['Zone or conduit', ...FRS, 'met', 'n/a', 'required', 'missing', 'planned or accepted'];
  const lines = rows.map((row) => [
    `${row.title} (${row.path})`,
    ...(figuresOf(row, basis)?.map(figureText) ?? FRS.map(() => '')),
    ...[row.met, row.notApplicable, row.required, row.missing, row.pending].map((figure) => figure?.toString() ?? ''),
  ]);
  return [head, ...lines];
}

/** As a table in Markdown. */
export const markdown = (cells: readonly (readonly string[])[]): string => markdownTable(cells, (column) => column > 0);

const ROW = 24;
const NAME = 320;
const CELL = 52;

/**
 * The heat map as an SVG file, to become an image.
 * @param colours the colour of a gap of 0 to 4, those of the text and of the ground
 */
export function heatMapSvg(
  title: string,
  rows: readonly Row[],
  basis: Basis,
  { gaps, text, ground }: { readonly gaps: readonly string[]; readonly text: string; readonly ground: string },
): string {
  const [width, height] = [NAME + FRS.length * CELL + 16, (rows.length + 2) * ROW + 16];
  const write = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y + 16}" ${more}>${escapeXml(words)}</text>`;
  const lines = rows.flatMap((row, i) => {
    const y = 8 + (i + 2) * ROW;
    const name = row.title.length > 42 ? `${row.title.slice(0, 41)}…` : row.title;
    const cells = figuresOf(row, basis) ?? [];
    return [
      write(8 + row.depth * 14, y, name),
      ...cells.flatMap((figures, fr) => {
        const x = NAME + fr * CELL;
        return [
          `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${ROW - 2}" rx="3" fill="${gaps[figures.gap] ?? ground}"/>`,
          write(x + CELL / 2, y, figureText(figures), 'text-anchor="middle"'),
        ];
      }),
    ];
  });
  const head = FRS.map((fr, i) =>
    write(NAME + i * CELL + CELL / 2, 8 + ROW, fr, 'text-anchor="middle" font-weight="600"'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${text}">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    write(8, 8, title, 'font-weight="600"'),
    ...head,
    ...lines,
    '</svg>',
  ].join('\n');
}
