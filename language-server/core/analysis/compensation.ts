import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';
import { hasPassed, isKept } from './in-force.ts';
import { isInPlace, type Means, meansNamed } from './means.ts';
import type { Origin } from './origin.ts';
import { equalStatements } from './statements.ts';

const controls = createMemo<Terms, readonly string[]>();

/** What a `compensates` statement of a system counts on, name by name. */
const eachMeans = (query: Query, system: string, { compensatedBy }: Terms): Means[] =>
  compensatedBy.map(({ text }) => meansNamed(query, system, text));

/** The controls that a `compensates` statement of a system counts on, each once, in the order given. */
export function controlsCounted(query: Query, system: string, statement: Terms): readonly string[] {
  return controls(query, statement, () => [
    ...new Set(eachMeans(query, system, statement).flatMap((means) => means.controls)),
  ]);
}

/** The countermeasures that it counts on and that are not in place any more, by their names. */
export function lapsedCountermeasures(query: Query, system: string, { compensatedBy }: Terms): readonly string[] {
  return compensatedBy.flatMap(({ text }) => {
    const { countermeasure } = meansNamed(query, system, text);
    return countermeasure && !isInPlace(query, countermeasure) ? [text] : [];
  });
}

/**
 * Answers whether a `compensates` statement holds in one place: all that it counts on is implemented there, or itself
 * compensated by what holds. Holding is worked out from the implemented upwards, so that compensations in a ring, which
 * have nothing but each other to stand on, do not hold. Each statement is judged once, in time linear in what it names.
 * @param system the one that the place is in
 * @param originOf what counts for a control in the place
 */
export function createCompensations(
  query: Query,
  system: string,
  originOf: (control: string) => Origin | undefined,
): (statement: Terms) => boolean {
  const judged = new Map<Terms, boolean>();

  function judge(statement: Terms): void {
    /** Statements to judge, with how many compensations each waits for; the map grows while it is walked. */
    const waiting = new Map<Terms, number>([[statement, 0]]);
    const dependents = new Map<Terms, Terms[]>();
    const holding: Terms[] = [];
    for (const each of waiting.keys()) {
      const needed = neededBy(each);
      if (!needed) {
        judged.set(each, false);
        continue;
      }
      for (const other of needed) {
        if (!waiting.has(other)) waiting.set(other, 0);
        dependents.set(other, [...(dependents.get(other) ?? []), each]);
      }
      waiting.set(each, needed.size);
      if (needed.size === 0) holding.push(each);
    }
    for (const each of holding) {
      judged.set(each, true);
      for (const dependent of dependents.get(each) ?? []) {
        const left = waiting.get(dependent)! - 1;
        waiting.set(dependent, left);
        if (left === 0) holding.push(dependent);
      }
    }
    for (const each of waiting.keys()) if (!judged.has(each)) judged.set(each, false);
  }

  /** The compensations not judged yet that must hold for this one to hold; undefined where it cannot. */
  function neededBy(statement: Terms): ReadonlySet<Terms> | undefined {
    if (hasPassed(statement.until, query.today)) return undefined;
    const means = eachMeans(query, system, statement);
    // A name that means nothing is a fault of its own, and one that means nothing alone compensates nothing.
    if (means.every(({ controls, countermeasure }) => controls.length === 0 && !countermeasure)) return undefined;
    if (means.some(({ countermeasure }) => countermeasure && !isInPlace(query, countermeasure))) return undefined;
    const needed = new Set<Terms>();
    for (const control of controlsCounted(query, system, statement)) {
      const origin = originOf(control);
      if (!origin) return undefined;
      for (const sayer of equalStatements(origin)) {
        // Plans and acceptances leave a control unmet, and an excluded one protects nothing.
        if (sayer.verb === 'implements' || isKept(sayer, query) || judged.get(sayer) === true) continue;
        if (sayer.verb !== 'compensates') return undefined;
        if (judged.get(sayer) === false) return undefined;
        needed.add(sayer);
      }
    }
    return needed;
  }

  return (statement) => {
    if (!judged.has(statement)) judge(statement);
    return judged.get(statement)!;
  };
}
