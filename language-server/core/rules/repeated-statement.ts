import type { Fix } from '../fixes/fix.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { placedStatements } from './shared/statement-blocks.ts';
import { clashesOf, removal, type StatementClash } from './shared/statement-clashes.ts';

/** What a list names twice is found while a text is read (language/lowering), but for the controls of statements. */
export const repeatedStatement = defineRule({
  code: 'repeated-statement',
  title: 'Repeated statement',
  group: 'requirements',
  severity: 'hint',
  basis: 'convention',
  unnecessary: true,
  clauses: [],
  messages: {
    pair: "'{verb}' says again what the block has said about {controls}: remove one, so that later changes need one edit only.",
    item: "'{verb}' names {control} twice: remove this one.",
    rule: "A later line sets the severity of '{code}' again, and that one counts: remove this one.",
  },
  checks: {
    unit(context, report) {
      for (const clash of clashesOf(context)) {
        if (!clash.same || addsAssets(clash)) continue;
        report(
          'pair',
          { verb: clash.second.verb, controls: listAnd(clash.controls) },
          {
            at: clash.second.verbAt,
            subject: clash.subject,
            data: { controls: clash.controls },
            fixes: () => [{ ...removal(clash.second, clash.controls, 'this'), preferred: true }],
          },
        );
      }
      for (const { statement, subject } of placedStatements(context)) {
        statement.controls.forEach(({ text, at }, index) => {
          if (statement.controls.findIndex((other) => other.text === text) === index) return;
          const fix: Fix = {
            title: `Remove this ${text}`,
            edits: [{ kind: 'remove-items', at: [at] }],
            preferred: true,
            batch: true,
          };
          report('item', { verb: statement.verb, control: text }, { at, subject, fixes: () => [fix] });
        });
      }
      const { rules = [] } = context.entry.unit.system ?? {};
      rules.forEach(({ rule, at }, index) => {
        if (rules.findLastIndex((other) => other.rule.text === rule.text) === index) return;
        const fix: Fix = {
          title: 'Remove this line',
          edits: [{ kind: 'remove', at }],
          preferred: true,
          batch: true,
        };
        report(
          'rule',
          { code: rule.text },
          { at: rule.at, subject: { sort: 'system', index: -1 }, fixes: () => [fix] },
        );
      });
    },
  },
});

/** What implements it in each statement differs: the second says more than the first. */
function addsAssets({ first, second }: StatementClash): boolean {
  const known = new Set(first.by.map(({ text }) => text));
  return second.by.some(({ text }) => !known.has(text));
}
