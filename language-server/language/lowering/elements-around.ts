import type { Problem, Unit } from '../../core/model/unit.ts';
import type { Reader } from './reader.ts';

type Element = NonNullable<Problem['on']>;

/** The problems of a unit, each with the innermost element that it stands in. Linear but for the sorting. */
export function placeProblems(
  { spans, problems }: Reader,
  unit: Pick<Unit, 'zones' | 'assets' | 'conduits' | 'flows' | 'risks'>,
): Problem[] {
  if (problems.length === 0) return [];
  const startOf = (at: number) => spans[2 * at]!;
  const endOf = (at: number) => spans[2 * at + 1]!;
  const elements = (['zone', 'asset', 'conduit', 'flow', 'risk'] as const)
    .flatMap((sort) =>
      unit[`${sort}s`].map(({ at }, index): { at: number; on: Element } => ({ at, on: { sort, index } })),
    )
    .sort((a, b) => startOf(a.at) - startOf(b.at) || endOf(b.at) - endOf(a.at));
  const placed = new Map<Problem, Element | undefined>();
  /** The elements around the current problem, the innermost last. */
  const open: typeof elements = [];
  let next = 0;
  for (const problem of [...problems].sort((a, b) => startOf(a.at) - startOf(b.at))) {
    const start = startOf(problem.at);
    for (let element = elements[next]; element && startOf(element.at) <= start; element = elements[++next]) {
      open.push(element);
    }
    // Siblings that ended before may lie below the last one opened.
    while (open.length > 0 && endOf(open.at(-1)!.at) <= start) open.pop();
    placed.set(problem, open.at(-1)?.on);
  }
  return problems.map((problem) => ({ ...problem, on: placed.get(problem) }));
}
