import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';
import { createCompensations, meansOf } from './compensation.ts';
import { type Origin, originOf } from './origin.ts';
import { type BlockContent, readBlock, type StatementBlock } from './statements.ts';

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

/** True for what leaves nothing to do: it is in place, or excluded. */
export const isMet = (status: Status): boolean => MET.has(status);

/** True for what protects: an excluded control meets what is required, but reduces no risk. */
export const isInPlace = (status: Status): boolean => status === 'implemented' || status === 'compensated';

/** A plan or an acceptance in force: unmet, but not to be reported as missing. */
export const isPending = (status: Status): boolean => status === 'planned' || status === 'accepted';

/** A date is in force up to and including its day. */
export function hasPassed(date: { readonly value: string } | undefined, today: string): boolean {
  return date !== undefined && date.value < today;
}

/** What is stated in one place (a zone or conduit), to be asked for the status of controls. */
export interface Statuses {
  readonly query: Query;
  /** The blocks whose statements count here, the nearest first. */
  readonly blocks: readonly StatementBlock[];
  /** What they say, without those that say nothing. Few controls are spoken of. */
  readonly contents: readonly BlockContent[];
  /** Judges the compensations; made when the first is asked for. */
  compensations?: (statement: Terms) => boolean;
  /** Of controls that several statements speak of, the one that counts: each of the statements may ask for it. */
  readonly weakest: Map<string, Terms>;
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

/** What some blocks state, the nearest first, to be asked for the status of controls. */
export function statusesOf(query: Query, blocks: readonly StatementBlock[]): Statuses {
  // A zone without statements says nothing of any control. The system is asked all the same: it may come to say something.
  const speaking = blocks.filter(({ statements, isCommon }) => isCommon || statements.length > 0);
  return {
    query,
    blocks,
    contents: speaking.map((block) => readBlock(query, block)),
    compensations: undefined,
    weakest: new Map(),
  };
}

/** The status of a control. One that is not spoken of has none, unless it enhances one that is excluded. */
export function statusIn(statuses: Statuses, control: string): Status {
  const origin = originOf(statuses.contents, control);
  if (!origin) return 'none';
  return judge(statuses, origin.others ? weakest(statuses, control, origin) : origin.statement);
}

/** What counts for a control, with the statement that decides. */
export function originIn(statuses: Statuses, control: string): Origin | undefined {
  const origin = originOf(statuses.contents, control);
  return origin?.others ? { ...origin, statement: weakest(statuses, control, origin) } : origin;
}

/** The compensating controls of a statement that are not met, in the order given. */
export function unmetCompensations(statuses: Statuses, statement: Terms): readonly string[] {
  return meansOf(statuses.query, statement).filter((control) => !isInPlace(statusIn(statuses, control)));
}

function judge(statuses: Statuses, statement: Terms): Status {
  const passed = hasPassed(statement.until, statuses.query.today);
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
      return holds(statuses, statement) ? 'compensated' : 'uncompensated';
  }
}

function holds(statuses: Statuses, statement: Terms): boolean {
  const { query, contents } = statuses;
  statuses.compensations ??= createCompensations(query, (control) => originOf(contents, control));
  return statuses.compensations(statement);
}

function weakest(statuses: Statuses, control: string, origin: Origin): Terms {
  const known = statuses.weakest.get(control);
  if (known) return known;
  const strength = (statement: Terms) => BY_STRENGTH.indexOf(judge(statuses, statement));
  let [found, least] = [origin.statement, strength(origin.statement)];
  for (const other of origin.others ?? []) {
    const own = strength(other);
    if (own < least) [found, least] = [other, own];
  }
  statuses.weakest.set(control, found);
  return found;
}
