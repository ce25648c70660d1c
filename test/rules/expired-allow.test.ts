import { expiredAllow } from '../../language-server/core/rules/expired-allow.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(expiredAllow, {
  fires: {
    'an allowance whose day was yesterday': `
      zone dmz {
        allow missing-sl-t until 2026-11-23 because "assessed in November"
                                 ^^^^^^^^^^ warning expired-allow: The allowance of 'missing-sl-t' in zone 'dmz' ended on 2026-11-23 and silences nothing any more: renew it, or mend what it excused and remove it.
      }
      `,
    'in an asset, a conduit, a flow and a risk': `
      zone a { sl-t 0
        asset plc-1 : plc { allow missing-sl-t until 2025-01-01 because "x" }
                                                     ^^^^^^^^^^ warning expired-allow: The allowance of 'missing-sl-t' in asset 'plc-1' ended on 2025-01-01 and silences nothing any more: renew it, or mend what it excused and remove it.
        asset plc-2 : plc
        flow plc-1 -> plc-2 { allow missing-sl-t until 2025-01-02 because "x" }
                                                       ^^^^^^^^^^ warning expired-allow: The allowance of 'missing-sl-t' in flow 'plc-1 -> plc-2' ended on 2025-01-02 and silences nothing any more: renew it, or mend what it excused and remove it.
      }
      zone b { sl-t 0 }
      conduit ab between a and b { allow missing-control until 2025-01-03 because "x" }
                                                               ^^^^^^^^^^ warning expired-allow: The allowance of 'missing-control' in conduit 'ab' ended on 2025-01-03 and silences nothing any more: renew it, or mend what it excused and remove it.
      risk r on a { allow expired-acceptance until 2025-01-04 because "x" }
                                                   ^^^^^^^^^^ warning expired-allow: The allowance of 'expired-acceptance' in risk 'r' ended on 2025-01-04 and silences nothing any more: renew it, or mend what it excused and remove it.
      `,
  },
  silent: {
    'its last day': 'zone dmz { allow missing-sl-t until 2026-11-24 because "assessed in November" }',
    'one without an end': 'zone dmz { allow missing-sl-t because "not ours" }',
    'a plan that has passed, which is the matter of another rule': 'zone dmz { sl-t 0  plans SR 1.1 until 2025-01-01 }',
  },
  mends: [
    {
      model: `
        zone dmz {
          sl-t 0
          allow missing-sl-t until 2026-11-23 because "assessed in November"
        }
      `,
      fix: 'Remove the allowance',
      result: `
        zone dmz {
          sl-t 0
        }
      `,
    },
  ],
});
