import { hasPassed } from '../analysis/in-force.ts';
import { defineRule } from './frame/rule.ts';
import { placeName } from './frame/subjects.ts';

export const expiredAllow = defineRule({
  code: 'expired-allow',
  title: 'Expired allowance',
  group: 'language',
  severity: 'warning',
  basis: 'convention',
  clauses: [],
  messages: {
    allow:
      "The allowance of '{rule}' in {place} ended on {date} and silences nothing any more: renew it, or mend what it excused and remove it.",
  },
  checks: {
    unit({ entry, query }, report) {
      const { unit } = entry;
      for (const sort of ['zone', 'asset', 'conduit', 'flow', 'risk'] as const) {
        unit[`${sort}s`].forEach(({ allows }, index) => {
          for (const { rule, until, at } of allows) {
            if (!until || !hasPassed(until, query.today)) continue;
            report(
              'allow',
              { rule: rule.text, place: placeName(unit, { sort, index }), date: until.value },
              {
                at: until.at,
                subject: { sort, index },
                fixes: () => [{ title: 'Remove the allowance', edits: [{ kind: 'remove', at }], batch: true }],
              },
            );
          }
        });
      }
    },
  },
});
