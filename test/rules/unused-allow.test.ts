import { unusedAllow } from '../../language-server/core/rules/unused-allow.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unusedAllow, {
  fires: {
    'an allowance of what the zone does not have': `
      zone dmz { sl-t 0  allow missing-sl-t because "to be assessed" }
                               ^^^^^^^^^^^^ hint unused-allow: The allowance of 'missing-sl-t' in zone 'dmz' silences nothing: remove it, so that it cannot hide a later fault.
      `,
    'in an asset, a conduit, a flow and a risk': `
      zone a { sl-t 0
        asset plc-1 : plc { allow missing-sl-t because "x" }
                                  ^^^^^^^^^^^^ hint unused-allow
        asset plc-2 : plc
        flow plc-1 -> plc-2 { allow missing-sl-t because "x" }
                                    ^^^^^^^^^^^^ hint unused-allow
      }
      zone b { sl-t 0 }
      conduit ab between a and b { allow missing-control because "x" }
                                         ^^^^^^^^^^^^^^^ hint unused-allow
      risk r on a { allow expired-acceptance because "x" }
                          ^^^^^^^^^^^^^^^^^^ hint unused-allow
      `,
    'an allowance of this rule that excuses no other': `
      zone dmz { sl-t 0  allow unused-allow because "x" }
                               ^^^^^^^^^^^^ hint unused-allow: The allowance of 'unused-allow' in zone 'dmz' silences nothing
      `,
    'an allowance of a rule that is off': `
      system plant { rule missing-sl-t off "later" }
      zone dmz { allow missing-sl-t because "to be assessed" }
                       ^^^^^^^^^^^^ hint unused-allow
      `,
  },
  silent: {
    'an allowance that is of use': 'zone dmz { allow missing-sl-t because "to be assessed" }',
    'one that is of use in a nested zone': `
      zone partner : external {
        allow missing-sl-t because "not ours"
        zone depot : control { }
      }
      `,
    'one that has expired, which has a finding of its own': `
      zone dmz { sl-t 0  allow missing-sl-t until 2026-11-23 because "to be assessed" }
      `,
    'one that another allowance excuses, which is of use thereby': `
      zone dmz { sl-t 0
        allow unused-allow because "imported every night"
        zone inner { allow missing-sl-t because "x" }
      }
      `,
    'both of two that silence the same': `
      zone a { allow missing-sl-t because "x"  allow missing-sl-t because "y" }
      `,
  },
  mends: [
    {
      model: `
        zone dmz {
          sl-t 0
          allow missing-sl-t because "to be assessed"
          asset fw-1 : firewall
        }
      `,
      fix: 'Remove the allowance',
      result: `
        zone dmz {
          sl-t 0
          asset fw-1 : firewall
        }
      `,
    },
    {
      model: 'zone dmz { sl-t 0  allow missing-sl-t because "to be assessed" }',
      fix: 'Remove the allowance',
      result: 'zone dmz { sl-t 0 }',
    },
  ],
});
