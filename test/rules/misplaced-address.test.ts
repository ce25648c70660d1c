import { misplacedAddress } from '../../language-server/core/rules/misplaced-address.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(misplacedAddress, {
  fires: {
    'an address with the mask of a wider network behind it': `
      zone scada : control {
        network "10.20.10.0/24"
        asset srv-1 : scada-server { address "10.20.11.6/16" }
                                             ^^^^^^^^^^^^^^^ warning misplaced-address: Address 10.20.11.6/16 of asset 'srv-1' lies in network 10.20.11.0/24 of zone 'line'
      }
      zone line : cell { network "10.20.11.0/24" }
      `,
    'an address of a zone beside': `
      --- scada.zones
      zone scada : control {
        network "10.20.10.0/24"
        asset plc-1 : plc { address "10.20.11.5" }
                                    ^^^^^^^^^^^^ warning misplaced-address: Address 10.20.11.5 of asset 'plc-1' lies in network 10.20.11.0/24 of zone 'line', while the asset is drawn in zone 'scada', so it stands behind another boundary than the model shows: move it to 'line', or correct the address.
      }
      --- line.zones
      zone line : cell { network "10.20.11.0/24" }
      `,
    'of a zone nested in its own, in whose network it lies, too': `
      zone scada : control {
        network "10.20.0.0/16"
        asset plc-1 : plc { address "10.20.11.5" }
                                    ^^^^^^^^^^^^ warning misplaced-address: Address 10.20.11.5 of asset 'plc-1' lies in network 10.20.11.0/24 of zone 'scada.line'
        zone line : cell { network "10.20.11.0/24", "10.20.12.0/24" }
      }
      `,
    'of the narrowest of several zones': `
      zone plant : control {
        network "10.0.0.0/8"
        zone line : cell {
          network "10.20.11.0/24"
          asset plc-1 : plc { address "10.20.12.5" }
                                      ^^^^^^^^^^^^ warning misplaced-address: Address 10.20.12.5 of asset 'plc-1' lies in network 10.20.12.0/28 of zone 'plant.hall.robots'
        }
        zone hall : cell { network "10.20.12.0/24"  zone robots : process { network "10.20.12.0/28" } }
      }
      `,
    'a firewall with no address at home, and of which no conduit leads there': `
      zone scada : control {
        network "10.20.10.0/24"
        asset fw-1 : firewall { address "10.20.11.1" }
                                        ^^^^^^^^^^^^ warning misplaced-address
      }
      zone line : cell { network "10.20.11.0/24" }
      `,
    'IPv6, and several devices that are drawn as one': `
      zone scada : control {
        network "2001:db8:0:1::/64"
        asset plcs : plc { count 2  address "2001:db8:0:1::5", "2001:db8:0:2::5" }
                                                               ^^^^^^^^^^^^^^^^^ warning misplaced-address
      }
      zone line : cell { network "2001:db8:0:2::/64" }
      `,
    'several, of which flows hold some where they are': `
      --- scada.zones
      zone scada : control {
        network "10.20.10.0/24"
        asset plc-1 : plc { address "10.20.11.5" }
                                    ^^^^^^^^^^^^ warning misplaced-address
        asset plc-2 : plc { address "10.20.11.6", "10.20.12.6" }
                                    ^^^^^^^^^^^^ warning misplaced-address
        asset hmi-1 : hmi-panel { address "10.20.11.7" }
                                          ^^^^^^^^^^^^ warning misplaced-address
        flow hmi-1 -> plc-1 : modbus-tcp
      }
      --- line.zones
      zone line : cell { network "10.20.11.0/24" }
      `,
  },
  silent: {
    'an address of its own zone or of one around it': `
      zone scada : control {
        network "10.20.0.0/16"
        zone line : cell { network "10.20.11.0/24"  asset plc-1 : plc { address "10.20.11.5", "10.20.12.5" } }
      }
      zone other : cell { network "10.0.0.0/8" }
      `,
    'one of its own zone and one of a zone nested there': `
      zone line : cell {
        network "10.20.11.0/24"
        asset plc-1 : plc { address "10.20.11.5", "192.168.1.1" }
        zone field : process { network "192.168.1.0/24" }
      }
      `,
    'one of two zones, which makes it dual-homed': `
      zone line : cell { network "10.20.11.0/24"  asset plc-1 : plc { address "10.20.11.5", "10.20.12.5" } }
      zone hall : cell { network "10.20.12.0/24" }
      `,
    'a zone without a network, which says nothing of where its assets are': `
      zone line : cell { asset plc-1 : plc { address "10.20.12.5" } }
      zone hall : cell { network "10.20.12.0/24" }
      `,
    'a firewall at home, and one of which a conduit joins that zone': `
      --- a.zones
      zone line : cell {
        network "10.20.11.0/24"
        asset fw-1 : firewall { address "10.20.11.1", "10.20.12.1" }
        asset fw-2 : firewall { address "10.20.12.2" }
      }
      --- b.zones
      zone hall : cell { network "10.20.12.0/24" }
      --- c.zones
      conduit both between hall and line { via fw-2 }
      `,
    'an address of a segment that zones share': `
      zone line : cell { network "10.20.11.0/24"  asset plc-1 : plc { address "10.9.0.5" } }
      zone hall : cell { network "10.20.12.0/24" }
      zone far : cell { network "10.9.0.0/16" }
      conduit ring between line and hall { network "10.9.0.0/24" }
      `,
    'an address in no network, and one that cannot be read beside it': `
      zone line : cell { network "10.20.11.0/24"  asset plc-1 : plc { address "10.20.13.5", "node 4" } }
      zone hall : cell { network "10.20.12.0/24" }
      `,
    'a network of all addresses, which tells nothing of any': `
      zone line : cell { network "10.20.11.0/24"  asset plc-1 : plc { address "10.20.13.5" } }
      zone internet : external { network "0.0.0.0/0" }
      `,
    'what stands outside the system': `
      zone far : external { network "10.20.11.0/24"  asset srv : web-server { address "10.20.12.5" } }
      zone hall : cell { network "10.20.12.0/24" }
      `,
  },
  mends: [
    {
      model: `
        zone scada : control {
          network "10.20.10.0/24"
          asset plc-1 : plc { address "10.20.11.5" }
        }
        zone line : cell {
          network "10.20.11.0/24"
        }
        `,
      fix: "Move 'plc-1' to zone 'line'",
      result: `
        zone scada : control {
          network "10.20.10.0/24"
        }
        zone line : cell {
          network "10.20.11.0/24"
          asset plc-1 : plc { address "10.20.11.5" }
        }
        `,
    },
    {
      model: `
        --- a.zones
        zone scada : control {
          network "10.20.10.0/24"
          asset plc-1 : plc { address "10.20.11.5", "2001:db8::5" }
        }
        --- b.zones
        zone plant : control { network "10.20.0.0/16"
          zone line : cell {
            network "10.20.11.0/24"
          }
        }
        `,
      fix: "Move 'plc-1' to zone 'plant.line'",
      result: `
        --- a.zones
        zone scada : control {
          network "10.20.10.0/24"
        }
        --- b.zones
        zone plant : control { network "10.20.0.0/16"
          zone line : cell {
            network "10.20.11.0/24"
            asset plc-1 : plc { address "10.20.11.5", "2001:db8::5" }
          }
        }
        `,
    },
  ],
});
