import { listAnd } from '../text/words.ts';
import { clashesOf, removal } from './clashes.ts';
import { defineRule } from './rule.ts';

export const conflictingStatements = defineRule({
  code: 'conflicting-statements',
  title: 'Conflicting statements',
  group: 'requirements',
  severity: 'error',
  clauses: ['IEC 62443-3-2 ZCR 6.1'],
  messages: {
    pair: "'{second}' contradicts '{first}' about {controls} in the same block: only one can be true, and until one goes the requirement counts by the weaker. Remove either.",
  },
  checks: {
    unit(context, report) {
      for (const clash of clashesOf(context)) {
        if (clash.same) continue;
        report(
          'pair',
          { first: clash.first.verb, second: clash.second.verb, controls: listAnd(clash.controls) },
          {
            at: clash.second.verbAt,
            subject: clash.subject,
            data: { controls: clash.controls },
            related: [{ entry: context.entry, at: clash.first.verbAt, message: 'The other statement' }],
            fixes: () => [
              removal(clash.second, clash.controls, 'this'),
              removal(clash.first, clash.controls, 'the other'),
            ],
          },
        );
      }
    },
  },
});
