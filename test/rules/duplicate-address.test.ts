import { duplicateAddress } from '../../language-server/core/rules/duplicate-address.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(duplicateAddress, {
  fires: {
    'the equipment of a conduit with the address of another asset': `
      zone scada : control { asset server : scada-server { address "10.0.1.5" } }
      zone line : cell
      conduit ring between scada and line {
        asset sw-1 : industrial-switch { address "10.0.1.5" }
                                                 ^^^^^^^^^^ warning duplicate-address: Asset 'sw-1' has the address 10.0.1.5, as asset 'server' has
      }
      `,
    'two assets of a zone': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5" }
        asset plc-2 : plc { address "10.20.10.5" }
                                    ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc-2' has the address 10.20.10.5, as asset 'plc-1' has: two devices with one address disturb each other, and nobody can tell whose traffic it is. Correct one, say by 'runs-on', 'redundant-with' or 'shared-address' why they have it together, or allow it if they stand behind address translation.
      }
      `,
    'a third one, against the first': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5" }
        asset plc-2 : plc { address "10.20.10.6" }
      }
      zone line-1 : cell { asset plc-3 : plc { address "10.20.10.5" } }
                                                       ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc-3' has the address 10.20.10.5, as asset 'plc-1'
      zone line-2 : cell { asset plc-4 : plc { address "10.20.10.5", "10.20.10.6" } }
                                                       ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc-4' has the address 10.20.10.5, as asset 'plc-1'
                                                                     ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc-4' has the address 10.20.10.6, as asset 'plc-2'
      `,
    'another file, the second in the order of the files': `
      --- a.zones
      zone line-1 : cell { asset plc : plc { address "10.20.10.5" } }
      --- b.zones
      zone line-2 : cell { asset plc : plc { address "10.20.10.5" } }
                                                     ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc' has the address 10.20.10.5, as asset 'line-1.plc'
      `,
    'one address in two notations': `
      zone scada : control {
        asset a : plc { address "2001:db8::5", "00:1B:44:11:3A:B7", "10.20.10.5" }
        asset b : plc { address "2001:0DB8:0:0:0:0:0:5/64", "00-1b-44-11-3a-b7", "::ffff:10.20.10.5" }
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-address
                                                            ^^^^^^^^^^^^^^^^^^^ warning duplicate-address
                                                                                 ^^^^^^^^^^^^^^^^^^^ warning duplicate-address
      }
      `,
    'a shared address that another has for itself': `
      zone scada : control {
        asset srv-1 : scada-server { shared-address "10.20.10.9" }
        asset srv-2 : scada-server { shared-address "10.20.10.9" }
        asset hmi : hmi-panel { address "10.20.10.9" }
                                        ^^^^^^^^^^^^ warning duplicate-address: Asset 'hmi' has the address 10.20.10.9, as asset 'srv-1' has
      }
      `,
    'an address that others come to share': `
      zone scada : control {
        asset hmi : hmi-panel { address "10.20.10.9" }
        asset srv-1 : scada-server { shared-address "10.20.10.9" }
                                                    ^^^^^^^^^^^^ warning duplicate-address: Asset 'srv-1' has the address 10.20.10.9, as asset 'hmi' has
      }
      `,
    'guests of two hosts': `
      zone scada : control {
        asset host-1 : router
        asset host-2 : router
        asset guest-1 : scada-server { address "10.20.10.5"  runs-on host-1 }
        asset guest-2 : historian { address "10.20.10.5"  runs-on host-2 }
                                            ^^^^^^^^^^^^ warning duplicate-address: Asset 'guest-2' has the address 10.20.10.5, as asset 'guest-1' has
      }
      `,
    'a guest and what stands in for its host': `
      zone scada : control {
        asset host-1 : router { redundant-with host-2 }
        asset host-2 : router { address "10.20.10.5" }
        asset guest : scada-server { address "10.20.10.5"  runs-on host-1 }
                                             ^^^^^^^^^^^^ warning duplicate-address: Asset 'guest' has the address 10.20.10.5, as asset 'host-2' has
      }
      `,
    'the first that it may not share with, not the first of all': `
      zone scada : control {
        asset host : router { address "10.20.10.5" }
        asset other : router { address "10.20.10.5" }
                                       ^^^^^^^^^^^^ warning duplicate-address: Asset 'other' has the address 10.20.10.5, as asset 'host' has
        asset guest : scada-server { address "10.20.10.5"  runs-on host }
                                             ^^^^^^^^^^^^ warning duplicate-address: Asset 'guest' has the address 10.20.10.5, as asset 'other' has
      }
      `,
    'a host that is none': `
      zone scada : control {
        asset guest-1 : scada-server { address "10.20.10.5"  runs-on rack }
                                                                     ^^^^ error unresolved-reference
        asset guest-2 : historian { address "10.20.10.5"  runs-on rack }
                                            ^^^^^^^^^^^^ warning duplicate-address
                                                                  ^^^^ error unresolved-reference
      }
      `,
  },
  silent: {
    'a host and its guests, in whatever file': `
      --- a.zones
      zone line : cell { asset guest-1 : scada-server { address "10.20.10.5"  runs-on rack.host } }
      --- b.zones
      zone rack : control { asset host : router { address "10.20.10.5" } }
      --- c.zones
      zone more : cell { asset guest-2 : historian { address "10.20.10.5"  runs-on rack.host } }
      `,
    'guests of one host, which has another address': `
      zone scada : control {
        asset host : router { address "10.20.10.4" }
        asset guest-1 : scada-server { address "10.20.10.5"  runs-on host }
        asset guest-2 : historian { address "10.20.10.5"  runs-on host }
      }
      `,
    'a guest of a guest': `
      zone scada : control {
        asset host : router { address "10.20.10.5" }
        asset machine : scada-server { runs-on host }
        asset container : historian { address "10.20.10.5"  runs-on machine }
      }
      `,
    'hosts in a ring, which still are one machine': `
      zone scada : control {
        asset one : router { address "10.20.10.5"  runs-on two }
        asset two : router { address "10.20.10.5"  runs-on one }
      }
      `,
    'a redundant pair of which either says so': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5"  redundant-with plc-2 }
        asset plc-2 : plc { address "10.20.10.5" }
        asset fw-1 : firewall { address "10.20.10.1" }
        asset fw-2 : firewall { address "10.20.10.1"  redundant-with fw-1 }
      }
      `,
    'a group in which not all name all, over several files': `
      --- a.zones
      zone one : control { asset plc-1 : plc { address "10.20.10.5" } }
      --- b.zones
      zone two : control { asset plc-2 : plc { redundant-with plc-1, plc-3 } }
      --- c.zones
      zone three : control { asset plc-3 : plc { address "10.20.10.5" } }
      `,
    'a shared address among those that state it, one as its own too': `
      zone scada : control {
        asset srv-1 : scada-server { shared-address "10.20.10.9"  address "10.20.10.9" }
        asset srv-2 : scada-server { shared-address "10.20.10.9/24" }
        asset srv-3 : scada-server { shared-address "10.20.10.9" }
      }
      `,
    'different addresses': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.5" }
        asset plc-2 : plc { address "10.20.10.50" }
      }
      `,
    'one asset that says it twice': `
      zone scada : control { asset plc-1 : plc { address "10.20.10.5", "10.20.10.5" } }
      `,
    'two systems': `
      --- north.zones
      system north
      zone line : cell { asset plc : plc { address "10.20.10.5" } }
      --- south.zones
      system south
      zone line : cell { asset plc : plc { address "10.20.10.5" } }
      `,
    'free text': `
      zone scada : control {
        asset plc-1 : plc { address "node 5" }
        asset plc-2 : plc { address "node 5" }
      }
      `,
    'addresses that mean something else on each link': `
      zone scada : control {
        asset plc-1 : plc { address "fe80::1", "127.0.0.1", "169.254.0.5" }
        asset plc-2 : plc { address "fe80::1", "127.0.0.1", "169.254.0.5" }
      }
      `,
    'what is no address, which has a finding of its own': `
      zone scada : control {
        asset plc-1 : plc { address "10.20.10.300" }
        asset plc-2 : plc { address "10.20.10.300" }
      }
      `,
  },
});
