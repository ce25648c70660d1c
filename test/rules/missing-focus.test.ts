import { missingFocus } from '../../language-server/core/rules/missing-focus.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(missingFocus, {
  fires: {
    'each topic of the kind that is not met, with the controls that are missing': `
      zone control : control {
                     ^^^^^^^ warning missing-focus: Zone 'control' does not cover 'Access control', which the reference model expects of a control zone before all else: implement SR 2.1.
                     ^^^^^^^ warning missing-focus: Zone 'control' does not cover 'Integrity verification', which the reference model expects of a control zone before all else: implement SR 3.3 and SR 3.4.
        sl-t 0
        implements SR 1.1, SR 1.2, SR 3.1
      }
      `,
    'a topic that a type of asset would meet, too': `
      zone dmz : perimeter {
                 ^^^^^^^^^ warning missing-focus: Zone 'dmz' does not cover 'Intrusion detection', which the reference model expects of a perimeter zone before all else: implement SR 6.2, or place an asset of type ids-sensor or ips in or at the zone.
        sl-t 0
        implements SR 5.2 RE(1), SR 5.3
        asset fw-1 : firewall
      }
      `,
    'a zone without SL-T: the kind asks all the same': `
      zone dmz : perimeter {
                 ^^^^^^^^^ warning missing-focus: Zone 'dmz' does not cover 'Firewalls and boundary protection', which the reference model expects of a perimeter zone before all else: implement SR 5.1 and SR 5.2, or place an asset of type firewall, industrial-firewall, data-diode or ips in or at the zone.
        implements SR 5.2 RE(1), SR 5.3, SR 6.2
      }
      `,
    'a plan, which is not yet a control': `
      zone dmz : perimeter {
                 ^^^^^^^^^ warning missing-focus: Zone 'dmz' does not cover 'Intrusion detection', which the reference model expects of a perimeter zone before all else: implement SR 6.2, or place an asset of type ids-sensor or ips in or at the zone.
        sl-t 0
        asset fw-1 : firewall
        implements SR 5.2 RE(1), SR 5.3
        plans SR 6.2 until 2099-01-01
      }
      `,
  },
  silent: {
    'all controls of the topics met': `
      zone control : control {
        sl-t 0
        implements SR 1.1, SR 1.2, SR 2.1, SR 3.1, SR 3.3
        excludes SR 3.4 because "read-only images"
      }
      `,
    'an asset of a listed type or of one that extends it, in a zone inside or in the via of a conduit': `
      asset-type house-firewall extends firewall
      zone dmz : perimeter { sl-t 0  implements SR 5.2 RE(1), SR 5.3
        zone edge { asset fw-1 : house-firewall }
      }
      zone control { sl-t 0  asset ids : ids-sensor }
      conduit c between dmz and control { via ids }
      `,
    'a zone that inherits its kind': `
      zone control : control { sl-t 0  implements SR 1.1, SR 1.2, SR 2.1, SR 3.1, SR 3.3, SR 3.4
        zone room { excludes SR 1.1 because "x" }
      }
      `,
    'an external zone and one without a kind': 'zone internet : external\nzone store { sl-t 0 }',
  },
  mends: [
    {
      model: `
        zone dmz : perimeter {
          sl-t 0
          implements SR 5.1, SR 5.2
        }
      `,
      fix: 'Add an asset of type ids-sensor',
      result: `
        zone dmz : perimeter {
          sl-t 0
          implements SR 5.1, SR 5.2
          asset ids-sensor-1 : ids-sensor
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          sl-t 0
          implements SR 5.1, SR 5.2
        }
      `,
      fix: 'Implement SR 6.2',
      result: `
        zone dmz : perimeter {
          sl-t 0
          implements SR 5.1, SR 5.2, SR 6.2
        }
      `,
    },
  ],
});
