import { portableInZone } from '../../language-server/core/rules/portable-in-zone.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(portableInZone, {
  fires: {
    'a portable asset beside a fixed one': `
      zone line : cell {
        asset laptop "Service laptop" : maintenance-laptop
              ^^^^^^ warning portable-in-zone: Portable asset 'laptop' is carried in and out of zone 'line', so whatever it catches elsewhere reaches 'plc-1' and 1 more without crossing a boundary: move it to a zone for temporarily connected devices.
        asset plc-1 : plc
        asset plc-2 : plc
      }
      `,
    'removable media in any kind of zone': `
      zone dmz : perimeter {
        asset sticks : removable-media
              ^^^^^^ warning portable-in-zone
        asset kiosk : usb-kiosk
      }
      `,
    'one that is named by its path in another file': `
      --- line.zones
      zone line : cell {
        asset laptop : maintenance-laptop
              ^^^^^^ warning portable-in-zone
        asset plc-1 : plc
        flow laptop -> plc-1 : s7comm "program upload"
      }
      --- conduits.zones
      zone office : control {
        asset laptop : maintenance-laptop { allow portable-in-zone because "docked" }
        asset files : file-server
      }
      conduit programs between office and line {
        flow files -> line.laptop : sftp
      }
      `,
  },
  silent: {
    'a business zone, by its kind or that of the zone around it': `
      zone office : enterprise {
        asset erp : erp
        asset laptop : maintenance-laptop
        zone floor-2 { asset printer : file-server  asset laptop : maintenance-laptop }
      }
      `,
    'a zone of portable assets':
      'zone service : control { asset laptop : maintenance-laptop  asset handheld : field-communicator }',
    'beside boundary and monitoring devices alone':
      'zone service : control { asset laptop : maintenance-laptop  asset fw-1 : industrial-firewall  asset ids-1 : ids-sensor }',
    'a fixed device in a zone inside or around': `
      zone line : cell {
        asset plc-1 : plc
        zone service { asset laptop : maintenance-laptop  zone rack { asset plc-2 : plc } }
      }
      `,
    'an external zone':
      'zone vendor : external { asset laptop : maintenance-laptop  asset desk : business-workstation }',
  },
  mends: [
    {
      model: `
        zone line : cell {
          asset stick : maintenance-laptop { allow portable-in-zone until 2020-01-01 because "moves in summer" }
          asset spare : maintenance-laptop { allow portable-in-zone because "locked in the cabinet" }
          asset plc-1 : plc
        }
        `,
      fix: "Move 'stick' to a new zone 'line-portable'",
      result: `
        zone line : cell {
          zone line-portable {
            asset stick : maintenance-laptop { allow portable-in-zone until 2020-01-01 because "moves in summer" }
          }
          asset spare : maintenance-laptop { allow portable-in-zone because "locked in the cabinet" }
          asset plc-1 : plc
        }
        `,
    },
    {
      model: `
        zone line : cell {
          sl-t 2
          asset plc-1 : plc
          asset laptop "Service laptop" : maintenance-laptop // at the north gate
          implements SR 2.3 by laptop
        }
        `,
      fix: "Move 'laptop' to a new zone 'line-portable'",
      result: `
        zone line : cell {
          sl-t 2
          asset plc-1 : plc
          zone line-portable {
            asset laptop "Service laptop" : maintenance-laptop // at the north gate
          }
          implements SR 2.3 by laptop
        }
        `,
    },
    {
      model: `
        --- line.zones
        zone site : control {
          zone line : cell {
            asset laptop : maintenance-laptop
            asset plc-1 : plc
            flow laptop -> plc-1 : s7comm "program upload"
            flow plc-1 -> laptop : https { when "backup" }
          }
        }

        zone other : control {
          asset laptop : engineering-workstation
        }
        --- conduits.zones
        zone office : control {
          asset files : file-server
        }
        conduit programs between office and site.line {
          flow files -> site.line.laptop : sftp
        }
        `,
      fix: "Move 'laptop' to a new zone 'line-portable'",
      result: `
        --- line.zones
        zone site : control {
          zone line : cell {
            zone line-portable {
              asset laptop : maintenance-laptop
            }
            asset plc-1 : plc
          }
        }

        conduit line-to-line-portable between site.line and site.line.line-portable {
          flow laptop -> plc-1 : s7comm "program upload"
          flow plc-1 -> laptop : https { when "backup" }
        }

        zone other : control {
          asset laptop : engineering-workstation
        }
        --- conduits.zones
        zone office : control {
          asset files : file-server
        }
        conduit programs between office and site.line {
          flow files -> site.line.line-portable.laptop : sftp
        }
        `,
    },
  ],
});
