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
      conduit b between control and line { via fw-1 }
      `,
  },
  silent: {
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
