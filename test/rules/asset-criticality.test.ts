import { assetCriticality } from '../../language-server/core/rules/asset-criticality.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(assetCriticality, {
  fires: {
    'an asset of a zone that has none either': `
      zone line : cell {
        asset plc-1 : plc
              ^^^^^ info asset-criticality: Asset 'plc-1' has no criticality, neither its own nor that of zone 'line', so nobody can tell what to protect and restore first: add 'criticality' to it or to the zone.
        asset plc-2 : plc { criticality high }
      }
      `,
    'in a nested zone': `
      zone line : cell {
        zone station { asset plc-1 : plc { address "10.0.0.1" } }
                             ^^^^^ info asset-criticality
      }
      `,
  },
  silent: {
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
        zone line : cell { asset plc-1 : plc {
          criticality high
        } }
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
