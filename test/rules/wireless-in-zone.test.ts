import { wirelessInZone } from '../../language-server/core/rules/wireless-in-zone.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(wirelessInZone, {
  fires: {
    'a wireless asset beside a wired one': `
      zone line : cell {
        asset tools "Torque tools" : wireless-sensor
              ^^^^^ info wireless-in-zone: Wireless asset 'tools' shares zone 'line' with 'plc-1', so the zone begins wherever its signal can be heard: move it to a zone of its own.
        asset plc-1 : plc
      }
      `,
    'an access point that no conduit passes': `
      zone line : cell {
        asset ap-1 : wireless-access-point
              ^^^^ info wireless-in-zone: Wireless asset 'ap-1' shares zone 'line' with 'plc-1', so the zone begins wherever its signal can be heard: name it in the 'via' of the conduit that it carries, or move it to a zone of its own.
        asset plc-1 : plc
      }
      zone tools : cell { asset tool-1 : wireless-sensor }
      conduit radio between tools and line { }
      `,
    'the one of two that no conduit passes': `
      zone line : cell {
        asset ap-1 : wireless-access-point
        asset ap-2 : wireless-access-point
              ^^^^ info wireless-in-zone
        asset plc-1 : plc
      }
      zone tools : cell { asset tool-1 : wireless-sensor }
      conduit radio between tools and line { via ap-1 }
      `,
  },
  silent: {
    'what manages access points, and is wired itself': `
      zone room : control { asset server : scada-server  asset manager : wireless-controller }
      `,
    'a business zone, by its kind or that of the zone around it': `
      zone office : enterprise {
        asset erp : erp
        asset wlan : wireless-access-point
        zone floor-2 { asset printer : file-server  asset wlan : wireless-access-point }
      }
      `,
    'a zone of wireless assets': 'zone tools : cell { asset tool-1 : wireless-sensor  asset handhelds : mobile-hmi }',
    'beside boundary and monitoring devices alone':
      'zone tools : cell { asset tool-1 : wireless-sensor  asset fw-1 : industrial-firewall  asset ids-1 : ids-sensor }',
    'an access point in the via of a conduit, declared in another file': `
      --- line.zones
      zone line : cell { asset ap-1 : wireless-access-point  asset plc-1 : plc }
      --- radio.zones
      zone tools : cell { asset tool-1 : wireless-sensor }
      conduit radio between tools and line { via line.ap-1 }
      `,
    'an external zone': 'zone vendor : external { asset phone : mobile-device  asset desk : business-workstation }',
  },
  mends: [
    {
      model: `
        zone line : cell {
          asset tools : wireless-sensor
          asset plc-1 : plc
          flow tools -> plc-1 : mqtt "torques"
        }
        `,
      fix: "Move 'tools' to a new zone 'line-wireless'",
      result: `
        zone line : cell {
          zone line-wireless {
            asset tools : wireless-sensor
          }
          asset plc-1 : plc
        }

        conduit line-to-line-wireless between line and line.line-wireless {
          flow tools -> plc-1 : mqtt "torques"
        }
        `,
    },
    {
      model: `
        --- line.zones
        zone line : cell {
          asset ap-1 : wireless-access-point
          asset plc-1 : plc
        }
        --- radio.zones
        zone tools : cell { asset tool-1 : wireless-sensor }
        conduit radio between tools and line {
          flow tool-1 -> plc-1 : mqtts
        }
        `,
      fix: "Name 'ap-1' in the 'via' of conduit 'radio'",
      result: `
        --- line.zones
        zone line : cell {
          asset ap-1 : wireless-access-point
          asset plc-1 : plc
        }
        --- radio.zones
        zone tools : cell { asset tool-1 : wireless-sensor }
        conduit radio between tools and line {
          via line.ap-1
          flow tool-1 -> plc-1 : mqtts
        }
        `,
    },
  ],
});
