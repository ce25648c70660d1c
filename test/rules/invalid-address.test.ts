import { invalidAddress } from '../../language-server/core/rules/invalid-address.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(invalidAddress, {
  fires: {
    'the network of a conduit': `
      zone scada : control
      zone line : cell
      conduit ring between scada and line {
        network "10.99.0.0/40"
                ^^^^^^^^^^^^^^ error invalid-address: '10.99.0.0/40' of conduit 'ring' is no network, so no check can tell what lies in it: after '/' stands the length of the prefix, up to 32 for IPv4 and 128 for IPv6.
      }
      `,
    'the address of a group': `
      zone scada : control {
        asset plc-1 : plc { shared-address "10.20.10.256" }
                                           ^^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'a number over 255': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.256" }
                                    ^^^^^^^^^^^^^^ error invalid-address: '10.20.10.256' of asset 'plc-1' is no address, so no check can tell where it belongs: each of its four numbers is 255 or less.
      }
      `,
    'an address of a group': `
      zone scada : control {
        asset plc-1 : plc { shared-address "10.20.10.256" }
                                           ^^^^^^^^^^^^^^ error invalid-address: '10.20.10.256' of asset 'plc-1' is no address
      }
      `,
    'leading zeros': `
      zone scada : control {
        asset plc-1 : plc { address "010.020.010.005" }
                                    ^^^^^^^^^^^^^^^^^ error invalid-address: '010.020.010.005' of asset 'plc-1' is no address, so no check can tell where it belongs: some devices take a number with a leading zero for octal
      }
      `,
    'a prefix that is too long': `
      zone scada : control {
        network "10.20.10.0/33", "2001:db8::/129"
                ^^^^^^^^^^^^^^^ error invalid-address: '10.20.10.0/33' of zone 'scada' is no network, so no check can tell what lies in it: after '/' stands the length of the prefix, up to 32 for IPv4 and 128 for IPv6.
                                 ^^^^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'a netmask': `
      zone scada : control {
        network "10.20.10.0/255.255.255.0", "10.20.11.0 255.255.0.255"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ error invalid-address: '10.20.10.0/255.255.255.0' of zone 'scada' is no network, so no check can tell what lies in it: a netmask is written as the length of the prefix
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'a range': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5-10.20.10.9", "10.20.10.11 - 20" }
                                    ^^^^^^^^^^^^^^^^^^^^^^^ error invalid-address: '10.20.10.5-10.20.10.9' of asset 'plc-1' is no address, so no check can tell where it belongs: a range is none
                                                             ^^^^^^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'a port': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5:502", "[2001:db8::5]:502" }
                                    ^^^^^^^^^^^^^^^^ error invalid-address: '10.20.10.5:502' of asset 'plc-1' is no address, so no check can tell where it belongs: a port belongs in the flow that uses it.
                                                      ^^^^^^^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'neither IPv6 nor MAC': `
      zone scada : control {
        asset plc-1 : plc { address "2001:db8::1::2", "00:1B:44:11:3A", "2001:db8::g" }
                                    ^^^^^^^^^^^^^^^^ error invalid-address: '2001:db8::1::2' of asset 'plc-1' is no address, so no check can tell where it belongs: IPv6 has eight hexadecimal groups
                                                      ^^^^^^^^^^^^^^^^ error invalid-address
                                                                        ^^^^^^^^^^^^^ error invalid-address
      }
      `,
    'a remark': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5 (second port)" }
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error invalid-address: '10.20.10.5 (second port)' of asset 'plc-1' is no address, so no check can tell where it belongs: put nothing but the address here
      }
      `,
    'a MAC address as a network': `
      zone scada : control {
        network "00:1b:44:11:3a:b7"
                ^^^^^^^^^^^^^^^^^^^ error invalid-address: '00:1b:44:11:3a:b7' of zone 'scada' is no network, so no check can tell what lies in it: a MAC address names one device and no network.
      }
      `,
  },
  silent: {
    'IPv4, IPv6 and MAC addresses': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5", "2001:DB8::5", "::ffff:10.20.10.5", "fe80::1%eth0", "00:1B:44:11:3A:B7", "00-1b-44-11-3a-b8" }
      }
      `,
    'an address with its prefix, a network with host bits': `
      zone scada : control {
        network "10.20.10.1/24", "10.20.11.7", "2001:db8:0:1::5/64"
        asset plc-1 : plc { address "10.20.10.5/24" }
      }
      `,
    'free text': `
      zone scada : control {
        network "VLAN 20", "Profibus segment 3", "10.20.x.x"
        asset plc-1 : plc { address "plc-1.plant.example", "DB1:5", "node 12", "3.14", "2.1.0.4.7" }
      }
      `,
  },
  mends: [
    {
      model: 'zone scada : control { network "10.20.10.0/255.255.254.0" }',
      fix: 'Change to 10.20.10.0/23',
      result: 'zone scada : control { network "10.20.10.0/23" }',
    },
    {
      model: 'zone scada : control { asset plc-1 : plc { address "010.020.010.005/24" } }',
      fix: 'Change to 10.20.10.5/24',
      result: 'zone scada : control { asset plc-1 : plc { address "10.20.10.5/24" } }',
    },
    {
      model: 'zone scada : control { asset plc-1 : plc { address "[2001:db8::5]:502" } }',
      fix: 'Change to 2001:db8::5',
      result: 'zone scada : control { asset plc-1 : plc { address "2001:db8::5" } }',
    },
  ],
});
