import { controlOf } from '../../analysis/catalogs.ts';
import { statusesOfConduit, statusesOfZone } from '../../analysis/posture.ts';
import { isMet, type Status, type Statuses, statusIn } from '../../analysis/status.ts';
import { isExternal } from '../../analysis/zone-facts.ts';
import type { Handle } from '../../engine/element.ts';
import type { Entry, Source } from '../../engine/entry.ts';
import { pathFrom } from '../../engine/handle.ts';
import type { Query } from '../../engine/query.ts';
import type { Fix } from '../../fixes/fix.ts';
import { isDecided, stateEdits } from '../../fixes/state-controls.ts';
import { abridge, listAnd } from '../../text/words.ts';

/** At most this many controls of a profile, and this many zones and conduits, are listed. */
const MOST_LISTED = 3;

/** A law is not met by its owner's acceptance or exclusion; who plans to meet it knows of it, and `overdue-plan` minds the day. */
export const isUnderWay = (status: Status): boolean => isMet(status) || status === 'planned';

/** A zone or conduit that something is asked of, with how requirements stand there. */
export interface Scope {
  readonly element: Handle<'zone' | 'conduit'>;
  readonly kind?: string;
  readonly statuses: Statuses;
}

/** What a scope lacks of the controls that are asked of it. */
export interface Shortfall {
  readonly scope: Scope;
  readonly unmet: readonly string[];
}

/** A zone or conduit as a scope; undefined for an external zone, which is nobody's here to protect. */
export function scopeOf(query: Query, element: Handle): Scope | undefined {
  if (element.sort === 'conduit') {
    const conduit = element as Handle<'conduit'>;
    return { element: conduit, statuses: statusesOfConduit(query, conduit) };
  }
  const zone = element as Handle<'zone'>;
  if (isExternal(query, zone)) return undefined;
  return { element: zone, kind: query.fact(zone, 'kind'), statuses: statusesOfZone(query, zone) };
}

/**
 * What each scope lacks of some controls, where it lacks any.
 * @param isEnough how a control has to stand; that it is met, if not given
 */
export function shortfallsOf(
  query: Query,
  scopes: readonly Scope[],
  controls: readonly string[],
  isEnough: (status: Status) => boolean = isMet,
): Shortfall[] {
  return scopes.flatMap((scope): Shortfall[] => {
    const unmet = controls.filter(
      (control) => canBeRequired(query, scope, control) && !isEnough(statusIn(scope.statuses, control)),
    );
    return unmet.length > 0 ? [{ scope, unmet }] : [];
  });
}

/** Whether a control can be required of a zone of this kind, or of a conduit. */
function canBeRequired(query: Query, { element, kind }: Scope, id: string): boolean {
  const control = controlOf(query, id)!;
  if (!control.applies.includes(element.sort)) return false;
  return control.kinds.length === 0 || control.kinds.some(({ text }) => text === kind);
}

/** The controls that some scopes lack, in the order that they are asked in. */
export const unmetOf = (controls: readonly string[], shortfalls: readonly Shortfall[]): string[] =>
  controls.filter((control) => shortfalls.some(({ unmet }) => unmet.includes(control)));

/** A list of a few, and how many more. */
export const listSome = (words: readonly string[]): string =>
  words.length > MOST_LISTED ? abridge(words, MOST_LISTED) : listAnd(words);

/** Where something is lacking, as a list in a sentence of an entry's findings. */
export const nameScopes = (entry: Source, shortfalls: readonly Shortfall[]): string =>
  listSome(shortfalls.map(({ scope: { element } }) => `${element.sort} '${pathFrom({ entry }, element)}'`));

/**
 * The fix that states what is lacking wherever it is; none where that would take back what is decided there, or change
 * a statement of another unit.
 * @param clauses what follows the controls, such as a day
 */
export function stateWhereLacking(
  entry: Entry,
  verb: 'implements' | 'plans',
  shortfalls: readonly Shortfall[],
  clauses?: string,
): Fix[] {
  // A plan, an acceptance or an exclusion in force is not taken back, wherever it is said.
  if (shortfalls.some(({ scope: { statuses }, unmet }) => isDecided(statuses, unmet))) return [];
  const edits = shortfalls.flatMap(({ scope: { element }, unmet }) => stateEdits(element, verb, unmet, clauses));
  // What is said of them there already would have to go, and only in this unit can it.
  const isSaidElsewhere = edits.some(({ kind }) => kind !== 'state');
  if (isSaidElsewhere && shortfalls.some(({ scope }) => scope.element.entry !== entry)) return [];
  const controls = listAnd([...new Set(shortfalls.flatMap(({ unmet }) => unmet))]);
  return [
    { title: `${verb === 'implements' ? 'Implement' : 'Plan'} ${controls} in ${nameScopes(entry, shortfalls)}`, edits },
  ];
}
