import { flowOutsideConduit } from '../../language-server/core/rules/flow-outside-conduit.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(flowOutsideConduit, {
  fires: {
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
