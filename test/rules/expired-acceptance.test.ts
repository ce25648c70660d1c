import { expiredAcceptance } from '../../language-server/core/rules/expired-acceptance.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(expiredAcceptance, {
  fires: {
    'an acceptance whose day was yesterday': `
      zone dmz { sl-t 0
        accepts SR 2.8 until 2026-11-23 because "the runtime cannot log" by "Plant manager"
                             ^^^^^^^^^^ warning expired-acceptance: The acceptance of SR 2.8 ended on 2026-11-23, so what it covered counts as missing again: have it renewed, or implement what it covered.
      }
      `,
    'a compensation whose day was yesterday': `
      zone dmz { sl-t 1
        implements SR 5.2
        compensates SR 1.1 with SR 5.2 because "the room is locked" until 2026-11-23
                                                                          ^^^^^^^^^^ warning expired-acceptance: The compensation of SR 1.1 ended on 2026-11-23, so what it stood for counts as missing again: have it approved anew, or implement that.
      }
      `,
    'a countermeasure': `
      countermeasure lock-3 "Locked cabinet" { until 2026-11-23 }
                                                     ^^^^^^^^^^ warning expired-acceptance: Countermeasure 'lock-3' ended on 2026-11-23, so what counts on it is not met any more: give it a new day if it is still in place, or put something else in its place.
      `,
    'an accepted risk': `
      zone dmz { sl-t 0 }
      risk ransom "Ransomware" on dmz {
        likelihood likely
        impact major
        accepted until 2026-11-23 because "the backup project ends in May"
                       ^^^^^^^^^^ warning expired-acceptance: The acceptance of risk 'ransom' ended on 2026-11-23, so the risk counts again: have it renewed, or treat the risk.
      }
      `,
  },
  silent: {
    'its last day': `
      zone dmz { sl-t 0  accepts SR 2.8 until 2026-11-24 because "the runtime cannot log" }
      zone line { sl-t 0  implements SR 5.2  compensates SR 1.1 with SR 5.2 because "x" until 2026-11-24 }
      risk ransom on dmz { accepted until 2026-11-24 because "x" }
      countermeasure lock-3 "Locked cabinet" { until 2026-11-24 }
      countermeasure seal "Weekly seal"
      `,
    'a plan, which has a rule of its own': 'zone dmz { sl-t 0  plans SR 1.1 until 2026-01-01 }',
  },
});
