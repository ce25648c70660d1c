import { readBlock } from '../analysis/statements.ts';
import { type Statuses, statusesOf } from '../analysis/status.ts';
import { postureOfZone } from '../analysis/zone-facts.ts';
import { type ZoneRef, zoneOf } from '../engine/entry.ts';
import type { View } from '../engine/view.ts';
import type { Statement } from '../model/statement.ts';
import { listAnd } from '../text/words.ts';
import { blocksOf } from './blocks.ts';
import { defineRule } from './rule.ts';

export const compensationUnmet = defineRule({
  code: 'compensation-unmet',
  title: 'Compensation by an unmet control',
  group: 'requirements',
  severity: 'error',
  clauses: ['IEC 62443-3-2 ZCR 5.8'],
  messages: {
    own: '{controls} cannot be compensated with {means}: {unmet} not met here, so nothing protects in its place. Implement {them}, or compensate with controls that are met.',
    nested:
      "In zone '{name}' the compensation of {controls} that it inherits does not hold: {unmet} not met there. State {controls} in this zone.",
  },
  checks: {
    unit(context, report) {
      for (const { block, subject, statuses } of blocksOf(context)) {
        for (const statement of block.statements) {
          if (statement.verb !== 'compensates') continue;
          const unmet = statuses.unmetCompensations(statement);
          if (unmet.length === 0) continue;
          report(
            'own',
            {
              controls: listAnd(statement.controls.map(({ text }) => text)),
              means: listAnd(statement.compensatedBy.map(({ text }) => text)),
              unmet: areNot(unmet),
              them: unmet.length === 1 ? 'it' : 'them',
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
    zone(ref, { view }, report) {
      const { parent, name } = zoneOf(ref);
      const { statuses, required } = postureOfZone(view, ref);
      if (statuses.blocks.length < 2) return;
      const outer: ZoneRef = { ...ref, index: parent };
      const outerStatuses =
        parent < 0 ? statusesOf(view, statuses.blocks.slice(1)) : postureOfZone(view, outer).statuses;
      // What the system compensates is of no interest to a zone that does not ask for it.
      const isAsked = (control: string) => parent >= 0 || required?.some((item) => item.control.id === control);
      for (const { statement, controls } of inheritedCompensations(view, statuses)) {
        const unmet = statuses.unmetCompensations(statement);
        // What is broken in the zone around it already is reported there.
        const here = unmet.filter((control) => !outerStatuses.unmetCompensations(statement).includes(control));
        const own = controls.filter(
          (control) => statuses.originOf(control)?.statement === statement && isAsked(control),
        );
        if (here.length === 0 || own.length === 0) continue;
        report(
          'nested',
          { name: name.value, controls: listAnd(own), unmet: areNot(here) },
          { at: name.at, subject: { sort: 'zone', index: ref.index }, data: { controls: here } },
        );
      }
    },
  },
});

/** The compensations that reach a place from around it, with the controls each is about. */
function inheritedCompensations(view: View, { blocks }: Statuses): { statement: Statement; controls: string[] }[] {
  const found = new Map<Statement, string[]>();
  for (const block of blocks.slice(1)) {
    for (const [control, { statement }] of readBlock(view, block).standings) {
      if (statement.verb === 'compensates') found.set(statement, [...(found.get(statement) ?? []), control]);
    }
  }
  return [...found].map(([statement, controls]) => ({ statement, controls }));
}

const areNot = (controls: readonly string[]): string => `${listAnd(controls)} ${controls.length === 1 ? 'is' : 'are'}`;
