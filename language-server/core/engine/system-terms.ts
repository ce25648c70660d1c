import type { Source } from './entry.ts';
import { keys } from './keys.ts';
import type { Query } from './query.ts';
import { reveal } from './reveal.ts';
import type { Terms } from './terms.ts';

declare const terms: unique symbol;

/**
 * The statements in the settings of a system, which reach all of its units: nearly every edit of them would reach
 * everything, so what they say is asked for control by control (`analysis/statements.ts`), and not read as it stands.
 */
export interface SystemTerms<T extends Terms = Terms> {
  readonly [terms]?: T;
}

/** The statements of a system, with where they stand; undefined for one without settings. */
export function systemTerms(query: Query, system: string): { entry: Source; statements: SystemTerms } | undefined {
  const found = query.first(keys.systemHeader(system));
  if (!found) return undefined;
  const { statements } = reveal(found).entry.unit.system!;
  return { entry: found.entry, statements: statements as SystemTerms };
}

/** What they say: for who remembers each question that is asked of them. */
export function readTerms<T extends Terms>(statements: SystemTerms<T>): readonly T[] {
  return statements as readonly T[];
}
