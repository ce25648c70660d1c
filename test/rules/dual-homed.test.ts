import { dualHomed } from '../../language-server/core/rules/dual-homed.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(dualHomed, {
  fires: {
    'addresses in the networks of its own zone and of one beside it': `
      --- office.zones
      zone office : enterprise { network "10.1.0.0/16" }
      --- scada.zones
      zone scada : control {
        network "10.20.10.0/24"
        asset hist : historian { address "10.20.10.5", "10.1.4.5" }
                                                       ^^^^^^^^^^ warning dual-homed: Asset 'hist' has addresses in the networks of zones 'scada' and 'office', so it joins them beside every conduit, and whoever holds it is in both: leave it one of them, or put a boundary asset between the two. If it is one, give it such a type.
      }
      `,
    'in two zones, neither of which is its own': `
      zone scada : control {
        asset eng : engineering-workstation { address "10.20.11.5", "10.20.12.5" }
                                                                    ^^^^^^^^^^^^ warning dual-homed: Asset 'eng' has addresses in the networks of zones 'scada.one' and 'scada.two'
        zone one : cell { network "10.20.11.0/24" }
        zone two : cell { network "10.20.12.0/24" }
      }
      `,
    'an address that it has with others, and the narrowest of several networks': `
      zone plant : control {
        network "10.0.0.0/8"
        zone one : cell {
          network "10.20.11.0/24"
          asset srv : scada-server { address "10.20.11.5"  shared-address "10.20.12.9" }
                                                                          ^^^^^^^^^^^^ warning dual-homed: Asset 'srv' has addresses in the networks of zones 'plant.one' and 'plant.two'
        }
        zone two : cell { network "10.20.12.0/28" }
      }
      `,
    'IPv6, and the equipment of a conduit': `
      zone one : cell { network "2001:db8:0:1::/64" }
      zone two : cell { network "2001:db8:0:2::/64" }
      conduit ring between one and two {
        asset sw : managed-switch { address "2001:db8:0:1::2", "2001:db8:0:2::2" }
                                                               ^^^^^^^^^^^^^^^^^ warning dual-homed: Asset 'sw' has
      }
      `,
  },
  silent: {
    'a boundary asset': `
      --- a.zones
      zone one : cell { network "10.0.1.0/24"  asset fw : house-fw { address "10.0.1.1", "10.0.2.1" } }
      zone two : cell { network "10.0.2.0/24" }
      --- b.zones
      asset-type house-fw extends firewall { }
      `,
    'addresses of its zone and of one nested there': `
      zone line : cell {
        network "10.0.1.0/24"
        asset plc : plc { address "10.0.1.5", "10.0.2.5" }
        zone field : process { network "10.0.2.0/24" }
      }
      `,
    'an address of a segment that the zones share': `
      zone one : cell { network "10.0.1.0/24"  asset plc : plc { address "10.0.1.5", "10.9.0.5" } }
      zone two : cell { network "10.0.2.0/24" }
      zone three : cell { network "10.9.0.0/16" }
      conduit ring between one and two { network "10.9.0.0/24" }
      `,
    'two zones of one network, which has a finding of its own': `
      zone one : cell { network "10.0.1.0/24"  asset plc : plc { address "10.0.1.5", "10.0.1.6" } }
      zone two : cell { network "10.0.1.0/24" }
      `,
    'several devices that are drawn as one': `
      zone one : cell { network "10.0.1.0/24"  asset plc : plc { count 2  address "10.0.1.5", "10.0.2.5" } }
      zone two : cell { network "10.0.2.0/24" }
      `,
    'an address in no network': `
      zone one : cell { network "10.0.1.0/24"  asset plc : plc { address "10.0.1.5", "10.0.3.5", "node 4" } }
      zone two : cell { network "10.0.2.0/24" }
      `,
    'zones of two systems': `
      --- a.zones
      system north
      zone one : cell { network "10.0.1.0/24"  asset plc : plc { address "10.0.1.5", "10.0.2.5" } }
      --- b.zones
      system south
      zone two : cell { network "10.0.2.0/24" }
      `,
    'what stands outside the system': `
      zone one : external { network "10.0.1.0/24"  asset srv : web-server { address "10.0.1.5", "10.0.2.5" } }
      zone two : cell { network "10.0.2.0/24" }
      `,
  },
});
