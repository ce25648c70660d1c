import type { Member } from './shape.ts';
import { isComma, isOneLine, isParted, type Written } from './written.ts';

/** A token on a line, by its index, with the white space before it. */
export type Placed = readonly [index: number, before: string];

/**
 * What follows the opening brace of a block on the same line, to its closing brace. Undefined where the block was written
 * on several lines, or holds what takes several.
 */
export function blockOnLine(tokens: readonly Written[], { open, last, members }: Member): Placed[] | undefined {
  const placed: Placed[] = [];
  const starts = new Set(startsIn(members));
  for (let i = open! + 1; i <= last; i++) {
    const [token, before] = [tokens[i]!, tokens[i - 1]!];
    if (token.breaks > 0 || !isOneLine(token)) return undefined;
    const isNext = starts.has(i) && before.text !== '{' && before.kind !== 'comment';
    const isEmpty = token.text === '}' && before.text === '{';
    placed.push([i, isComma(token) || isEmpty ? '' : isNext ? '  ' : ' ']);
  }
  return placed;
}

/** The first tokens of members and of those in them. */
function startsIn(members: readonly Member[]): number[] {
  return members.flatMap((member) => [member.first, ...startsIn(member.members)]);
}

/** Columns that tokens take. */
export function widthOf(tokens: readonly Written[], placed: readonly Placed[]): number {
  return placed.reduce((sum, [i, before]) => sum + before.length + tokens[i]!.text.length, 0);
}

/** Columns that a member takes behind another on a line; infinitely many where it cannot stand there. */
export function widthBeside(tokens: readonly Written[], { first, last }: Member): number {
  let width = 1;
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.kind === 'comment' || !isOneLine(token)) return Number.POSITIVE_INFINITY;
    width += token.text.length + (isComma(token) ? 0 : 1);
  }
  return width;
}

/** Columns that an item of a list takes, with the comma behind it. */
export function widthOfItem(
  tokens: readonly Written[],
  from: number,
  last: number,
  clauses: readonly number[],
): number {
  let width = 0;
  for (let i = from; i <= last; i++) {
    const token = tokens[i]!;
    if (i > from && (clauses.includes(i) || isParted(tokens, i))) break;
    if (isComma(token)) return width + 1;
    width += (i > from ? 1 : 0) + /^[^\r\n]*/.exec(token.text)![0].length;
    if (!isOneLine(token)) break;
  }
  return width;
}
