import { remoteAccessInZone } from '../../language-server/core/rules/remote-access-in-zone.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(remoteAccessInZone, {
  fires: {
    'a router for remote access beside a PLC': `
      zone line : cell {
        asset modem "Machine builder's modem" : cellular-modem
              ^^^^^ info remote-access-in-zone: Remote access through 'modem' ends in zone 'line' beside 'plc-1', so whoever steals a session is inside already: end it in the perimeter, or move 'modem' to a zone of its own.
        asset plc-1 : plc
      }
      `,
    'beside boundary devices, too': `
      zone control : control {
        asset jump-1 : jump-host
              ^^^^^^ info remote-access-in-zone
        asset fw-1 : industrial-firewall
      }
      `,
  },
  silent: {
    'at the perimeter': 'zone dmz : perimeter { asset jump-1 : jump-host  asset historian : historian-replica }',
    'at the perimeter of another reference model': `
      system plant { reference-model purdue }
      zone access : dmz { asset jump-1 : jump-host  asset gateway : protocol-gateway }
      `,
    outside: 'zone vendor : external { asset support : vendor-remote-support  asset desk : business-workstation }',
    'in a zone of its own': 'zone line : cell { asset plc-1 : plc  zone service { asset modem : cellular-modem } }',
    'in a zone without a kind, which may be at the perimeter':
      'zone edge { asset modem : cellular-modem  asset plc-1 : plc }',
  },
  mends: [
    {
      model: `
        zone line : cell {
          asset modem : cellular-modem
          asset plc-1 : plc
          flow modem -> plc-1 : s7comm "machine builder"
        }
        `,
      fix: "Move 'modem' to a new zone 'line-remote-access'",
      result: `
        zone line : cell {
          zone line-remote-access {
            asset modem : cellular-modem
          }
          asset plc-1 : plc
        }

        conduit line-to-line-remote-access between line and line.line-remote-access {
          flow modem -> plc-1 : s7comm "machine builder"
        }
        `,
    },
  ],
});
