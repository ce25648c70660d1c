import { mixedSafety } from '../../language-server/core/rules/mixed-safety.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(mixedSafety, {
  fires: {
    'a safety asset beside one that is not': `
      zone line : cell {
        asset sis-1 "Burner management" : burner-management-controller
              ^^^^^ warning mixed-safety: Safety asset 'sis-1' shares zone 'line' with 'plc-1', so an intruder there reaches what has to keep the plant safe: move it to a zone of its own, or state 'safety yes' if all of the zone is protected as safety related.
        asset plc-1 : plc
      }
      `,
    'each safety asset of the zone': `
      zone line : cell {
        safety no
        asset sis-1 : safety-controller
              ^^^^^ warning mixed-safety
        asset gates : safety-io
              ^^^^^ warning mixed-safety
        asset plc-1 : plc
        flow gates -> sis-1 : profisafe
        flow sis-1 -> plc-1 : profinet-rt "status"
      }
      `,
  },
  silent: {
    'a zone of safety assets alone': 'zone sis : cell { asset sis-1 : safety-controller  asset gates : safety-io }',
    'beside boundary and monitoring devices alone':
      'zone sis : cell { asset sis-1 : safety-controller  asset fw-1 : industrial-firewall  asset ids-1 : ids-sensor }',
    'a zone that is safety related as a whole':
      'zone line : cell { safety yes  asset sis-1 : safety-controller  asset plc-1 : plc }',
    'a zone inside one that is':
      'zone line : cell { safety yes  zone press { asset sis-1 : safety-controller  asset plc-1 : plc } }',
    'a safety zone inside the zone':
      'zone line : cell { asset plc-1 : plc  zone sis { asset sis-1 : safety-controller } }',
    'an external zone': 'zone neighbour : external { asset sis-1 : safety-controller  asset plc-1 : plc }',
    'a neighbour whose type inherits the flag': `
      asset-type gadget extends safety-io { }
      zone line : cell { asset sis-1 : safety-controller  asset gadget-1 : gadget }
      `,
  },
  mends: [
    {
      model: `
        zone line : cell level 1 {
          asset plc-1 : plc
          asset gates "Gate switches" : safety-io
          asset sis-1 "Safety controller" : safety-controller
          flow gates -> sis-1 : profisafe
          flow sis-1 -> plc-1 : profinet-rt "status"
        }
        `,
      fix: "Move the 2 safety assets of 'line' to a new zone 'line-safety'",
      result: `
        zone line : cell level 1 {
          asset plc-1 : plc
          zone line-safety {
            safety yes
            asset gates "Gate switches" : safety-io
            asset sis-1 "Safety controller" : safety-controller
            flow gates -> sis-1 : profisafe
          }
        }

        conduit line-to-line-safety between line and line.line-safety {
          flow sis-1 -> plc-1 : profinet-rt "status"
        }
        `,
    },
    {
      model: `
        zone line : cell {
          asset plc-1 : plc
          asset sis-1 : safety-controller
        }
        `,
      fix: "State that all of zone 'line' is safety related",
      result: `
        zone line : cell {
          safety yes
          asset plc-1 : plc
          asset sis-1 : safety-controller
        }
        `,
    },
    {
      model: `
        zone line : cell {
          safety no
          asset plc-1 : plc
          asset sis-1 : safety-controller
        }
        `,
      fix: "State that all of zone 'line' is safety related",
      result: `
        zone line : cell {
          safety yes
          asset plc-1 : plc
          asset sis-1 : safety-controller
        }
        `,
    },
  ],
});
