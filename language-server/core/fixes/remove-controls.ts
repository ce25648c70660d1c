import { placeOf } from '../engine/said.ts';
import type { Terms } from '../engine/terms.ts';
import { listAnd } from '../text/words.ts';
import type { Fix } from './fix.ts';

/**
 * Takes some of the controls that it names out of a statement; where these are all, or none of them, the whole statement.
 * @param what what the title calls the statement, such as `the exclusion`
 */
export function removeControls(statement: Terms, named: Terms['controls'], what: string): Fix {
  const isWhole = named.length === 0 || named.length === statement.controls.length;
  return {
    title: isWhole ? `Remove ${what}` : `Remove ${listAnd(named.map(({ text }) => text))} from ${what}`,
    edits: isWhole ? [{ kind: 'remove', at: placeOf(statement) }] : [{ kind: 'remove-items', at: named.map(placeOf) }],
  };
}
