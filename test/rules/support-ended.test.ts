import { supportEnded } from '../../language-server/core/rules/support-ended.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(supportEnded, {
  fires: {
    'an asset whose support has ended': `
      zone line : cell {
        asset plc-1 "Panel" : plc { support-ends 2026-11-23 }
                                                 ^^^^^^^^^^ warning support-ended: The support of asset 'plc-1' ended on 2026-11-23, so weaknesses that are found in it are mended no more: replace it, or allow this until it is and say what shields it.
      }
      `,
    'one on its last day, and one in half a year': `
      zone line : cell {
        asset plc-1 : plc { support-ends 2026-11-24 }
                                         ^^^^^^^^^^ info support-ended: The support of asset 'plc-1' ends on 2026-11-24, and weaknesses that are found in it later stay: plan its replacement, or what is to shield it.
        asset plc-2 : plc { support-ends 2027-05-24 }
                                         ^^^^^^^^^^ info support-ended
      }
      `,
    'half a year from the end of a month, by the calendar': {
      model: `
        zone line : cell {
          asset plc-1 : plc { support-ends 2027-02-28 }
                                           ^^^^^^^^^^ info support-ended
          asset plc-2 : plc { support-ends 2027-03-01 }
        }
        `,
      today: '2026-08-31',
    },
    'the equipment of a conduit': `
      zone line : cell
      zone store : cell
      conduit ring between line and store { asset sw-1 : managed-switch { support-ends 2025-01-01 } }
                                                                                       ^^^^^^^^^^ warning support-ended
      `,
  },
  silent: {
    'one that is supported for longer, or for a time that nobody gives':
      'zone line : cell { asset plc-1 : plc { support-ends 2027-05-25 }  asset plc-2 : plc }',
    'one that stands outside the system':
      'zone vendor : external { asset cloud : web-server { support-ends 2025-01-01 } }',
    'one of a kind of the user that lies outside': `
      system annex { reference-model own }
      reference-model own { kind near rank 1 kind far rank 2 { flags external } }
      zone street : far { asset camera : web-server { support-ends 2025-01-01 } }
      `,
    'a day that is still to be given': `
      zone line : cell { asset plc-1 : plc { support-ends YYYY-MM-DD } }
                                                          ^^^^^^^^^^ error invalid-value
      `,
  },
});
