import { flowOutsideConduit } from '../../language-server/core/rules/flow-outside-conduit.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(flowOutsideConduit, {
  fires: {
    'an end at none of three': `
      zone office : enterprise { asset erp-1 : erp }
      zone scada : control { asset archive : historian }
      zone line-1 : cell
      zone line-2 : cell
      conduit ring between line-1, line-2 and scada {
        flow archive -> erp-1 : https
                        ^^^^^ error flow-outside-conduit: 'erp-1' lies in zone 'office', at none of the 3 ends of conduit 'ring', so this flow takes another way than the one protected here: write it in the conduit that joins its zones, or correct the name.
      }
      `,
    'the equipment of another conduit': `
      zone scada : control { asset eng : engineering-workstation }
      zone line-1 : cell
      zone line-2 : cell
      conduit ring between scada and line-1 { asset sw-1 : industrial-switch }
      conduit link between scada and line-2 {
        flow eng -> sw-1 : ssh
                    ^^^^ error flow-outside-conduit: 'sw-1' is equipment of conduit 'ring', not of conduit 'link', so this flow takes another way than the one protected here: write it in conduit 'ring', or correct the name.
      }
      `,
    'a flow among the equipment of a conduit': `
      zone scada : control
      zone line-1 : cell
      conduit ring between scada and line-1 {
        asset sw-1 : industrial-switch
        asset sw-2 : industrial-switch
        flow sw-1 -> sw-2 : ssh
                     ^^^^ error flow-outside-conduit: 'sw-1' and 'sw-2' are both equipment of conduit 'ring', so this flow reaches none of the zones that it joins: name an end in one of them, or leave out what the equipment says to itself.
      }
      `,
    'two ends in one of three zones': `
      zone scada : control { asset a-1 : plc  asset a-2 : plc }
      zone line-1 : cell
      zone line-2 : cell
      conduit ring between line-1, line-2 and scada {
        flow a-1 -> a-2 : modbus-tcp
                    ^^^ error flow-outside-conduit: 'a-1' and 'a-2' both lie at the same end of conduit 'ring', in 'scada'
      }
      `,
    'an end in a third zone': `
      zone office : enterprise { asset erp-1 : erp }
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      conduit replication between scada and dmz {
        flow archive -> erp-1 : https
                        ^^^^^ error flow-outside-conduit: 'erp-1' lies in zone 'office', at neither end of conduit 'replication' between 'scada' and 'dmz', so this flow takes another way than the one protected here: write it in the conduit that joins its zones, or correct the name.
      }
      `,
    'both ends in other zones, which is one fault': `
      zone office : enterprise { asset erp-1 : erp  asset desk : business-workstation }
      zone dmz : perimeter
      zone scada : control
      conduit replication between scada and dmz {
        flow desk -> erp-1 : https
             ^^^^ error flow-outside-conduit: 'desk' lies in zone 'office'
      }
      `,
    'both ends on one side': `
      zone dmz : perimeter
      zone scada : control {
        asset archive : historian
        zone line : cell { asset plc-1 : plc }
      }
      conduit replication between scada and dmz {
        flow archive -> plc-1 : s7comm
                        ^^^^^ error flow-outside-conduit: 'archive' and 'plc-1' both lie at the same end of conduit 'replication', in 'scada', so this flow never passes it: write it in the zone or conduit that it does pass, or correct one of the names.
      }
      `,
    'a nested zone and the one around it: the inner side is the nearest': `
      zone scada : control {
        zone line : cell { asset plc-1 : plc  asset panel : hmi-panel }
      }
      conduit to-line between scada and scada.line {
        flow panel -> plc-1 : s7comm
                      ^^^^^ error flow-outside-conduit: 'panel' and 'plc-1' both lie at the same end of conduit 'to-line', in 'scada.line'
      }
      `,
    'the zone around both ends, which is neither': `
      zone plant : control {
        asset server : scada-server
        zone line-1 : cell { asset plc-1 : plc }
        zone line-2 : cell
      }
      conduit transfer between plant.line-1 and plant.line-2 {
        flow server -> plc-1 : s7comm
             ^^^^^^ error flow-outside-conduit: 'server' lies in zone 'plant'
      }
      `,
  },
  silent: {
    'flows between any two of three zones, and to the equipment of the conduit': `
      zone scada : control { asset eng : engineering-workstation }
      zone line-1 : cell { asset plc-1 : plc  asset sw-1 : managed-switch }
      zone line-2 : cell { asset plc-2 : plc }
      conduit ring between line-1, line-2 and scada {
        asset sw-1 : industrial-switch
        flow plc-1 -> plc-2 : profinet-rt
        flow eng -> plc-2 : s7comm
        flow eng -> sw-1 : ssh
        flow sw-1 -> scada : syslog
      }
      `,
    'assets directly in the two zones': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      conduit replication between scada and dmz { flow archive -> copy : opc-ua  flow copy -> archive : opc-ua }
      `,
    'assets in zones nested in the two': `
      zone dmz : perimeter { zone copies { asset copy : historian } }
      zone scada : control { zone archives { asset archive : historian } }
      conduit replication between scada and dmz { flow archive -> copy : opc-ua }
      `,
    'from a zone into one nested in it': `
      zone scada : control {
        asset server : scada-server
        zone line : cell { asset plc-1 : plc }
      }
      conduit to-line between scada and scada.line { flow server -> plc-1 : s7comm }
      `,
    'the zones themselves': `
      zone dmz : perimeter
      zone scada : control
      conduit replication between scada and dmz { flow scada -> dmz : syslog }
      `,
    'a conduit whose end is not known': `
      zone office : enterprise { asset erp-1 : erp }
      zone scada : control { asset archive : historian }
      conduit replication between scada and dmz {
                                            ^^^ error unresolved-reference
        flow archive -> erp-1 : https
      }
      `,
    'a conduit that joins a zone to itself, which is the fault': `
      zone office : enterprise { asset erp-1 : erp }
      zone scada : control { asset archive : historian }
      conduit replication between scada and scada { flow archive -> erp-1 : https }
      `,
  },
});
