/** Items with a value of each. */
export interface Mapped<Item, Value> {
  readonly items: readonly Item[];
  readonly values: readonly Value[];
}

/** As many items may go from between two that stay. */
const WINDOW = 16;

/**
 * The value of each item: the one of before where it was there in the same order, or else a new one. Made for lists that
 * change in few places.
 */
export function mapAgain<Item, Value>(
  before: Mapped<Item, Value> | undefined,
  items: readonly Item[],
  make: (item: Item, index: number) => Value,
): Value[] {
  if (!before) return items.map(make);
  let next = 0;
  return items.map((item, i) => {
    for (let at = next; at < next + WINDOW && at < before.items.length; at++) {
      if (before.items[at] !== item) continue;
      next = at + 1;
      return before.values[at]!;
    }
    // It takes the place of another, or is one more: which is seen at the next.
    return make(item, i);
  });
}
