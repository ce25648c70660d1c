import type { Box, DrawnCell } from './drawio-cells.ts';

/** Which shapes hold others: those that draw.io says do, and those that are drawn around others. */
export interface Containers {
  has(cell: DrawnCell): boolean;
  /** The innermost that a shape stands in. */
  around(cell: DrawnCell): DrawnCell | undefined;
}

export function containersOf(cells: readonly DrawnCell[]): Containers {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const shapes = cells.filter(({ isEdge, isText }) => !isEdge && !isText);
  const outer = new Map<DrawnCell, DrawnCell>();
  for (const cell of shapes) {
    const parent = byId.get(cell.parent ?? '');
    if (parent && !parent.isEdge) outer.set(cell, parent);
  }
  // Of shapes that stand side by side in one parent a larger one may be drawn around a smaller.
  const byParent = new Map<string | undefined, DrawnCell[]>();
  for (const cell of shapes) byParent.set(cell.parent, [...(byParent.get(cell.parent) ?? []), cell]);
  for (const siblings of byParent.values()) {
    const bySize = siblings.filter(({ box }) => box).sort((a, b) => area(a.box!) - area(b.box!));
    bySize.forEach((cell, i) => {
      const around = bySize.slice(i + 1).find((other) => holds(other.box!, cell.box!));
      if (around) outer.set(cell, around);
    });
  }
  const holders = new Set(outer.values());
  return {
    has: (cell) => !cell.isEdge && (cell.isContainer || holders.has(cell)),
    around: (cell) => outer.get(cell),
  };
}

const area = ({ width, height }: Box): number => width * height;

const holds = (a: Box, b: Box): boolean =>
  area(a) > area(b) && b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;
