/** Items with a value of each. */
export interface Mapped<Item, Value> {
  readonly items: readonly Item[];
  readonly values: readonly Value[];
}

/** The value of each item: the one of before where there was one, or else a new one. Most lists change in few places. */
export function mapAgain<Item, Value>(
  before: Mapped<Item, Value> | undefined,
  items: readonly Item[],
  make: (item: Item, index: number) => Value,
): Value[] {
  if (!before) return items.map(make);
  let known: Map<Item, Value> | undefined;
  const find = (item: Item): Value | undefined => {
    // As many as before: one took the place of another, and none has moved.
    if (before.items.length === items.length) return undefined;
    known ??= new Map(before.items.map((each, i) => [each, before.values[i]!]));
    return known.get(item);
  };
  return items.map((item, i) => (before.items[i] === item ? before.values[i]! : (find(item) ?? make(item, i))));
}
