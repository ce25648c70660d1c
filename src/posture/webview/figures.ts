import { FRS } from '../../../language-server/core/model/levels.ts';
import type { Row } from '../messages.ts';

/** What is taken for achieved: all that the model claims, or the part of it that has evidence. */
export type Basis = 'claimed' | 'evidenced';

/** The figures of a zone or conduit in one FR. */
export interface CellFigures {
  readonly fr: string;
  readonly target: number;
  /** Null where nothing that is asked is applicable. */
  readonly achieved: number | null;
  readonly gap: number;
}

/** The figures of a row, FR by FR; undefined where nothing is asked of it. */
export function figuresOf({ slT, slA, slAEvidenced }: Row, basis: Basis): readonly CellFigures[] | undefined {
  if (!slT) return undefined;
  const achieved = basis === 'claimed' ? slA : slAEvidenced;
  return FRS.map((fr, i) => {
    const [target, has] = [slT[i]!, achieved?.[i] ?? null];
    return { fr, target, achieved: has, gap: has === null ? 0 : Math.max(0, target - has) };
  });
}

/** `1/2`: what is achieved, and the target. */
export const figureText = ({ achieved, target }: CellFigures): string => `${achieved ?? 'n/a'}/${target}`;

/** The sum of its gaps; -1 where nothing is asked. */
export const gapOf = (row: Row, basis: Basis): number =>
  figuresOf(row, basis)?.reduce((sum, { gap }) => sum + gap, 0) ?? -1;

export const ORDERS = ['text', 'gap', 'missing', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** The rows in an order, those that a filter leaves: its words occur in the name or the title. */
export function arranged(rows: readonly Row[], order: Order, basis: Basis, filter: string): Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows.filter(({ path, title }) => {
    const text = `${path} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  switch (order) {
    case 'gap':
      return kept.sort((a, b) => gapOf(b, basis) - gapOf(a, basis));
    case 'missing':
      return kept.sort((a, b) => (b.missing ?? -1) - (a.missing ?? -1));
    case 'name':
      return kept.sort((a, b) => a.title.localeCompare(b.title));
    default:
      return kept;
  }
}
