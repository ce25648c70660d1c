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
                                    ^^^^^^^^^^^^ warning duplicate-address: Asset 'plc-2' has the address 10.20.10.5, as asset 'plc-1' has: two devices with one address disturb each other, and nobody can tell whose traffic it is. Correct one, or allow it if they share it on purpose or stand behind address translation.
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
  },
  silent: {
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
