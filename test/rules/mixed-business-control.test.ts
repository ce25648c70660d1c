import { mixedBusinessControl } from '../../language-server/core/rules/mixed-business-control.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(mixedBusinessControl, {
  fires: {
    'a business asset beside a control asset, at the business asset': `
      zone control : control {
        asset erp-1 "Maintenance planning" : erp
              ^^^^^ warning mixed-business-control: Business asset 'erp-1' shares zone 'control' with 'scada-1', so trouble in office IT reaches the control system without crossing a boundary: move it to a business zone, or to a zone of its own.
        asset scada-1 : scada-server
      }
      `,
    'each business asset, naming one of the control assets and how many more': `
      zone line : cell {
        asset desk : business-workstation
              ^^^^ warning mixed-business-control
        asset mail : mail-server
              ^^^^ warning mixed-business-control
        asset plc-1 : plc
        asset plc-2 : plc
      }
      `,
    'in a business zone, too, where the control asset is the one to go': `
      zone office : enterprise {
        asset desk : business-workstation
              ^^^^ warning mixed-business-control: Business asset 'desk' shares business zone 'office' with 'plc-1', so trouble in office IT reaches the control system without crossing a boundary: move the control equipment to a zone of its own.
        asset plc-1 : plc
        flow desk -> plc-1 : modbus-tcp
      }
      `,
    'where the kinds of the reference model have other names: levels tell where a type is at home': `
      system plant { reference-model purdue }
      zone line : basic-control {
        asset desk : business-workstation
              ^^^^ warning mixed-business-control
        asset plc-1 : plc
      }
      `,
    'types of the user, by their flags and kinds': `
      asset-type timeclock extends sensor { flags business }
      asset-type mixer { kind cell }
      zone hall {
        asset clock : timeclock
              ^^^^^ warning mixed-business-control
        asset mixer-1 : mixer
      }
      `,
    'a business asset that controls are read from, so that it stays inside the zone': `
      zone control : control {
        asset erp-1 : erp
              ^^^^^ warning mixed-business-control
        asset plc-1 : plc
        flow erp-1 -> plc-1 : modbus-tcp "counters"
      }
      `,
  },
  silent: {
    'a business asset beside one that is at home in offices, too':
      'zone control : control { asset erp-1 : erp  asset historian : historian }',
    'office servers in a reference model that has not all the kinds of their types': `
      system plant { reference-model purdue }
      zone corp : enterprise { asset desk : business-workstation  asset files : file-server  asset archive : historian }
      `,
    'beside boundary and monitoring devices alone':
      'zone control : control { asset erp-1 : erp  asset fw-1 : industrial-firewall  asset ids-1 : ids-sensor }',
    'a control asset in a zone of its own inside': `
      zone site : enterprise {
        asset erp-1 : erp
        zone workshop : control { asset scada-1 : scada-server }
      }
      `,
    'an external zone, which its owner partitions':
      'zone partner : external { asset desk : business-workstation  asset plc-1 : plc }',
    'an asset whose type is at home anywhere': `
      asset-type gadget { level 1 }
      zone control : control { asset erp-1 : erp  asset gadget-1 : gadget }
      `,
  },
  mends: [
    {
      model: `
        zone control : control {
          asset scada-1 : scada-server
          asset erp-1 "Maintenance planning" : erp
        }

        zone office : enterprise {
          asset desk : business-workstation
        }
        `,
      fix: "Move 'erp-1' to zone 'office'",
      result: `
        zone control : control {
          asset scada-1 : scada-server
        }

        zone office : enterprise {
          asset desk : business-workstation
          asset erp-1 "Maintenance planning" : erp
        }
        `,
    },
    {
      model: `
        zone control : control {
          asset scada-1 : scada-server
          /** Works orders. */
          asset erp-1 : erp {
            address "10.0.0.5"
          }
        }
        `,
      fix: "Move 'erp-1' to a new zone 'control-enterprise' of kind enterprise",
      result: `
        zone control : control {
          asset scada-1 : scada-server
        }

        zone control-enterprise : enterprise {
          /** Works orders. */
          asset erp-1 : erp {
            address "10.0.0.5"
          }
        }
        `,
    },
    {
      model: `
        zone control : control {
          asset erp-1 : erp
          asset plc-1 : plc
          flow erp-1 -> plc-1 : modbus-tcp "counters"
        }
        `,
      fix: "Move 'erp-1' to a new zone 'control-business'",
      result: `
        zone control : control {
          zone control-business : enterprise {
            asset erp-1 : erp
          }
          asset plc-1 : plc
        }

        conduit control-to-control-business between control and control.control-business {
          flow erp-1 -> plc-1 : modbus-tcp "counters"
        }
        `,
    },
    {
      model: `
        zone office : enterprise {
          asset desk : business-workstation
          asset plc-1 : plc
          flow desk -> plc-1 : modbus-tcp
        }
        `,
      fix: "Move 'plc-1' to a new zone 'office-cell'",
      result: `
        zone office : enterprise {
          asset desk : business-workstation
          zone office-cell : cell {
            asset plc-1 : plc
          }
        }

        conduit office-to-office-cell between office and office.office-cell {
          flow desk -> plc-1 : modbus-tcp
        }
        `,
    },
  ],
});
