import { assetCriticality } from '../../language-server/core/rules/asset-criticality.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(assetCriticality, {
  fires: {
    'the one asset of a conduit': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line {
        asset sw-1 : industrial-switch
              ^^^^ hint asset-criticality: Asset 'sw-1' has no criticality, neither its own nor that of conduit 'ring', whose equipment it is, so nobody can tell what to protect and restore first: add 'criticality' to it or to the conduit.
      }
      `,
    'several of a conduit, at the conduit': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line {
              ^^^^ hint asset-criticality: 2 assets of conduit 'ring' have no criticality ('sw-1', 'sw-2'), neither their own nor that of the conduit, so nobody can tell what to protect and restore first: add 'criticality' to the conduit, and to the assets that differ.
        asset sw-1 : industrial-switch
        asset sw-2 : industrial-switch
        asset sw-3 : industrial-switch { criticality low }
      }
      `,
    'an asset of a zone that has none either': `
      zone line : cell {
        asset plc-1 : plc
              ^^^^^ hint asset-criticality: Asset 'plc-1' has no criticality, neither its own nor that of zone 'line', so nobody can tell what to protect and restore first: add 'criticality' to it or to the zone.
        asset plc-2 : plc { criticality high }
      }
      `,
    'several of a zone, at the zone': `
      zone line : cell {
           ^^^^ hint asset-criticality: 4 assets of zone 'line' have no criticality ('plc-1', 'plc-2', 'plc-3' and 1 more), neither their own nor that of the zone, so nobody can tell what to protect and restore first: add 'criticality' to the zone, and to the assets that differ.
        asset plc-1 : plc
        asset plc-2 : plc
        asset plc-3 : plc
        asset plc-4 : plc
        asset plc-5 : plc { criticality high }
      }
      `,
    'what one asset is excused from, the others are not': `
      zone line : cell {
        asset plc-1 : plc { allow asset-criticality because "spare part" }
        asset plc-2 : plc
              ^^^^^ hint asset-criticality
      }
      `,
    'an allowance that has passed excuses no asset of several': `
      zone line : cell {
           ^^^^ hint asset-criticality: 3 assets of zone 'line'
        asset plc-1 : plc { allow asset-criticality until 2020-01-01 because "spare part" }
        asset plc-2 : plc
        asset plc-3 : plc
      }
      `,
    'in a nested zone': `
      zone line : cell {
        zone station { asset plc-1 : plc { address "10.0.0.1" } }
                             ^^^^^ hint asset-criticality
      }
      `,
    'beside one whose value cannot be read, which has a finding of its own': `
      zone line : cell {
        asset plc-1 : plc { criticality huge }
                                        ^^^^ error invalid-value
        asset plc-2 : plc
              ^^^^^ hint asset-criticality
      }
      `,
  },
  silent: {
    'the equipment of a conduit with a criticality, or with one that cannot be read': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line { criticality high  asset sw-1 : industrial-switch }
      conduit link between scada and line {
        criticality enormous
                    ^^^^^^^^ error invalid-value
        asset sw-2 : industrial-switch
      }
      `,
    'a value that cannot be read, of the asset, its zone or the zone around': `
      zone line : cell {
        criticality hgh
                    ^^^ error invalid-value
        asset plc-1 : plc { criticality huge }
                                        ^^^^ error invalid-value
        asset plc-2 : plc
        zone station { asset plc-3 : plc }
      }
      `,
    'a criticality of its own': 'zone line : cell { asset plc-1 : plc { criticality low } }',
    'the criticality of a zone around': 'zone line : cell { criticality high  zone station { asset plc-1 : plc } }',
    'an external zone': 'zone vendor : external { asset desk : business-workstation }',
    'a zone without assets': 'zone line : cell { zone station }',
  },
  mends: [
    {
      model: 'zone line : cell { asset plc-1 : plc }',
      fix: 'Set criticality high',
      result: `
        zone line : cell {
          asset plc-1 : plc {
            criticality high
          }
        }
        `,
    },
    {
      model: `
        zone line : cell {
          sl-t 2
          asset plc-1 : plc
          asset plc-2 : plc
        }
        `,
      fix: "Set criticality medium for all of zone 'line'",
      result: `
        zone line : cell {
          criticality medium
          sl-t 2
          asset plc-1 : plc
          asset plc-2 : plc
        }
        `,
    },
  ],
});
