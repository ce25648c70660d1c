import { hasPassed } from '../analysis/in-force.ts';
import { defineRule } from './frame/rule.ts';
import { namesOf, placedStatements } from './shared/statement-blocks.ts';

export const expiredAcceptance = defineRule({
  code: 'expired-acceptance',
  title: 'Expired acceptance',
  group: 'requirements',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.11', 'IEC 62443-3-2 ZCR 7.1'],
  messages: {
    statement:
      'The acceptance of {controls} ended on {date}, so what it covered counts as missing again: have it renewed, or implement what it covered.',
    compensation:
      'The compensation of {controls} ended on {date}, so what it stood for counts as missing again: have it approved anew, or implement that.',
    countermeasure:
      "Countermeasure '{name}' ended on {date}, so what counts on it is not met any more: give it a new day if it is still in place, or put something else in its place.",
    risk: "The acceptance of risk '{name}' ended on {date}, so the risk counts again: have it renewed, or treat the risk.",
  },
  checks: {
    unit(context, report) {
      const { today } = context.query;
      for (const { statement, subject } of placedStatements(context)) {
        const { verb, until } = statement;
        if ((verb !== 'accepts' && verb !== 'compensates') || !until || !hasPassed(until, today)) continue;
        const controls = statement.controls.map(({ text }) => text);
        report(
          verb === 'accepts' ? 'statement' : 'compensation',
          { controls: namesOf(statement), date: until.value },
          { at: until.at, subject, data: { controls } },
        );
      }
      context.entry.unit.countermeasures.forEach(({ name, until }) => {
        if (!until || !hasPassed(until, today)) return;
        const subject = { sort: 'declaration', index: -1 } as const;
        report('countermeasure', { name: name.value, date: until.value }, { at: until.at, subject });
      });
      context.entry.unit.risks.forEach(({ name, acceptedUntil }, index) => {
        if (!acceptedUntil || !hasPassed(acceptedUntil, today)) return;
        report(
          'risk',
          { name: name.value, date: acceptedUntil.value },
          { at: acceptedUntil.at, subject: { sort: 'risk', index } },
        );
      });
    },
  },
});
