/** Numbers in the order of a cost, the cheapest first. */
export interface Queue {
  push(item: number, cost: number): void;
  /** The cost of what comes next; infinite when there is nothing. */
  least(): number;
  /** Takes out what comes next; there must be something. */
  pop(): number;
  clear(): void;
}

/** A binary heap in two arrays. */
export function createQueue(): Queue {
  const items: number[] = [];
  const costs: number[] = [];
  return {
    least: () => (costs.length > 0 ? costs[0]! : Number.POSITIVE_INFINITY),
    clear() {
      items.length = 0;
      costs.length = 0;
    },
    push(item, cost) {
      let at = items.push(item) - 1;
      costs.push(cost);
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (costs[up]! <= cost) break;
        items[at] = items[up]!;
        costs[at] = costs[up]!;
        at = up;
      }
      items[at] = item;
      costs[at] = cost;
    },
    pop() {
      const top = items[0]!;
      const [item, cost] = [items.pop()!, costs.pop()!];
      if (items.length === 0) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && costs[child + 1]! < costs[child]!) child++;
        if (costs[child]! >= cost) break;
        items[at] = items[child]!;
        costs[at] = costs[child]!;
        at = child;
      }
      items[at] = item;
      costs[at] = cost;
      return top;
    },
  };
}
