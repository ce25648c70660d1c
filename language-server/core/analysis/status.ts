import type { View } from '../engine/view.ts';
import type { Statement } from '../model/statement.ts';
import { createCompensations, meansOf } from './compensation.ts';
import { type Block, type BlockContent, type Origin, originOf, readBlock, sayersOf } from './statements.ts';

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

/** Answers the status of controls in one place (a zone or conduit). */
export interface Statuses {
  /** The blocks whose statements count here, the nearest first. */
  readonly blocks: readonly Block[];
  /**
   * What they say, without those that say nothing. Few controls are spoken of: any other, unless it enhances one that
   * is, has the status `none`.
   */
  readonly contents: readonly BlockContent[];
  of(control: string): Status;
  /** What counts for a control here, with the statement that decides. */
  originOf(control: string): Origin | undefined;
  /** The compensating controls of a statement that are not met here, in the order given. */
  unmetCompensations(statement: Statement): readonly string[];
}

/** From the weakest on: of statements that contradict each other the weakest counts. */
const BY_STRENGTH: readonly Status[] = [
  'none',
  'uncompensated',
  'overdue',
  'expired',
  'planned',
  'accepted',
  'excluded',
  'compensated',
  'implemented',
];

export function statusesOf(view: View, blocks: readonly Block[]): Statuses {
  // A zone without statements says nothing of any control. The system is asked all the same: it may come to say something.
  const contents = blocks
    .filter(({ statements, isCommon }) => isCommon || statements.length > 0)
    .map((block) => readBlock(view, block));
  const counting = (control: string) => originOf(contents, control);
  let compensations: ((statement: Statement) => boolean) | undefined;
  const holds = (statement: Statement) => {
    compensations ??= createCompensations(view, counting);
    return compensations(statement);
  };

  function judge(statement: Statement): Status {
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
      case 'compensates':
        return holds(statement) ? 'compensated' : 'uncompensated';
    }
  }

  const weakest = (origin: Origin): Statement => {
    const strength = (statement: Statement) => BY_STRENGTH.indexOf(judge(statement));
    return sayersOf(origin).reduce((a, b) => (strength(b) < strength(a) ? b : a));
  };

  function of(control: string): Status {
    const origin = counting(control);
    if (!origin) return 'none';
    return judge(origin.others ? weakest(origin) : origin.statement);
  }

  return {
    blocks,
    contents,
    of,
    originOf(control) {
      const origin = counting(control);
      return origin?.others ? { ...origin, statement: weakest(origin) } : origin;
    },
    unmetCompensations: (statement) =>
      meansOf(view, statement).filter((control) => {
        const status = of(control);
        return status !== 'implemented' && status !== 'compensated';
      }),
  };
}
