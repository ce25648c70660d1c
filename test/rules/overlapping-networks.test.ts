import { overlappingNetworks } from '../../language-server/core/rules/overlapping-networks.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(overlappingNetworks, {
  fires: {
    'the segment of a conduit that overlaps the network of a zone elsewhere, and one that overlaps another': `
      zone scada : control { network "10.1.0.0/16" }
      zone line : cell { network "10.2.0.0/16" }
      zone hall : cell { network "10.99.0.0/25" }
      zone yard : cell
      conduit ring between scada and line {
        network "10.99.0.0/24"
                ^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.99.0.0/24 of 'ring' overlaps 10.99.0.0/25 of 'hall', though no conduit makes the one a segment of the other, so by this model nothing separates them: correct one of the networks, or join the zone by the conduit that shares the segment.
      }
      conduit link between hall and yard {
        network "10.99.0.128/25"
                ^^^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.99.0.128/25 of 'link' overlaps 10.99.0.0/24 of 'ring'
      }
      `,
    'one network in two zones, at the second': `
      zone scada : control { network "10.20.10.0/24" }
      zone line : cell { network "10.20.10.7/24" }
                                 ^^^^^^^^^^^^^^^ warning overlapping-networks: Zones 'line' and 'scada' both have network 10.20.10.7/24, though neither is inside the other, so by this model nothing separates them: give each a network of its own, or allow it if they stand behind address translation.
      `,
    'a network inside another, at the second': `
      zone scada : control { network "10.20.0.0/16" }
      zone line : cell { network "10.20.10.128/25" }
                                 ^^^^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.20.10.128/25 of zone 'line' lies inside 10.20.0.0/16 of zone 'scada', though the zone does not lie inside 'scada', so by this model nothing separates them: correct one of the networks, or nest the zone.
      `,
    'a network around another, at the second': `
      zone line : cell { network "10.20.10.128/25" }
      zone scada : control { network "10.20.0.0/16" }
                                     ^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.20.0.0/16 of zone 'scada' takes in 10.20.10.128/25 of zone 'line', though 'line' does not lie inside the zone, so by this model nothing separates them: correct one of the networks, or nest 'line'.
      `,
    'across files and sizes, in the order of the files': `
      --- b.zones
      zone hall : control { network "10.20.32.0/21" }
                                    ^^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.20.32.0/21 of zone 'hall' takes in 10.20.33.0/24 of zone 'lab'
                                    ^^^^^^^^^^^^^^^ warning overlapping-networks: Network 10.20.32.0/21 of zone 'hall' lies inside 10.0.0.0/7 of zone 'all'
      --- a.zones
      zone lab : cell { network "10.20.33.0/24" }
      zone all : control { network "10.0.0.0/7" }
                                   ^^^^^^^^^^^^ warning overlapping-networks: Network 10.0.0.0/7 of zone 'all' takes in 10.20.33.0/24 of zone 'lab'
      `,
    'once for a pair of zones': `
      zone a : cell { network "10.1.0.0/16", "10.2.1.0/24", "10.3.0.0/24" }
      zone b : cell { network "10.1.1.0/24", "10.2.0.0/16", "10.3.0.0/24" }
                              ^^^^^^^^^^^^^ warning overlapping-networks: Network 10.1.1.0/24 of zone 'b' lies inside 10.1.0.0/16 of zone 'a'
      `,
    'two zones side by side in one that holds both': `
      zone plant : control {
        network "10.20.0.0/16"
        zone line-1 : cell { network "10.20.1.0/24" }
        zone line-2 : cell { network "10.20.1.0/24" }
                                     ^^^^^^^^^^^^^^ warning overlapping-networks: Zones 'plant.line-2' and 'plant.line-1'
      }
      `,
    IPv6: `
      zone scada : control { network "2001:db8::/48" }
      zone line : cell { network "2001:db8:0:7::/64" }
                                 ^^^^^^^^^^^^^^^^^^^ warning overlapping-networks
      `,
    'a single address': `
      zone scada : control { network "10.20.10.0/24" }
      zone line : cell { network "10.20.10.7" }
                                 ^^^^^^^^^^^^ warning overlapping-networks
      `,
  },
  silent: {
    'the segment of a conduit in a zone that it joins, in one nested there, and of two conduits at one zone': `
      zone scada : control { network "10.99.0.0/16" }
      zone line : cell { zone station : process { network "10.98.0.0/24" } }
      conduit ring between scada and line { network "10.99.0.0/24", "10.98.0.0/16" }
      conduit link between line and scada { network "10.99.0.0/24" }
      conduit gone between line and nowhere {
                                    ^^^^^^^ error unresolved-reference
        network "10.99.0.0/24"
      }
      `,
    'networks side by side': `
      zone scada : control { network "10.20.10.0/24", "10.20.12.0/23" }
      zone line : cell { network "10.20.11.0/24", "10.20.14.0/23" }
      `,
    'a zone nested in the other': `
      zone scada : control {
        network "10.20.0.0/16"
        zone line : cell { network "10.20.11.0/24"  zone safety { network "10.20.11.0/24" } }
      }
      `,
    'two systems': `
      --- north.zones
      system north
      zone line : cell { network "10.20.10.0/24" }
      --- south.zones
      system south
      zone line : cell { network "10.20.10.0/24" }
      `,
    'free text': `
      zone scada : control { network "VLAN 20" }
      zone line : cell { network "VLAN 20" }
      `,
    'what is no network, which has a finding of its own': `
      zone scada : control { network "10.20.10.0/99" }
      zone line : cell { network "10.20.10.0/24" }
      `,
  },
});
