import { requirementsOfConduit, requirementsOfZone, statusesOfConduit, statusesOfZone } from '../analysis/posture.ts';
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

const messages = {
  own: '{controls} cannot be compensated with {means}: {unmet} not met here, so nothing protects instead. Implement {them}, or compensate with controls that are met.',
  inherited:
    "{element} '{name}' inherits the compensation of {controls}, but {unmet} not met there, so nothing protects instead: implement {them} there, or state there what holds for {controls}.",
};

export const compensationUnmet = defineRule({
  code: 'compensation-unmet',
  title: 'Compensation by an unmet control',
  group: 'requirements',
  severity: 'error',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.8'],
  messages,
  checks: {
    unit(context, report) {
      for (const { statements, subject, statuses } of blocksOf(context)) {
        for (const statement of statements) {
          if (statement.verb !== 'compensates') continue;
          const unmet =
            subject.sort === 'system' ? unmetInSystem(statuses, statement) : unmetCompensations(statuses, statement);
          if (unmet.length === 0) continue;
          report(
            'own',
            {
              controls: listAnd(statement.controls.map(({ text }) => text)),
              means: listAnd(statement.compensatedBy.map(({ text }) => text)),
              unmet: areNot(unmet),
              them: them(unmet),
            },
            {
              at: (statement.compensatedBy.find(({ text }) => unmet.includes(text)) ?? statement.compensatedBy[0]!).at,
              subject,
              data: { controls: unmet },
            },
          );
        }
      }
    },
    zone(ref, { query }, report) {
      checkInherited(query, { element: 'Zone', ref, name: zoneOf(ref).name }, report);
    },
    conduit(ref, { query }, report) {
      // A conduit without an SL-T asks for nothing that the system could compensate.
      if (conduitOf(ref).slT) checkInherited(query, { element: 'Conduit', ref, name: conduitOf(ref).name }, report);
    },
  },
});

interface Heir {
  readonly element: 'Zone' | 'Conduit';
  readonly ref: ZoneRef | ConduitRef;
  readonly name: Text;
}

/** Reports the compensations that reach an element from around it and break there, not those that are broken around it. */
function checkInherited(query: Query, { element, ref, name }: Heir, report: Report<typeof messages>): void {
  const statuses = ref.sort === 'zone' ? statusesOfZone(query, ref) : statusesOfConduit(query, ref);
  const parent = ref.sort === 'zone' ? zoneOf(ref).parent : -1;
  const outer = parent < 0 ? undefined : ({ ...ref, sort: 'zone', index: parent } as const);
  const ownBlocks = ref.sort === 'zone' ? chainOf(ref).length : 1;
  statuses.blocks.forEach((block, i) => {
    if (i === 0) return;
    const isOfSystem = i >= ownBlocks;
    for (const [statement, about] of compensationsIn(query, block)) {
      // What the system compensates is of no interest to what does not require it.
      const controls = about.filter(
        (control) =>
          originIn(statuses, control)?.statement === statement && !(isOfSystem && !requires(query, ref, control)),
      );
      if (controls.length === 0) continue;
      const isRequiredAround = outer && (!isOfSystem || controls.some((control) => requires(query, outer, control)));
      const isBrokenAround =
        (isOfSystem && unmetInSystem(statusesOf(query, [block]), statement).length > 0) ||
        (isRequiredAround && unmetCompensations(statusesOfZone(query, outer), statement).length > 0);
      const unmet = isBrokenAround ? [] : unmetCompensations(statuses, statement);
      if (unmet.length === 0) continue;
      report(
        'inherited',
        { element, name: name.value, controls: listAnd(controls), unmet: areNot(unmet), them: them(unmet) },
        { at: name.at, subject: { sort: ref.sort, index: ref.index }, data: { controls: unmet } },
      );
    }
  });
}

function requires(query: Query, ref: ZoneRef | ConduitRef, control: string): boolean {
  const { required } = ref.sort === 'zone' ? requirementsOfZone(query, ref) : requirementsOfConduit(query, ref);
  return required?.some((item) => item.control.id === control) ?? false;
}

const compensations = createMemo<object, ReadonlyMap<Terms, readonly string[]>>();

/** The compensations of a block, with the controls that each is about. */
function compensationsIn(query: Query, block: StatementBlock): ReadonlyMap<Terms, readonly string[]> {
  return compensations(query, block.statements, () => {
    const found = new Map<Terms, string[]>();
    for (const [control, { statement }] of saidWith(readBlock(query, block), 'compensates')) {
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
  return unmetCompensations(statuses, statement).filter(isDecided);
}

const areNot = (controls: readonly string[]): string => `${listAnd(controls)} ${controls.length === 1 ? 'is' : 'are'}`;
const them = (controls: readonly string[]): string => (controls.length === 1 ? 'it' : 'them');
