import { listAnd } from '../text/words.ts';
import { clashesOf, removal } from './clashes.ts';
import { defineRule } from './rule.ts';

export const repeatedStatement = defineRule({
  code: 'repeated-statement',
  title: 'Repeated statement',
  group: 'requirements',
  severity: 'hint',
  clauses: [],
  messages: {
    pair: "'{verb}' says again what the block has said about {controls}: remove one, so that later changes need one edit only.",
    rule: "The severity of '{code}' is set twice; this later line counts: remove the other.",
  },
  checks: {
    unit(context, report) {
      for (const clash of clashesOf(context)) {
        if (!clash.same) continue;
        report(
          'pair',
          { verb: clash.second.verb, controls: listAnd(clash.controls) },
          {
            at: clash.second.verbAt,
            subject: clash.subject,
            data: { controls: clash.controls },
            fixes: () => [removal(clash.second, clash.controls, 'this')],
          },
        );
      }
      const seen = new Set<string>();
      for (const setting of context.entry.unit.system?.rules ?? []) {
        const code = setting.rule.text;
        if (seen.has(code)) {
          const details = { at: setting.rule.at, subject: { sort: 'system', index: -1 } as const };
          report(
            'rule',
            { code },
            { ...details, fixes: () => [{ title: 'Remove this line', edits: [{ kind: 'remove', at: setting.at }] }] },
          );
        }
        seen.add(code);
      }
    },
  },
});
