import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { clashesOf, removal } from './shared/statement-clashes.ts';

export const conflictingStatements = defineRule({
  code: 'conflicting-statements',
  title: 'Conflicting statements',
  group: 'requirements',
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.1'],
  messages: {
    pair: "'{second}' contradicts '{first}' about {controls} in the same block: only one can be true, and until one goes the weaker counts. Remove either.",
    alike:
      "This '{verb}' and the one before it in the block differ about {controls}: only one can be true, and until one goes the weaker counts. Remove either.",
  },
  checks: {
    unit(context, report) {
      for (const clash of clashesOf(context)) {
        if (clash.same) continue;
        const first = clash.first.verb;
        const second = clash.second.verb;
        const controls = listAnd(clash.controls);
        const details = {
          at: clash.second.verbAt,
          subject: clash.subject,
          data: { controls: clash.controls },
          related: [{ entry: context.entry, at: clash.first.verbAt, message: 'The other statement' }],
          fixes: () => [
            removal(clash.second, clash.controls, 'this'),
            removal(clash.first, clash.controls, 'the other'),
          ],
        };
        if (first === second) report('alike', { verb: first, controls }, details);
        else report('pair', { first, second, controls }, details);
      }
    },
  },
});
