import { safetyDesignation } from '../../language-server/core/rules/safety-designation.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(safetyDesignation, {
  fires: {
    'a zone of safety assets that says nothing of safety': `
      zone sis : cell {
           ^^^ warning safety-designation: Zone 'sis' holds 'sis-1' and 1 more and is not designated as safety related, so nothing tells who connects or changes it that safety hangs on it: state 'safety yes'.
        asset sis-1 : safety-controller
        asset gates : safety-io
      }
      `,
    'one that denies it': `
      zone sis : cell {
        safety no
               ^^ error safety-designation: Zone 'sis' says 'safety no' and holds 'sis-1': one of the two is wrong. State 'safety yes', or correct what the asset is.
        asset sis-1 : safety-controller
      }
      `,
    'one that has inherited the denial': `
      zone line : cell { safety no  zone sis { asset sis-1 : safety-controller } }
                                         ^^^ warning safety-designation: Zone 'sis' holds 'sis-1' and is not
      `,
    'one of a safety kind that denies it': `
      system plant { reference-model purdue }
      zone sis : safety { safety no  asset sis-1 : safety-controller }
                                 ^^ error safety-designation
      `,
    'beside boundary and monitoring devices alone': `
      zone sis : cell { asset sis-1 : safety-controller  asset fw-1 : industrial-firewall }
           ^^^ warning safety-designation
      `,
    'a type that inherits the flag, where mixed-safety is off': `
      --- plant.zones
      system plant { rule mixed-safety off "so" }
      zone line : cell { asset trip : gadget  asset plc-1 : plc }
           ^^^^ warning safety-designation: Zone 'line' holds 'trip' and
      --- types.zones
      asset-type gadget extends safety-io { }
      `,
  },
  silent: {
    'a zone that is designated': 'zone sis : cell { safety yes  asset sis-1 : safety-controller }',
    'one inside one that is': 'zone line : cell { safety yes  zone sis { asset sis-1 : safety-controller } }',
    'one of a kind that is': `
      system plant { reference-model purdue }
      zone sis : safety { asset sis-1 : safety-controller }
      `,
    'one of a kind of the user that is, inside a zone that denies it': `
      system plant { reference-model own }
      reference-model own { kind line rank 1 kind trips rank 1 { flags safety } }
      zone press : line { safety no  zone sis : trips { asset sis-1 : safety-controller } }
      `,
    'a zone in which safety is mixed with all else: to part them comes first': `
      zone line : cell {
        safety no
        asset sis-1 : safety-controller
        asset plc-1 : plc
      }
      `,
    'one where that is allowed': `
      zone line : cell {
        allow mixed-safety because "one device"
        asset sis-1 : safety-controller
        asset plc-1 : plc
      }
      `,
    'a zone around one that holds them': `
      zone line : cell { asset plc-1 : plc  zone sis { safety yes  asset sis-1 : safety-controller } }
      `,
    'an external zone': 'zone neighbour : external { asset sis-1 : safety-controller }',
    'a word that is none': `
      zone sis : cell { safety perhaps  asset sis-1 : safety-controller }
                               ^^^^^^^ error invalid-value
      `,
  },
  mends: [
    {
      model: `
        zone sis : cell {
          asset sis-1 : safety-controller
        }
        `,
      fix: "Designate zone 'sis' as safety related",
      result: `
        zone sis : cell {
          safety yes
          asset sis-1 : safety-controller
        }
        `,
    },
    {
      model: `
        zone sis : cell {
          safety no
          asset sis-1 : safety-controller
        }
        `,
      fix: "Designate zone 'sis' as safety related",
      result: `
        zone sis : cell {
          safety yes
          asset sis-1 : safety-controller
        }
        `,
    },
  ],
});
