import { remoteAccessMixed } from '../../language-server/core/rules/remote-access-mixed.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(remoteAccessMixed, {
  fires: {
    'a jump host beside a server of the perimeter': `
      zone dmz : perimeter {
        asset fw : firewall
        asset copy : historian-replica
        asset jump : jump-host
              ^^^^ info remote-access-mixed: Remote access through 'jump' ends in zone 'dmz' beside 'copy', so whoever takes over a session reaches that without crossing a boundary: move 'jump' to a zone of its own in the perimeter.
        flow jump -> copy : https
      }
      `,
    'several, and a kind and a type of the user': `
      --- plant.zones
      system plant { reference-model own }
      zone edge : gate {
        asset copy : historian
        asset patches : patch-server
        asset jump : house-jump
              ^^^^ info remote-access-mixed: Remote access through 'jump' ends in zone 'edge' beside 'copy' and 1 more, so
        asset vpn : vpn-concentrator
              ^^^ info remote-access-mixed
      }
      --- types.zones
      asset-type house-jump extends jump-host { }
      reference-model own { kind gate rank 2 { flags entry } kind line rank 1 }
      `,
  },
  silent: {
    'one beside boundary and monitoring devices alone': `
      zone dmz : perimeter { asset fw : firewall  asset sensor : ids-sensor  asset jump : jump-host  asset vpn : vpn-concentrator }
      `,
    'one in a zone of its own in the perimeter': `
      zone dmz : perimeter {
        asset copy : historian-replica
        zone remote { asset jump : jump-host }
      }
      `,
    'one in another zone, of which another rule speaks': `
      zone line : cell { asset plc : plc  asset jump : jump-host }
      `,
    'zones without a kind, and outside the system': `
      zone somewhere { asset copy : historian-replica  asset jump : jump-host }
      zone partner : external { asset copy : historian-replica  asset jump : jump-host }
      `,
    'servers alone': 'zone dmz : perimeter { asset copy : historian-replica  asset patches : patch-server }',
  },
  mends: [
    {
      model: `
        zone dmz : perimeter {
          asset copy : historian-replica
          asset jump : jump-host
        }
        `,
      fix: "Move 'jump' to a new zone 'dmz-remote-access'",
      result: `
        zone dmz : perimeter {
          asset copy : historian-replica
          zone dmz-remote-access {
            asset jump : jump-host
          }
        }
        `,
    },
  ],
});
