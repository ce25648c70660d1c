import { addressOutsideNetwork } from '../../language-server/core/rules/address-outside-network.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(addressOutsideNetwork, {
  fires: {
    'the equipment of a conduit outside the network of that': `
      zone scada : control { network "10.0.1.0/24" }
      zone line : cell { network "10.0.2.0/24" }
      conduit ring between scada and line {
        network "10.99.0.0/24"
        asset sw-1 : industrial-switch { address "10.0.1.2" }
                                                 ^^^^^^^^^^ warning address-outside-network: Address 10.0.1.2 of asset 'sw-1' lies outside the network of conduit 'ring', whose equipment it is (10.99.0.0/24): correct the address, or add the network that is missing.
      }
      `,
    'an address of a segment that other zones share': `
      zone scada : control
      zone line : cell
      zone hall : cell {
        network "10.0.3.0/24"
        asset plc-1 : plc { address "10.99.0.7" }
                                    ^^^^^^^^^^^ warning address-outside-network
      }
      conduit ring between scada and line { network "10.99.0.0/24" }
      `,
    'an address of another network': `
      zone scada : control {
        network "10.20.10.0/24"
        asset plc-1 : plc { address "10.20.11.5" }
                                    ^^^^^^^^^^^^ warning address-outside-network: Address 10.20.11.5 of asset 'plc-1' lies outside the networks of its zone 'scada' (10.20.10.0/24), so it is in a network that the zone does not list as its own: correct the address, move the asset, or add the network that is missing.
      }
      `,
    'outside all networks of the zone and those around it': `
      zone scada : control {
        network "10.20.10.0/24", "10.20.20.0/24"
        zone line : cell {
          network "10.20.11.0/25", "2001:db8::/64", "VLAN 7", "10.20.12.0/24"
          asset plc-1 : plc { address "10.20.11.200", "10.20.10.5" }
                                      ^^^^^^^^^^^^^^ warning address-outside-network: Address 10.20.11.200 of asset 'plc-1' lies outside the networks of its zone 'scada.line' (10.20.11.0/25, 10.20.12.0/24, 10.20.10.0/24 and 1 more)
        }
      }
      `,
    IPv6: `
      zone scada : control {
        network "2001:db8:0:1::/64"
        asset plc-1 : plc { address "2001:db8:0:2::5" }
                                    ^^^^^^^^^^^^^^^^^ warning address-outside-network
      }
      `,
    'the networks of the zone around alone': `
      zone scada : control {
        network "10.20.10.0/24"
        zone line : cell { asset plc-1 : plc { address "10.20.11.5" } }
                                                       ^^^^^^^^^^^^ warning address-outside-network
      }
      `,
    'a firewall with no address in its zone': `
      zone scada : control {
        network "10.20.10.0/24"
        asset fw-1 : firewall { address "10.20.11.1", "10.20.12.1", "00:1b:44:11:3a:b7" }
                                        ^^^^^^^^^^^^ warning address-outside-network
                                                      ^^^^^^^^^^^^ warning address-outside-network
      }
      `,
    'the address of a group, and that of a guest': `
      zone scada : control {
        network "10.20.10.0/24"
        asset srv-1 : scada-server { address "10.20.10.5"  shared-address "10.20.11.9" }
                                                                          ^^^^^^^^^^^^ warning address-outside-network: Address 10.20.11.9 of asset 'srv-1' lies outside the networks of its zone
        asset guest : historian { address "10.20.11.5"  runs-on srv-1 }
                                          ^^^^^^^^^^^^ warning address-outside-network
      }
      `,
  },
  silent: {
    'the address of a group in the network, and at a port of a firewall': `
      zone scada : control {
        network "10.20.10.0/24"
        asset srv-1 : scada-server { address "10.20.10.5"  shared-address "10.20.10.9" }
        asset fw-1 : firewall { address "10.20.11.1"  shared-address "10.20.10.1" }
      }
      `,
    'addresses of a segment that zones share, in each of them and in what is nested there': `
      zone scada : control {
        network "10.0.1.0/24"
        asset server : scada-server { address "10.0.1.5", "10.99.0.5" }
      }
      zone line : cell {
        network "10.0.2.0/24"
        asset plc-1 : plc { address "10.99.0.7" }
        zone station : process { asset plc-2 : plc { address "10.99.0.8" } }
      }
      conduit ring between scada and line {
        network "10.99.0.0/24"
        asset sw-1 : industrial-switch { address "10.99.0.2" }
        asset fw-1 : firewall { address "10.0.1.1" }
      }
      conduit other between scada and line { asset sw-2 : industrial-switch { address "10.7.0.2" } }
      `,
    'an address in the network, whatever stands in the host bits': `
      zone scada : control {
        network "10.20.10.1/23"
        asset plc-1 : plc { address "10.20.11.5/23" }
      }
      `,
    'an address in the network of a zone around': `
      zone scada : control {
        network "10.20.0.0/16"
        zone line : cell { network "10.30.1.0/24"  asset plc-1 : plc { address "10.20.11.5" } }
      }
      `,
    'no network of its version': `
      zone scada : control {
        network "10.20.10.0/24", "VLAN 20"
        asset plc-1 : plc { address "2001:db8::5", "00:1b:44:11:3a:b7", "node 7" }
      }
      `,
    'no network at all': 'zone scada : control { asset plc-1 : plc { address "10.20.11.5" } }',
    'a network that cannot be read, which has a finding of its own': `
      zone scada : control {
        network "10.20.10.0/24", "10.20.11.0/240"
        asset plc-1 : plc { address "10.20.11.5" }
      }
      `,
    'an address in the network of a zone elsewhere, which has a finding of its own': `
      --- scada.zones
      zone scada : control {
        network "10.20.10.0/24"
        asset plc-1 : plc { address "10.20.11.5" }
        asset plc-2 : plc { address "10.20.10.6", "10.20.11.6" }
      }
      --- line.zones
      zone line : cell { network "10.20.11.0/24" }
      `,
    'a further port of a controller, in the network of the field devices nested in its zone': `
      --- line.zones
      zone line : cell {
        network "10.20.10.0/24"
        asset plc-1 : plc { address "10.20.10.5", "10.20.11.5" }
        zone field : process { network "10.20.11.0/24" }
      }
      `,
    'a firewall in the networks of the zones that its conduits join': `
      --- perimeter.zones
      zone perimeter : perimeter {
        network "10.20.10.0/24"
        asset fw-1 : firewall { address "10.20.11.1" }
      }
      --- others.zones
      zone scada : control { network "10.20.11.0/24" }
      zone plant : control { network "10.20.12.0/24"  zone line : cell }
      --- conduits.zones
      conduit up between line and scada { via fw-1 }
      `,
    'the other ports of a firewall': `
      zone scada : control {
        network "10.20.10.0/24"
        asset fw-1 : firewall { address "10.20.10.1", "10.20.11.1" }
      }
      `,
  },
  mends: [
    {
      model: `
        zone scada : control {
          network "10.20.10.0/24"
          zone line { asset plc-1 : plc { address "10.20.11.5" } }
        }
        `,
      fix: "Add network 10.20.11.0/24 to zone 'scada.line'",
      result: `
        zone scada : control {
          network "10.20.10.0/24"
          zone line {
            network "10.20.11.0/24"
            asset plc-1 : plc { address "10.20.11.5" }
          }
        }
        `,
    },
    {
      model: `
        zone scada : control {
          network "10.20.10.0/25", "VLAN 20"
          asset plc-1 : plc { address "10.20.11.200" }
        }
        `,
      fix: "Add network 10.20.11.128/25 to zone 'scada'",
      result: `
        zone scada : control {
          network "10.20.10.0/25", "VLAN 20", "10.20.11.128/25"
          asset plc-1 : plc { address "10.20.11.200" }
        }
        `,
    },
    {
      model: `
        zone scada : control {
          network "10.20.10.0/24", "2001:db8:0:1::/64"
          zone line {
            network "10.20.12.0/24"
            asset plc-1 : plc { address "2001:db8:0:2::5" }
          }
        }
        `,
      fix: "Add network 2001:db8:0:2::/64 to zone 'scada.line'",
      result: `
        zone scada : control {
          network "10.20.10.0/24", "2001:db8:0:1::/64"
          zone line {
            network "10.20.12.0/24", "2001:db8:0:2::/64"
            asset plc-1 : plc { address "2001:db8:0:2::5" }
          }
        }
        `,
    },
  ],
});
