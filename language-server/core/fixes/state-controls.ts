import { hasPassed } from '../analysis/in-force.ts';
import { elementOf, type Handle } from '../engine/element.ts';
import { reveal } from '../engine/reveal.ts';
import type { Statement, Verb } from '../model/statement.ts';
import type { Edit } from './fix.ts';

/** True where an element plans, accepts or excludes one of some controls, and not for a day that has passed. */
export function hasDecided(element: Handle, controls: readonly string[], today: string): boolean {
  return statementsOf(element).some(
    ({ verb, until, controls: named }) =>
      (verb === 'plans' || verb === 'accepts' || verb === 'excludes') &&
      !hasPassed(until, today) &&
      named.some(({ text }) => controls.includes(text)),
  );
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
