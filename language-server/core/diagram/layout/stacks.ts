import { type Box, SIZE } from './boxes.ts';

export type Sizes = ReadonlyMap<Box, { readonly w: number; readonly h: number }>;

/** One box, or several low ones that may stand on each other beside a high one. */
export interface Stack {
  readonly boxes: readonly Box[];
  readonly w: number;
  readonly h: number;
}

/** Sizes count in coarse steps when rows are chosen, so that a small change seldom chooses others. */
export const coarse = (size: number): number => Math.ceil(size / 96) * 96;

/** The boxes above each other, with the size that they take together. */
export function measureStack(boxes: readonly Box[], sizes: Sizes): Stack {
  const each = boxes.map((box) => sizes.get(box)!);
  return {
    boxes,
    w: Math.max(...each.map(({ w }) => w)),
    h: each.reduce((sum, { h }) => sum + h, (boxes.length - 1) * SIZE.rows),
  };
}

/** The boxes of a rank in stacks no higher than its highest box; neighbours of the text stay neighbours. */
export function stacksOf(rank: readonly Box[], sizes: Sizes): Stack[] {
  const highest = Math.max(...rank.map((box) => coarse(sizes.get(box)!.h)));
  const stacks: Stack[] = [];
  for (const box of rank) {
    const last = stacks.at(-1);
    // Only zones without zones, and no bars: a conduit to what is deep in a stack would have a long way.
    const isLow = [box, ...(last?.boxes ?? [])].every(({ rows, bus }) => rows.length === 0 && !bus);
    const stack = last && isLow ? measureStack([...last.boxes, box], sizes) : undefined;
    if (stack && coarse(stack.h) <= highest) stacks[stacks.length - 1] = stack;
    else stacks.push(measureStack([box], sizes));
  }
  return stacks;
}
