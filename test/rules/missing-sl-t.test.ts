import { missingSlT } from '../../language-server/core/rules/missing-sl-t.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(missingSlT, {
  fires: {
    'a zone that has no SL-T': `
      zone dmz : perimeter {
           ^^^ warning missing-sl-t: Zone 'dmz' has no target security level, neither its own nor an inherited one, so no requirement is asked of it: add the level that its risk assessment gives, as in 'sl-t 2'.
        asset fw-1 : firewall
      }
      `,
    'a zone without a block': `
      zone dmz : perimeter
           ^^^ warning missing-sl-t
      `,
    'the outermost zone only: nested ones inherit what is missing': `
      zone line : cell {
           ^^^^ warning missing-sl-t
        zone station { asset plc-1 : plc }
        zone safety { sl-t 3  zone sensors { } }
      }
      `,
    'a zone within an external one, which gives no level': `
      zone partner : external {
        zone depot : control { }
             ^^^^^ warning missing-sl-t: Zone 'depot'
      }
      `,
    'a zone with another value that cannot be read': `
      zone dmz : perimeter { criticality hgh }
           ^^^ warning missing-sl-t
                                         ^^^ error invalid-value
      `,
    'the zone around one with a level that there is not': `
      zone dmz : perimeter { zone inner { sl-t 5 } }
           ^^^ warning missing-sl-t
                                               ^ error invalid-value
      `,
  },
  silent: {
    'a level that there is not, which is one fault': `
      zone dmz : perimeter { sl-t 5 }
                                  ^ error invalid-value
      zone cell { sl-t { 2 2 }  zone inner { } }
                         ^^^ error invalid-value
      `,
    'a level of 0, which is a decision': 'zone dmz : perimeter { sl-t 0 }',
    'a level for some FRs only, the others being 0': 'zone dmz : perimeter { sl-t { RDF 2 } }',
    'a zone that inherits the level': 'zone line : cell { sl-t 1  zone station { zone tool { } } }',
    'an external zone': 'zone internet : external',
    'a zone in an external zone that is external too': 'zone internet : external { zone cloud { } }',
  },
  mends: [
    {
      model: 'zone dmz : perimeter',
      fix: 'Set SL-T 2',
      result: `
        zone dmz : perimeter {
          sl-t 2
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          // The plant's only way out.
          asset fw-1 : firewall
        }
      `,
      fix: 'Set SL-T 3',
      result: `
        zone dmz : perimeter {
          sl-t 3
          // The plant's only way out.
          asset fw-1 : firewall
        }
      `,
    },
  ],
});
