import { overduePlan } from '../../language-server/core/rules/overdue-plan.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(overduePlan, {
  fires: {
    'a plan whose day was yesterday': `
      zone dmz { sl-t 0  plans SR 1.1, SR 1.2 until 2026-11-23 "directory service" }
                                                    ^^^^^^^^^^ warning overdue-plan: The plan for SR 1.1 and SR 1.2 was due on 2026-11-23, and what is not done still counts as missing: state 'implements' once it is done, or give the new date.
      `,
    'in the system, an asset and a conduit': `
      system plant { plans SR 1.1 until 2026-01-01 }
                                        ^^^^^^^^^^ warning overdue-plan: The plan for SR 1.1 was due on 2026-01-01, and what is not done still counts as missing: state 'implements' once it is done, or give the new date.
      zone a { sl-t 0  asset plc-1 : plc { plans CR 1.1 until 2026-01-02 } }
                                                              ^^^^^^^^^^ warning overdue-plan: The plan for CR 1.1 was due on 2026-01-02, and what is not done still counts as missing: state 'implements' once it is done, or give the new date.
      zone b { sl-t 0 }
      conduit ab between a and b { plans SR 5.1 until 2026-01-03 }
                                                      ^^^^^^^^^^ warning overdue-plan: The plan for SR 5.1 was due on 2026-01-03, and what is not done still counts as missing: state 'implements' once it is done, or give the new date.
      `,
  },
  silent: {
    'its last day': 'zone dmz { sl-t 0  plans SR 1.1 until 2026-11-24 }',
    'a plan without a day': 'zone dmz { sl-t 0  plans SR 1.1 }',
    'an acceptance, which has a rule of its own': 'zone dmz { sl-t 0  accepts SR 1.1 until 2026-01-01 because "x" }',
  },
});
