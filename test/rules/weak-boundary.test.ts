import { weakBoundary } from '../../language-server/core/rules/weak-boundary.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(weakBoundary, {
  fires: {
    'a gateway at the perimeter': `
      zone dmz : perimeter { asset gate : vpn-concentrator }
      zone scada : control
      conduit access between scada and dmz { via gate }
              ^^^^^^ warning weak-boundary: Conduit 'access' ends at perimeter zone 'dmz', where traffic from outside arrives, and all that stands on it is 'gate'; what joins networks does not decide what passes: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.
      `,
    'routers between zones of different SL-T': `
      zone room : control { sl-t 2  asset fw-1 : firewall }
      zone line : cell { sl-t 3  asset r-1 : router  asset r-2 : router }
      conduit link between room and line { via r-1, r-2 }
              ^^^^ warning weak-boundary: Conduit 'link' joins 'room' (SL-T 2) and 'line' (SL-T 3) and all that stands on it is 'r-1' and 1 more; what joins networks does not decide what passes: put a firewall, data diode or jump host into 'via', or give what does filter a type with 'role filter'.
      `,
    'a router of its own, from outside': `
      zone internet : external
      zone office : enterprise
      conduit line between office and internet { asset box : router }
              ^^^^ warning weak-boundary: Conduit 'line' ends at external zone 'internet'
      `,
    'a boundary type of one’s own without a role, in another file': `
      --- types.zones
      asset-type box { flags boundary }
      --- plant.zones
      zone dmz : perimeter { asset gate : box }
      zone scada : control
      conduit access between scada and dmz { via gate }
              ^^^^^^ warning weak-boundary
      `,
  },
  silent: {
    'a filter beside the gateway': `
      zone dmz : perimeter { asset gate : vpn-concentrator  asset fw : firewall }
      zone scada : control
      conduit access between scada and dmz { via gate, fw }
      `,
    'a data diode, and a jump host': `
      zone dmz : perimeter { asset diode : data-diode  asset jump : jump-host }
      zone scada : control
      conduit out between scada and dmz { via diode }
      conduit in between dmz and scada { via jump }
      `,
    'a type that says that it filters': `
      asset-type own-gate extends vpn-concentrator { role filter }
      zone dmz : perimeter { asset gate : own-gate }
      zone scada : control
      conduit access between scada and dmz { via gate }
      `,
    'no boundary asset at all, and equals, of which unprotected-boundary speaks': `
      zone dmz : perimeter { sl-t 2  asset gate : vpn-concentrator }
      zone scada : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit access between scada and dmz
      conduit bus between scada and line { via gate  flow server -> plc-1 : modbus-tls }
      `,
    'beside the gateway something that nobody knows': `
      zone dmz : perimeter { asset gate : vpn-concentrator }
      zone scada : control
      conduit access between scada and dmz { via gate, fw-9 }
                                                       ^^^^ error unresolved-reference
      `,
    'wires that no device could look at': `
      zone dmz : perimeter { asset rtu-1 : rtu  asset gate : protocol-gateway }
      zone scada : control { asset panel : hmi-panel }
      conduit trips between dmz and scada { via gate  flow rtu-1 -> panel : hardwired }
      `,
    'two zones that are not the system’s to protect': `
      zone internet : external { asset gate : router }
      zone vendor : external
      conduit cloud between internet and vendor { via gate }
      `,
    'a way into a safety zone, which safety-access names': `
      zone room : control { sl-t 2  asset server : scada-server  asset gate : protocol-gateway }
      zone trips : cell { sl-t 3  safety yes  asset sis : safety-controller }
      conduit status between room and trips { via gate  flow sis -> server : modbus-tcp }
      `,
  },
  mends: [
    {
      model: `
        zone dmz : perimeter { asset gate : vpn-concentrator  asset fw : firewall }
        zone scada : control
        conduit access between scada and dmz {
          via gate
        }
        `,
      fix: "Pass it through 'fw' of zone 'dmz'",
      result: `
        zone dmz : perimeter { asset gate : vpn-concentrator  asset fw : firewall }
        zone scada : control
        conduit access between scada and dmz {
          via gate, fw
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset gate : vpn-concentrator  asset fw : firewall }
        zone scada : control
        conduit access between scada and dmz {
          via gate
        }
        `,
      fix: "Pass it through 'fw' instead of 'gate'",
      result: `
        zone dmz : perimeter { asset gate : vpn-concentrator  asset fw : firewall }
        zone scada : control
        conduit access between scada and dmz {
          via fw
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset gate : vpn-concentrator }
        zone scada : control
        conduit access between scada and dmz {
          via gate
        }
        `,
      fix: "Declare a firewall in zone 'dmz' and pass it through that",
      result: `
        zone dmz : perimeter {
          asset gate : vpn-concentrator
          asset dmz-firewall "… (which firewall this is)" : firewall
        }
        zone scada : control
        conduit access between scada and dmz {
          via gate, dmz-firewall
        }
        `,
    },
  ],
});
