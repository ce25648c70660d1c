import type { Query } from '../engine/query.ts';
import { isEvidenced, type Terms } from '../engine/terms.ts';
import { controlsCounted, createCompensations, lapsedCountermeasures } from './compensation.ts';
import { hasPassed, isKept } from './in-force.ts';
import { type Contents, type Origin, originOf } from './origin.ts';
import { readBlock, type StatementBlock } from './statements.ts';

/** How a requirement stands in a zone or conduit. */
export type Status =
  | 'implemented'
  | 'compensated'
  | 'excluded'
  | 'uncompensated' // compensated by controls that are not themselves met
  | 'lapsed' // compensated until a day that has passed
  | 'planned'
  | 'overdue' // planned, the date has passed
  | 'accepted'
  | 'expired' // accepted, the date has passed
  | 'none';

/** True for what is in place. What is excluded proves nothing and reduces no risk. */
export const isMet = (status: Status): boolean => status === 'implemented' || status === 'compensated';

/** True for what leaves nothing to do: it is in place, or not applicable. */
export const isSettled = (status: Status): boolean => isMet(status) || status === 'excluded';

/** A plan or an acceptance in force: unmet, but not to be reported as missing. */
export const isPending = (status: Status): boolean => status === 'planned' || status === 'accepted';

/** What is stated in one place (a zone or conduit), to be asked for the status of controls. */
export interface Statuses {
  readonly query: Query;
  /** The system that the place is in. */
  readonly system: string;
  /** The blocks whose statements count here, the nearest first. */
  readonly blocks: readonly StatementBlock[];
  /** What they say, without those that say nothing. Few controls are spoken of. */
  readonly contents: Contents;
  /** Judges the compensations; made when the first is asked for. */
  compensations?: (statement: Terms) => boolean;
  /** Of controls that several statements speak of, the one that counts: each of the statements may ask for it. */
  readonly weakest: Map<string, Terms>;
}

/** From the weakest on: of statements that contradict each other the weakest counts. */
const BY_STRENGTH: readonly Status[] = [
  'none',
  'uncompensated',
  'lapsed',
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
  const contents = speaking.map((block) => ({ block, content: readBlock(query, block) }));
  const all = contents.map(({ content }) => content);
  const isNear = ({ block }: { block: StatementBlock }) => block === blocks[0] || block.isCommon;
  const ownAndCommon = contents.every(isNear) ? all : contents.filter(isNear).map(({ content }) => content);
  const system = blocks[0]?.entry.system ?? '';
  return { query, system, blocks, contents: { all, ownAndCommon }, compensations: undefined, weakest: new Map() };
}

/** How a control stands, and what that rests on. */
export interface Standing {
  readonly status: Status;
  /** True where the statement that counts names evidence, or says that it was verified. */
  readonly isEvidenced: boolean;
  /** True where that stands elsewhere: in a zone around, or in the settings. */
  readonly isInherited: boolean;
}

const NOTHING_SAID: Standing = { status: 'none', isEvidenced: false, isInherited: false };

/** How a control stands. One that is not spoken of has no status, unless it enhances one that is excluded. */
export function standingIn(statuses: Statuses, control: string): Standing {
  const origin = originOf(statuses.query, statuses.contents, control);
  if (!origin) return NOTHING_SAID;
  const statement = origin.others ? weakest(statuses, control, origin) : origin.statement;
  return {
    status: judge(statuses, statement),
    isEvidenced: isEvidenced(statement),
    isInherited: origin.block.statements !== statuses.blocks[0]?.statements,
  };
}

/** The status of a control. */
export const statusIn = (statuses: Statuses, control: string): Status => standingIn(statuses, control).status;

/** What counts for a control, with the statement that decides. */
export function originIn(statuses: Statuses, control: string): Origin | undefined {
  const origin = originOf(statuses.query, statuses.contents, control);
  return origin?.others ? { ...origin, statement: weakest(statuses, control, origin) } : origin;
}

/** What compensates in a statement and is not met: controls in the order given, then countermeasures whose day has passed. */
export function unmetCompensations(statuses: Statuses, statement: Terms): readonly string[] {
  const { query, system } = statuses;
  const controls = controlsCounted(query, system, statement);
  return [
    ...controls.filter((control) => !isMet(statusIn(statuses, control))),
    ...lapsedCountermeasures(query, system, statement),
  ];
}

function judge(statuses: Statuses, statement: Terms): Status {
  const passed = hasPassed(statement.until, statuses.query.today);
  if (isKept(statement, statuses.query)) return 'implemented';
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
      if (passed) return 'lapsed';
      return holds(statuses, statement) ? 'compensated' : 'uncompensated';
  }
}

function holds(statuses: Statuses, statement: Terms): boolean {
  const { query, system, contents } = statuses;
  statuses.compensations ??= createCompensations(query, system, (control) => originOf(query, contents, control));
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
