import { misplacedAsset } from '../../language-server/core/rules/misplaced-asset.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(misplacedAsset, {
  fires: {
    'a transmitter in the perimeter': `
      zone dmz : perimeter {
        asset sensor-1 "Tank level" : transmitter
              ^^^^^^^^ info misplaced-asset: Asset 'sensor-1' is a transmitter, at home in zones of kind process or cell, but stands in zone 'dmz' of kind perimeter, whose protection is not made for it: move it, or correct its type.
      }
      `,
    'an ERP in the control zone': `
      zone control : control { asset erp-1 : erp }
                                     ^^^^^ info misplaced-asset
      `,
    'a business asset among control assets where the rule about those is off': `
      system plant { rule mixed-business-control off "the move is decided" }
      zone control : control { asset erp-1 : erp  asset scada-1 : scada-server }
                                     ^^^^^ info misplaced-asset
      `,
    'a nested zone has the kind of the zone around': `
      zone office : enterprise {
        zone lab { asset plc-1 : plc  asset scada-1 : scada-server }
                         ^^^^^ info misplaced-asset
                                            ^^^^^^^ info misplaced-asset
      }
      `,
    'where the reference model has other kinds, by the levels': `
      system plant { reference-model purdue }
      zone access : dmz { asset plc-1 : plc }
                                ^^^^^ info misplaced-asset
      `,
    'in a model whose ranks have gaps, by the kinds between': `
      system plant { reference-model house }
      reference-model house {
        kind outer rank 30 { level 4 }
        kind middle rank 20 { level 2 }
        kind inner rank 10 { level 0, 1 }
        adjacent outer middle, middle inner
      }
      zone a : outer { asset plc-1 : plc }
                             ^^^^^ info misplaced-asset
      zone b : middle { asset plc-2 : plc }
      `,
  },
  silent: {
    'a business asset among control assets, which has that finding already':
      'zone control : control { asset erp-1 : erp  asset scada-1 : scada-server }',
    'one step from home':
      'zone dmz : perimeter { asset scada-1 : scada-server }  zone control : control { asset copy : historian-replica }',
    'boundary and monitoring devices': 'zone cell-1 : process { asset fw-1 : firewall  asset siem-1 : siem }',
    'an external zone': 'zone neighbour : external { asset plc-1 : plc }',
    'a zone without a kind': 'zone shed { asset plc-1 : plc }',
    'a type that names no kinds': `
      asset-type gadget { level 0 }
      zone office : enterprise { asset gadget-1 : gadget }
      `,
    'one of its kinds that the reference model has, while it lacks others': `
      system plant { reference-model purdue }
      zone corp : enterprise { asset archive : historian  asset files : file-server }
      `,
    'the nearest of several homes': 'zone line : cell { asset historian : historian }',
  },
  mends: [
    {
      model: `
        zone office : enterprise {
          asset plc-1 : plc
        }

        zone line : cell {
          asset hmi : hmi-panel
        }
        `,
      fix: "Move 'plc-1' to zone 'line'",
      result: `
        zone office : enterprise {
        }

        zone line : cell {
          asset hmi : hmi-panel
          asset plc-1 : plc
        }
        `,
    },
    {
      model: `
        --- office.zones
        zone office : enterprise {
          asset plc-1 : plc
          implements SR 7.7 by office.plc-1
        }
        --- line.zones
        zone line : cell {
          sl-t 2
        }
        `,
      fix: "Move 'plc-1' to zone 'line'",
      result: `
        --- office.zones
        zone office : enterprise {
          implements SR 7.7 by line.plc-1
        }
        --- line.zones
        zone line : cell {
          sl-t 2
          asset plc-1 : plc
        }
        `,
    },
    {
      model: `
        zone office : enterprise {
          zone lab {
            asset plc-1 : plc
          }
        }
        `,
      fix: "Move 'plc-1' to a new zone 'lab-control' of kind control",
      result: `
        zone office : enterprise {
          zone lab {
          }
        }

        zone lab-control : control {
          asset plc-1 : plc
        }
        `,
    },
  ],
});
