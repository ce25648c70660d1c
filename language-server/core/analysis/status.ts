import type { View } from '../engine/view.ts';
import type { Statement } from '../model/statement.ts';
import { type Block, controlsNamed, type Origin, originOf } from './statements.ts';

/** How a requirement stands in a zone or conduit. */
export type Status =
  | 'implemented'
  | 'compensated'
  | 'excluded'
  | 'uncompensated' // compensated by controls that are not themselves met
  | 'planned'
  | 'overdue' // planned, the date has passed
  | 'accepted'
  | 'expired' // accepted, the date has passed
  | 'none';

const MET: ReadonlySet<Status> = new Set(['implemented', 'compensated', 'excluded']);

export const isMet = (status: Status): boolean => MET.has(status);

/** A plan or an acceptance in force: unmet, but not to be reported as missing. */
export const isPending = (status: Status): boolean => status === 'planned' || status === 'accepted';

/** A date is in force up to and including its day. */
export function hasPassed(date: { readonly value: string } | undefined, today: string): boolean {
  return date !== undefined && date.value < today;
}

/** Answers the status of controls in one place (a zone or conduit), each worked out once. */
export interface Statuses {
  /** The blocks whose statements count here, the nearest first. */
  readonly blocks: readonly Block[];
  of(control: string): Status;
  originOf(control: string): Origin | undefined;
  /** The compensating controls of a statement that are not met here, in the order given. */
  unmetCompensations(statement: Statement): readonly string[];
}

export function statusesOf(view: View, blocks: readonly Block[]): Statuses {
  const statuses = new Map<string, Status>();
  const origins = new Map<string, Origin | undefined>();
  /** Controls being worked out: meeting one again means that compensations form a ring, which meets nothing. */
  const visiting = new Set<string>();

  function origin(control: string): Origin | undefined {
    if (!origins.has(control)) origins.set(control, originOf(view, blocks, control));
    return origins.get(control);
  }

  function of(control: string): Status {
    const known = statuses.get(control);
    if (known) return known;
    const found = origin(control);
    const status = found ? judge(found.statement, control) : 'none';
    // Inside a ring a status holds only for the control that was asked first.
    if (visiting.size === 0) statuses.set(control, status);
    return status;
  }

  function judge(statement: Statement, control: string): Status {
    const passed = hasPassed(statement.until, view.today);
    switch (statement.verb) {
      case 'implements':
        return 'implemented';
      case 'excludes':
        return 'excluded';
      case 'plans':
        return passed ? 'overdue' : 'planned';
      case 'accepts':
        return passed ? 'expired' : 'accepted';
      case 'compensates': {
        if (visiting.has(control)) return 'uncompensated';
        visiting.add(control);
        const unmet = unmetCompensations(statement);
        visiting.delete(control);
        return unmet.length === 0 && means(statement).length > 0 ? 'compensated' : 'uncompensated';
      }
    }
  }

  const means = (statement: Statement) => statement.compensatedBy.flatMap(({ text }) => controlsNamed(view, text));

  /** An excluded control protects nothing, so it compensates nothing. */
  function unmetCompensations(statement: Statement): string[] {
    return [...new Set(means(statement))].filter((control) => {
      const status = of(control);
      return status !== 'implemented' && status !== 'compensated';
    });
  }

  return { blocks, of, originOf: origin, unmetCompensations };
}
