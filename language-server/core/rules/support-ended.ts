import { hasPassed, monthsAfter } from '../analysis/in-force.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { assetOf } from '../engine/element.ts';
import { homeOf } from '../engine/handle.ts';
import { defineRule } from './frame/rule.ts';

/** So many months before its end a finding speaks of it: a replacement has to be chosen, ordered and built in. */
const MONTHS_AHEAD = 6;

export const supportEnded = defineRule({
  code: 'support-ended',
  title: 'Support of an asset has ended',
  group: 'lifecycle',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 5.2'],
  messages: {
    ended:
      "The support of asset '{name}' ended on {date}, so weaknesses that are found in it are mended no more: replace it, or allow this until it is and say what shields it.",
    ending:
      "The support of asset '{name}' ends on {date}, and weaknesses that are found in it later stay: plan its replacement, or what is to shield it.",
  },
  checks: {
    asset(ref, { query }, report) {
      const { name, supportEnds } = assetOf(ref);
      if (!supportEnds) return;
      const { today } = query;
      const isOver = hasPassed(supportEnds, today);
      if (!isOver && supportEnds.value > monthsAfter(today, MONTHS_AHEAD)) return;
      const home = homeOf(ref);
      // What stands outside the system is for its owner to replace.
      if (home.sort === 'zone' && isExternal(query, home)) return;
      report(
        isOver ? 'ended' : 'ending',
        { name: name.value, date: supportEnds.value },
        {
          at: supportEnds.at,
          subject: { sort: 'asset', index: ref.index },
          severity: isOver ? undefined : 'info',
        },
      );
    },
  },
});
