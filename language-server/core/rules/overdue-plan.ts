import { hasPassed } from '../analysis/in-force.ts';
import { defineRule } from './frame/rule.ts';
import { namesOf, placedStatements } from './shared/statement-blocks.ts';

export const overduePlan = defineRule({
  code: 'overdue-plan',
  title: 'Overdue plan',
  group: 'requirements',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 5.12'],
  messages: {
    plan: "The plan for {controls} was due on {date}, and what is not done still counts as missing: state 'implements' once it is done, or give the new date.",
  },
  checks: {
    unit(context, report) {
      for (const { statement, subject } of placedStatements(context)) {
        const { verb, until } = statement;
        if (verb !== 'plans' || !until || !hasPassed(until, context.query.today)) continue;
        const controls = statement.controls.map(({ text }) => text);
        report(
          'plan',
          { controls: namesOf(statement), date: until.value },
          {
            at: until.at,
            subject,
            data: { controls },
          },
        );
      }
    },
  },
});
