import { unusedStatement } from '../../language-server/core/rules/unused-statement.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unusedStatement, {
  fires: {
    'a control above the SL-T, at the statement': `
      zone line : cell {
        sl-t 1
        plans SR 6.2 until 2027-03-31
        ^^^^^ hint unused-statement: Nothing in zone 'line' asks for SR 6.2, neither by SL-T nor as a focus of the kind, so this 'plans' counts for nothing: remove it, or raise the SL-T if it should count.
      }
      `,
    'some of a statement, at the first of them': `
      zone line : cell {
        sl-t 1
        excludes SR 1.1, SR 1.1 RE(1), SR 1.2 because "no users"
                         ^^^^^^^^^^^^ hint unused-statement
      }
      `,
    'a conduit without SL-T, of which nothing is asked': `
      zone a : cell { sl-t 1 }
      zone b : cell { sl-t 1 }
      conduit ab between a and b {
        accepts SR 3.1 until 2027-01-01 because "old protocol"
        ^^^^^^^ hint unused-statement
      }
      `,
    'an external zone': `
      zone vendor : external {
        sl-t 2
        excludes SR 1.13 because "not ours"
        ^^^^^^^^ hint unused-statement: Nothing is asked of zone 'vendor', which is external, so this 'excludes' of SR 1.13 counts for nothing: remove it.
      }
      `,
    'a statement that all nested zones override': `
      zone line : control {
        sl-t 0
        plans SR 1.13
        ^^^^^ hint unused-statement
        zone press { sl-t 2  implements SR 1.13 }
      }
      `,
    'a control that no catalogue of the baseline has': `
      zone line : cell {
        sl-t 2
        excludes ACME-1 because "no kiosk"
        ^^^^^^^^ hint unused-statement
      }
      catalog acme { control ACME-1 "USB kiosk scan" }
      `,
    'a statement of the settings that no zone of the system asks for': `
      --- system.zones
      system plant {
        excludes SR 1.6, SR 2.7, SR 7.1 RE(2) because "x"
                                 ^^^^^^^^^^^^ hint unused-statement: No zone or conduit of the system asks for SR 7.1 RE(2), neither by its SL-T nor by a focus of its kind, so this 'excludes' counts for nothing: remove it.
        compensates SR 5.2 RE(3) with SR 5.2 because "y"
        ^^^^^^^^^^^ hint unused-statement
      }
      --- line.zones
      system plant
      zone line : cell { sl-t 2  zone press { sl-t { UC 3 } } }
      `,
  },
  silent: {
    'what contradicts or repeats a statement before it, which is to go already': `
      zone dmz { sl-t 0  implements SR 1.1  excludes SR 1.1 because "x" }
      `,
    'a component requirement, which counts for nothing in a zone whatever the SL-T': `
      zone dmz { sl-t 0  excludes CR 1.2 because "x" }
      `,
    'a control that the SL-T requires': 'zone line : cell { sl-t 1  plans SR 1.1 }',
    'statements of what is done, wanted or not': 'zone line : cell { sl-t 1  implements SR 6.2 }',
    'a control of a focus of the kind': 'zone dmz : perimeter { sl-t 1  plans SR 6.2 }',
    'a control that a nested zone requires': 'zone line : cell { sl-t 1  plans SR 6.2  zone press { sl-t 2 } }',
    'a zone whose SL-T is not known yet': 'zone line : cell { plans SR 6.2 }',
    'a control that a compensation counts on': `
      zone line : cell {
        sl-t 1
        plans SR 6.2
        compensates SR 1.1 with SR 6.2 because "watched"
      }
      `,
    'a control that a risk counts on, in another file, through a profile': `
      --- line.zones
      zone line : cell { sl-t 1  plans SR 6.2 }
      --- risks.zones
      profile watching { SR 6.2 }
      risk R-1 on line { mitigated-by watching }
      `,
    'a control that a risk has already': `
      zone line : cell { sl-t 1  plans SR 6.2 }
      risk R-1 on line { existing SR 6.2 }
      `,
    'an exclusion that covers an enhancement that is asked for': `
      system plant { reference-model house }
      reference-model house { kind shop rank 1 { level 1  focus remote "Remote access" { SR 1.13 RE(1) } } }
      zone line : shop { sl-t 0  excludes SR 1.13 because "no remote access" }
      `,
    'a statement that another of its block contradicts, which has a finding of its own':
      'zone line : cell { sl-t 1  implements SR 1.1  plans SR 1.1 }',
    'a profile of which a part is required': `
      profile access { SR 1.1, SR 6.2 }
      zone line : cell { sl-t 1  plans access }
      `,
    'an asset': 'zone line : cell { sl-t 1  asset plc-1 : plc { plans CR 1.1 } }',
    'settings of a system that a zone in another file asks for': `
      --- system.zones
      system plant { excludes SR 1.6, SR 6.2 because "x" }
      --- line.zones
      system plant
      zone line : cell { sl-t 2 }
      `,
    'settings of a system that a focus or a conduit asks for': `
      --- system.zones
      system plant { plans SR 6.2, SR 5.2 RE(1) }
      --- line.zones
      system plant
      zone dmz : perimeter { sl-t 0 }
      zone line : cell { sl-t 0 }
      conduit c between dmz and line { sl-t 2 }
      `,
    'settings of a system that has no zones yet': 'system plant { plans SR 6.2 }',
  },
  mends: [
    {
      model: `
        zone line : cell {
          sl-t 1
          plans SR 6.2 until 2027-03-31
          excludes SR 1.1, SR 1.1 RE(1), SR 1.2 because "no users"
        }
        `,
      fix: "Remove this 'plans'",
      result: `
        zone line : cell {
          sl-t 1
          excludes SR 1.1, SR 1.1 RE(1), SR 1.2 because "no users"
        }
        `,
    },
    {
      model: `
        zone line : cell {
          sl-t 1
          excludes SR 1.1, SR 1.1 RE(1), SR 1.2 because "no users"
        }
        `,
      fix: "Remove SR 1.1 RE(1) and SR 1.2 from this 'excludes'",
      result: `
        zone line : cell {
          sl-t 1
          excludes SR 1.1 because "no users"
        }
        `,
    },
  ],
});
