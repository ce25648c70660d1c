import { isPending, type Statuses, statusIn } from '../analysis/status.ts';
import { elementOf, type Handle } from '../engine/element.ts';
import { reveal } from '../engine/reveal.ts';
import type { Statement, Verb } from '../model/statement.ts';
import type { Edit } from './fix.ts';

/** True where one of some controls is decided for a place, wherever that is said: planned, accepted or excluded, in force. */
export const isDecided = (statuses: Statuses, controls: readonly string[]): boolean =>
  controls.map((control) => statusIn(statuses, control)).some((status) => isPending(status) || status === 'excluded');

/** How many of some controls an element speaks of itself: what it says of them gives way to a statement anew. */
export function spokenOf(element: Handle, controls: readonly string[]): number {
  const spoken = new Set(statementsOf(element).flatMap((statement) => statement.controls.map(({ text }) => text)));
  return controls.filter((control) => spoken.has(control)).length;
}

function statementsOf(element: Handle): readonly Statement[] {
  const found = elementOf(reveal(element));
  return 'statements' in found ? found.statements : [];
}

/**
 * The edits that state something of controls in an element's block, in place of what its statements say of them there:
 * two statements about one control would contradict each other.
 * @param clauses what follows the controls, such as `because "…"`
 */
export function stateEdits(element: Handle, verb: Verb, controls: readonly string[], clauses?: string): Edit[] {
  const statements = statementsOf(element);
  const namedIn = (statement: Statement) => statement.controls.filter(({ text }) => controls.includes(text));
  const about = statements.filter((statement) => namedIn(statement).length > 0);
  const [first, ...rest] = about.filter((statement) => namedIn(statement).length === statement.controls.length);
  const partly = about.filter((statement) => namedIn(statement).length < statement.controls.length);
  const text = `${verb} ${controls.join(', ')}${clauses ? ` ${clauses}` : ''}`;
  return [
    ...partly.map((statement): Edit => ({ kind: 'remove-items', at: namedIn(statement).map(({ at }) => at) })),
    ...rest.map((statement): Edit => ({ kind: 'remove', at: statement.at })),
    first ? { kind: 'replace', at: first.at, text } : { kind: 'state', element, verb, controls, clauses },
  ];
}
