import type { Column, Table } from '../core/report/document/blocks.ts';
import { widthOf } from './arial-widths.ts';
import { SIZE } from './styles.ts';

/** Between the text of a cell and its borders, on the left and on the right, in points. */
export const CELL_PADDING = 4;

/** No word makes its column broader than this part of the table: a longer one is broken. */
const MOST_FOR_A_WORD = 0.24;

/** How broad a column has to be for its words, and may be for its lines. */
interface Limits {
  readonly weight: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The widths of the columns of a table in points: as the table says, but none narrower than its longest word, since
 * words that are broken anywhere are hard to read, and none broader than its longest line while others have to break
 * theirs.
 */
export function columnWidths({ columns, rows, hasRowHeads }: Table, whole: number): number[] {
  const limits = columns.map((column, i) => {
    const lines = rows.map(({ cells }) => cells[i]?.lines ?? []);
    return limitsOf(column, lines, i === 0 && hasRowHeads === true, whole * MOST_FOR_A_WORD);
  });
  const needed = sum(limits.map(({ least }) => least));
  if (needed >= whole) return limits.map(({ least }) => (least / needed) * whole);
  const wanted = sum(limits.map(({ most }) => most));
  const weights = sum(limits.map(({ weight }) => weight));
  // Room for all lines: what is left over is shared out.
  if (wanted <= whole) return limits.map(({ most, weight }) => most + ((whole - wanted) * weight) / weights);
  return share(limits, whole);
}

function limitsOf(
  { title, width: weight, isFigure }: Column,
  cells: readonly (readonly string[])[],
  isBold: boolean,
  mostForAWord: number,
): Limits {
  let word = longestWord(title, true);
  let line = widthOf(title, SIZE.table, true);
  for (const text of new Set(cells.flat())) {
    const width = widthOf(text, SIZE.table, isBold);
    line = Math.max(line, width);
    // Levels stand beside each other, or they cannot be compared.
    if (word < mostForAWord && width > word) word = Math.max(word, isFigure ? width : longestWord(text, isBold));
  }
  const around = 2 * CELL_PADDING + 1;
  const least = Math.min(mostForAWord, word + around);
  return { weight, least, most: Math.max(least, line + around) };
}

/** Shares a width out by weights, within the limits of each: as much for a weight as fills it. */
function share(limits: readonly Limits[], whole: number): number[] {
  const widths = (perWeight: number) =>
    limits.map(({ weight, least, most }) => Math.min(most, Math.max(least, weight * perWeight)));
  let [low, high] = [0, Math.max(...limits.map(({ weight, most }) => most / weight))];
  // Halved until a hundredth of a point is left.
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (sum(widths(middle)) > whole) high = middle;
    else low = middle;
  }
  return widths(low);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Where a line may be broken. */
const WORDS = /\s+|(?<=-)/;

const longestWord = (text: string, isBold: boolean): number =>
  text.split(WORDS).reduce((widest, word) => Math.max(widest, widthOf(word, SIZE.table, isBold)), 0);
