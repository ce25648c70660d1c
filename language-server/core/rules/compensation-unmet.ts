import { controlsCounted, lapsedCountermeasures } from '../analysis/compensation.ts';
import { hasPassed } from '../analysis/in-force.ts';
import { statusesOfConduit, statusesOfZone } from '../analysis/posture.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { askedInSystem, askedOf } from '../analysis/required.ts';
import { readBlock, type StatementBlock, saidWith } from '../analysis/statements.ts';
import { originIn, type Statuses, statusesOf, unmetCompensations } from '../analysis/status.ts';
import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Terms } from '../engine/terms.ts';
import { chainOf } from '../engine/zone-chain.ts';
import type { Text } from '../model/reference.ts';
import { listAnd } from '../text/words.ts';
import { defineRule, type Report } from './frame/rule.ts';
import { blocksOf } from './shared/statement-blocks.ts';

/** Of one unmet control, then of several. */
const messages = {
  own: '{controls} cannot be compensated with {means}: {unmet} is not met here, so nothing protects instead. Implement it, or compensate with controls that are met.',
  ownSeveral:
    '{controls} cannot be compensated with {means}: {unmet} are not met here, so nothing protects instead. Implement them, or compensate with controls that are met.',
  lapsed:
    "{controls} cannot be compensated with {means}: the last day of countermeasure '{unmet}' has passed, so nothing protects instead. Give it a new day if it is still in place, or compensate with what is.",
  lapsedSeveral:
    '{controls} cannot be compensated with {means}: the last days of the countermeasures {unmet} have passed, so nothing protects instead. Give them new days if they are still in place, or compensate with what is.',
  inheritedByZone:
    "Zone '{name}' inherits the compensation of {controls}, but {unmet} is not met there, so nothing protects instead: implement it there, or state there what holds for {controls}.",
  inheritedByZoneSeveral:
    "Zone '{name}' inherits the compensation of {controls}, but {unmet} are not met there, so nothing protects instead: implement them there, or state there what holds for {controls}.",
  inheritedByConduit:
    "Conduit '{name}' inherits the compensation of {controls}, but {unmet} is not met there, so nothing protects instead: implement it there, or state there what holds for {controls}.",
  inheritedByConduitSeveral:
    "Conduit '{name}' inherits the compensation of {controls}, but {unmet} are not met there, so nothing protects instead: implement them there, or state there what holds for {controls}.",
} as const;

export const compensationUnmet = defineRule({
  code: 'compensation-unmet',
  title: 'Compensation by an unmet control',
  group: 'requirements',
  severity: 'error',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.8', 'IEC 62443-3-3 4.3'],
  messages,
  checks: {
    unit(context, report) {
      const { entry, query } = context;
      for (const { statements, subject, statuses } of blocksOf(context)) {
        for (const statement of statements) {
          // One whose day has passed has a finding of its own.
          if (statement.verb !== 'compensates' || hasPassed(statement.until, query.today)) continue;
          const asked =
            subject.sort === 'system'
              ? askedInSystem(query, entry.system)
              : askedOf(query, { entry, sort: subject.sort as 'zone' | 'conduit', index: subject.index });
          if (!controlsOf(query, statement).some(askedIn(statuses, asked))) continue;
          const unmet =
            subject.sort === 'system' ? unmetInSystem(statuses, statement) : unmetCompensations(statuses, statement);
          if (unmet.length === 0) continue;
          const lapsed = lapsedCountermeasures(query, entry.system, statement);
          const kind = lapsed.length === unmet.length ? 'lapsed' : 'own';
          report(
            unmet.length === 1 ? kind : `${kind}Several`,
            {
              controls: listAnd(statement.controls.map(({ text }) => text)),
              means: listAnd(statement.compensatedBy.map(({ text }) => text)),
              unmet: listAnd(unmet),
            },
            {
              at: (statement.compensatedBy.find(({ text }) => unmet.includes(text)) ?? statement.compensatedBy[0]!).at,
              subject,
              data: { controls: unmet.filter((name) => !lapsed.includes(name)) },
            },
          );
        }
      }
    },
    zone(ref, { query }, report) {
      checkInherited(query, { message: 'inheritedByZone', ref, name: zoneOf(ref).name }, report);
    },
    conduit(ref, { query }, report) {
      checkInherited(query, { message: 'inheritedByConduit', ref, name: conduitOf(ref).name }, report);
    },
  },
});

interface Heir {
  readonly message: 'inheritedByZone' | 'inheritedByConduit';
  readonly ref: ZoneRef | ConduitRef;
  readonly name: Text;
}

/** Reports the compensations that reach an element from around it and break there, not those that are broken around it. */
function checkInherited(query: Query, { message, ref, name }: Heir, report: Report<typeof messages>): void {
  const statuses = ref.sort === 'zone' ? statusesOfZone(query, ref) : statusesOfConduit(query, ref);
  const parent = ref.sort === 'zone' ? zoneOf(ref).parent : -1;
  const outer = parent < 0 ? undefined : ({ ...ref, sort: 'zone', index: parent } as const);
  const ownBlocks = ref.sort === 'zone' ? chainOf(ref).length : 1;
  statuses.blocks.forEach((block, i) => {
    if (i === 0) return;
    const isOfSystem = i >= ownBlocks;
    for (const [statement, about] of compensationsIn(query, block)) {
      const counting = about.filter((control) => originIn(statuses, control)?.statement === statement);
      if (counting.length === 0) continue;
      // What is compensated around it is of no interest to what does not ask for it.
      const controls = counting.filter(askedIn(statuses, askedOf(query, ref)));
      if (controls.length === 0) continue;
      const isAskedAround = outer && controls.some(askedIn(statusesOfZone(query, outer), askedOf(query, outer)));
      const isBrokenAround =
        (isOfSystem && unmetInSystem(statusesOf(query, [block]), statement).length > 0) ||
        (isAskedAround && unmetCompensations(statusesOfZone(query, outer), statement).length > 0);
      const unmet = isBrokenAround ? [] : unmetCompensations(statuses, statement);
      if (unmet.length === 0) continue;
      report(
        `${message}${unmet.length === 1 ? '' : 'Several'}`,
        { name: name.value, controls: listAnd(controls), unmet: listAnd(unmet) },
        { at: name.at, subject: { sort: ref.sort, index: ref.index }, data: { controls: unmet } },
      );
    }
  });
}

/** The controls that a statement names, itself or by a profile. */
const controlsOf = (query: Query, { controls }: Terms): string[] =>
  controls.flatMap(({ text }) => controlsNamed(query, text));

const counted = createMemo<Statuses, ReadonlySet<string>>();

/**
 * Tells the controls that are asked for in a place, and those that a compensation of such a control counts on.
 * @param asked what is asked for where the statuses are from
 */
function askedIn(statuses: Statuses, asked: ReadonlySet<string>): (control: string) => boolean {
  const { query } = statuses;
  return (control) => asked.has(control) || counted(query, statuses, () => countedOn(statuses, asked)).has(control);
}

/** What the compensations of some controls count on in a place, and the compensations of that in turn. */
function countedOn(statuses: Statuses, asked: ReadonlySet<string>): ReadonlySet<string> {
  const { query, blocks } = statuses;
  const compensated = new Map(
    blocks.flatMap((block) =>
      [...compensationsIn(query, block)].flatMap(([statement, about]) =>
        about
          .filter((control) => originIn(statuses, control)?.statement === statement)
          .map((control) => [control, statement] as const),
      ),
    ),
  );
  const waiting = new Set([...compensated.keys()].filter((control) => asked.has(control)));
  const found = new Set<string>();
  // The set grows while it is walked.
  for (const control of waiting) {
    for (const means of controlsCounted(query, statuses.system, compensated.get(control)!)) {
      found.add(means);
      if (compensated.has(means)) waiting.add(means);
    }
  }
  return found;
}

const compensations = createMemo<object, ReadonlyMap<Terms, readonly string[]>>();

/** The compensations of a block, with the controls that each is about. */
function compensationsIn(query: Query, block: StatementBlock): ReadonlyMap<Terms, readonly string[]> {
  return compensations(query, block.statements, () => {
    const found = new Map<Terms, string[]>();
    for (const [control, { statement }] of saidWith(readBlock(query, block), 'compensates')) {
      if (hasPassed(statement.until, query.today)) continue;
      found.set(statement, [...(found.get(statement) ?? []), control]);
    }
    return found;
  });
}

/** What a compensation of the system counts on and the system itself leaves unmet; where it says nothing, each zone decides. */
function unmetInSystem(statuses: Statuses, statement: Terms): readonly string[] {
  const decided = new Map<string, boolean>();
  const isDecided = (control: string): boolean => {
    const known = decided.get(control);
    if (known !== undefined) return known;
    // A control that comes round to itself is in a ring, in whichever zone.
    decided.set(control, true);
    const origin = originIn(statuses, control);
    const result =
      origin !== undefined &&
      (origin.statement.verb !== 'compensates' || unmetCompensations(statuses, origin.statement).some(isDecided));
    decided.set(control, result);
    return result;
  };
  const lapsed = lapsedCountermeasures(statuses.query, statuses.system, statement);
  return unmetCompensations(statuses, statement).filter((name) => lapsed.includes(name) || isDecided(name));
}
