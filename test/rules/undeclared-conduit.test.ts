import { undeclaredConduit } from '../../language-server/core/rules/undeclared-conduit.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(undeclaredConduit, {
  fires: {
    'a flow to the equipment of a conduit': `
      zone line : cell
      zone scada : control {
        asset eng : engineering-workstation
        flow eng -> ring.sw-1 : ssh
                    ^^^^^^^^^ error undeclared-conduit: The flow from 'eng' to 'ring.sw-1' is written outside conduit 'ring', whose equipment 'ring.sw-1' is, so nobody has decided what protects it: write it in that conduit.
        flow ring.sw-1 -> ring.sw-1 : ssh
             ^^^^^^^^^ error undeclared-conduit
      }
      conduit ring between scada and line { asset sw-1 : industrial-switch }
      `,
    'a flow out of the zone that it is written in': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control {
        asset archive : historian
        flow archive -> copy : opc-ua-secure
                        ^^^^ error undeclared-conduit: The flow from 'archive' in zone 'scada' to 'copy' in zone 'dmz' crosses a boundary outside any conduit, so nobody has decided what protects it: write it in a conduit between the two zones.
      }
      `,
    'a flow into it': `
      zone dmz : perimeter { asset jump : jump-host }
      zone scada : control {
        asset eng : engineering-workstation
        flow jump -> eng : rdp
             ^^^^ error undeclared-conduit
      }
      `,
    'a flow into a nested zone': `
      zone scada : control {
        asset server : scada-server
        zone line : cell { asset plc-1 : plc }
        flow server -> plc-1 : s7comm
                       ^^^^^ error undeclared-conduit: The flow from 'server' in zone 'scada' to 'plc-1' in zone 'scada.line'
      }
      `,
    'a flow between two nested zones': `
      zone scada : control {
        zone line-1 : cell { asset plc-1 : plc }
        zone line-2 : cell { asset plc-2 : plc }
        flow plc-1 -> plc-2 : s7comm
                      ^^^^^ error undeclared-conduit
      }
      `,
    'a flow to a zone as a whole': `
      zone office : enterprise
      zone dmz : perimeter {
        asset portal : web-server
        flow office -> portal : https
             ^^^^^^ error undeclared-conduit
      }
      `,
    'another file’s asset': `
      --- dmz.zones
      zone dmz : perimeter { asset copy : historian }
      --- scada.zones
      zone scada : control {
        asset archive : historian
        flow archive -> copy : opc-ua-secure
                        ^^^^ error undeclared-conduit
      }
      `,
    'kinds that must not be joined, where a conduit would be wrong, too': `
      zone office : enterprise { asset report : erp }
      zone scada : control {
        asset archive : historian
        flow archive -> report : https
                        ^^^^^^ error undeclared-conduit
      }
      `,
    'a conduit of the zones around, with a diode that does not let it through': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control {
        asset archive : historian
        asset diode : data-diode
        flow copy -> archive : opc-ua-secure
             ^^^^ error undeclared-conduit
      }
      conduit replication between scada and dmz {
        via diode
        flow archive -> copy : opc-ua-secure
      }
      `,
  },
  silent: {
    'a flow inside its zone': `
      zone scada : control {
        asset server : scada-server
        asset archive : historian
        flow server -> archive : opc-ua-secure
      }
      `,
    'a flow between a zone and an asset directly in it': `
      zone scada : control {
        asset server : scada-server
        flow server -> scada : ntp
      }
      `,
    'a flow in a conduit': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      conduit replication between scada and dmz { flow archive -> copy : opc-ua-secure }
      `,
    'an end that is not known': `
      zone scada : control {
        asset archive : historian
        flow archive -> cpoy : opc-ua-secure
                        ^^^^ error unresolved-reference
      }
      `,
  },
  mends: [
    {
      model: `
        zone line : cell
        zone scada : control {
          asset eng : engineering-workstation
          flow eng -> ring.sw-1 : ssh
        }
        conduit ring between scada and line { asset sw-1 : industrial-switch }
        `,
      fix: "Move the flow to conduit 'ring'",
      result: `
        zone line : cell
        zone scada : control {
          asset eng : engineering-workstation
        }
        conduit ring between scada and line {
          asset sw-1 : industrial-switch
          flow eng -> ring.sw-1 : ssh
        }
        `,
    },
    {
      model: `
        zone scada : control {
          asset eng : engineering-workstation
          flow eng -> plc-2 : s7comm
        }
        zone line-1 : cell
        zone line-2 : cell { asset plc-2 : plc }
        conduit ring between line-1, scada and line-2 { sl-t 1 }
        `,
      fix: "Move the flow to conduit 'ring'",
      result: `
        zone scada : control {
          asset eng : engineering-workstation
        }
        zone line-1 : cell
        zone line-2 : cell { asset plc-2 : plc }
        conduit ring between line-1, scada and line-2 {
          sl-t 1
          flow eng -> plc-2 : s7comm
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset copy : historian }

        zone scada : control {
          asset archive : historian
          flow archive -> copy : opc-ua-secure
          flow copy -> archive : opc-ua-secure { allow undeclared-conduit until 2020-01-01 because "until the firewall is there" }
          flow copy -> archive : https { allow undeclared-conduit because "a test set-up" }
        }
        `,
      fix: "Move the 2 flows between these zones to a new conduit 'scada-to-dmz'",
      result: `
        zone dmz : perimeter { asset copy : historian }

        zone scada : control {
          asset archive : historian
          flow copy -> archive : https { allow undeclared-conduit because "a test set-up" }
        }

        conduit scada-to-dmz between scada and dmz {
          flow archive -> copy : opc-ua-secure
          flow copy -> archive : opc-ua-secure { allow undeclared-conduit until 2020-01-01 because "until the firewall is there" }
        }
        `,
    },
    {
      model: `
        zone dmz : perimeter { asset copy : historian }

        zone scada : control {
          asset archive : historian
          /** Every ten seconds. */
          flow archive -> copy : opc-ua-secure "tags"
          flow copy -> archive : opc-ua-secure "setpoints" { when "released" }
        }
        `,
      fix: "Move the 2 flows between these zones to a new conduit 'scada-to-dmz'",
      result: `
        zone dmz : perimeter { asset copy : historian }

        zone scada : control {
          asset archive : historian
        }

        conduit scada-to-dmz between scada and dmz {
          /** Every ten seconds. */
          flow archive -> copy : opc-ua-secure "tags"
          flow copy -> archive : opc-ua-secure "setpoints" { when "released" }
        }
        `,
    },
    {
      model: `
        --- conduits.zones
        conduit replication "Replication" between scada and dmz {
          sl-t 2
        }
        --- zones.zones
        zone dmz : perimeter { asset copy : historian }
        zone scada : control {
          zone archives { asset archive : historian }
          flow archive -> copy : opc-ua-secure
        }
        `,
      fix: "Move the flow to conduit 'replication'",
      result: `
        --- conduits.zones
        conduit replication "Replication" between scada and dmz {
          sl-t 2
          flow archive -> copy : opc-ua-secure
        }
        --- zones.zones
        zone dmz : perimeter { asset copy : historian }
        zone scada : control {
          zone archives { asset archive : historian }
        }
        `,
    },
  ],
});
