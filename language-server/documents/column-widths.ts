import type { Table } from '../core/report/document/blocks.ts';
import { widthOf } from './arial-widths.ts';
import { SIZE } from './styles.ts';

/** Between the text of a cell and its borders, on the left and on the right, in points. */
export const CELL_PADDING = 4;

/** No word makes its column broader than this part of the table: a longer one is broken. */
const MOST_FOR_A_WORD = 0.24;

/**
 * The widths of the columns of a table in points: as the table says, but none narrower than its longest word, since
 * words that are broken anywhere are hard to read.
 */
export function columnWidths({ columns, rows, hasRowHeads }: Table, whole: number): number[] {
  const most = whole * MOST_FOR_A_WORD;
  const least = columns.map(({ title, isFigure }, i) => {
    const isBold = i === 0 && hasRowHeads === true;
    let widest = longestWord(title, true);
    for (const { cells } of rows) {
      for (const line of cells[i]?.lines ?? []) {
        // Levels stand beside each other, or they cannot be compared.
        widest = Math.max(widest, isFigure ? widthOf(line, SIZE.table, isBold) : longestWord(line, isBold));
        if (widest >= most) break;
      }
    }
    return Math.min(most, widest + 2 * CELL_PADDING + 1);
  });
  const needed = sum(least);
  if (needed >= whole) return least.map((width) => (width / needed) * whole);
  return share(
    columns.map(({ width }) => width),
    least,
    whole,
  );
}

/** Shares a width out by weights; those that would get less than they need get that, and the others share the rest. */
function share(weights: readonly number[], least: readonly number[], whole: number): number[] {
  const isFixed = weights.map(() => false);
  for (;;) {
    const rest = whole - sum(least.filter((_, i) => isFixed[i]));
    const weight = sum(weights.filter((_, i) => !isFixed[i]));
    const widths = weights.map((own, i) => (isFixed[i] ? least[i]! : (own / weight) * rest));
    const short = widths.findIndex((width, i) => !isFixed[i] && width < least[i]!);
    if (short < 0) return widths;
    for (const [i, width] of widths.entries()) if (width < least[i]!) isFixed[i] = true;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Where a line may be broken. */
const WORDS = /\s+|(?<=-)/;

const longestWord = (text: string, isBold: boolean): number =>
  text.split(WORDS).reduce((widest, word) => Math.max(widest, widthOf(word, SIZE.table, isBold)), 0);
