import { zoneBoundary } from '../../language-server/core/rules/zone-boundary.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(zoneBoundary, {
  fires: {
    'a zone that says nothing of its boundary': `
      zone dmz : perimeter
           ^^^ hint zone-boundary: Zone 'dmz' does not say what its logical boundary is, so nobody can check that nothing passes beside it: add 'boundary logical' with the devices or networks that bound it.
      `,
    'a physical boundary only': `
      zone dmz : perimeter { boundary physical "Server room" }
           ^^^ hint zone-boundary
      `,
    'no physical one': `
      zone field : process { boundary physical none because "open air" }
           ^^^^^ hint zone-boundary
      `,
    'a nested zone, which does not inherit the boundary': `
      zone line : cell {
        boundary logical "Line firewall"
        zone station { }
             ^^^^^^^ hint zone-boundary
      }
      `,
    'a zone whose conduits pass firewalls': `
      zone line : cell { asset fw-1 "Line firewall" : industrial-firewall  asset fw-2 : industrial-firewall }
           ^^^^ hint zone-boundary
      zone control : control { boundary logical "Core switch" }
      conduit a between line and control { via fw-1, fw-2 }
              ^ hint zone-boundary
      conduit b between control and line { via fw-1 }
              ^ hint zone-boundary
      `,
    'a conduit, whose boundary is another than those of its zones': `
      --- conduits.zones
      conduit wan between control and partner { via fw-1 }
              ^^^ hint zone-boundary: Conduit 'wan' does not say what its logical boundary is, so nobody can check that nothing joins it on the way: add 'boundary logical' with the devices, networks or tunnels that bound it.
      --- zones.zones
      zone control : control { boundary logical "Core switch"  asset fw-1 "Station firewall" : firewall }
      zone partner : external
      `,
  },
  silent: {
    'a conduit that gives one, says that there is none, or lies outside the system': `
      zone control : control { boundary logical "Core switch" }
      zone line : cell { boundary logical "Line firewall" }
      zone partner : external
      zone internet : external
      conduit up between control and line { boundary logical "VLAN 20" }
      conduit wires between control and line { boundary logical none because "hard-wired" }
      conduit odd between control and line { boundary logicl "VLAN 20" }
                                                      ^^^^^^ error invalid-value
      conduit theirs between partner and internet
      `,
    'a boundary that cannot be read, which has a finding of its own': `
      zone line : cell { boundary logicl "Cell firewall" }
                                  ^^^^^^ error invalid-value
      `,
    'a logical boundary': 'zone dmz : perimeter { boundary logical "FW-1 and FW-2" }',
    'among others': 'zone dmz : perimeter { boundary physical "Server room", logical "VLAN 20" }',
    'a zone that says it has none': 'zone field : process { boundary logical none because "hard-wired" }',
    'an external zone': 'zone internet : external',
  },
  mends: [
    {
      model: `
        zone line : cell {
          asset fw-1 "Line firewall" : industrial-firewall
          asset fw-2 : industrial-firewall
        }
        zone control : control { boundary logical "Core switch" }
        conduit a between line and control { via fw-1, fw-2 }
        `,
      fix: 'Add boundary logical "Line firewall and fw-2"',
      result: `
        zone line : cell {
          boundary logical "Line firewall and fw-2"
          asset fw-1 "Line firewall" : industrial-firewall
          asset fw-2 : industrial-firewall
        }
        zone control : control { boundary logical "Core switch" }
        conduit a between line and control { via fw-1, fw-2 }
        `,
    },
    {
      model: 'zone dmz : perimeter',
      fix: 'Add boundary logical "… (firewall, VLAN or access list that bounds the zone)"',
      result: `
        zone dmz : perimeter {
          boundary logical "… (firewall, VLAN or access list that bounds the zone)"
        }
        `,
    },
  ],
});
