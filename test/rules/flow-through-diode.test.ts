import { flowThroughDiode } from '../../language-server/core/rules/flow-through-diode.ts';
import { describeRule } from './support/describe-rule.ts';

const zones = `
  zone dmz : perimeter { asset copy : historian  asset fw : firewall }
  zone scada : control { asset archive : historian  asset diode : data-diode  asset server : scada-server }`;

describeRule(flowThroughDiode, {
  fires: {
    'against each other between two of three zones': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      zone line : cell { asset plc-1 : plc }
      conduit ring between dmz, scada and line {
        asset diode : data-diode
        flow archive -> copy : https
        flow plc-1 -> copy : https
        flow copy -> plc-1 : https
             ^^^^ error flow-through-diode: The flow from 'copy' to 'plc-1' runs against the one from 'plc-1' to 'copy'
      }
      `,
    'a flow against the one before it': `${zones}
  conduit replication between scada and dmz {
    via diode
    flow archive -> copy : opc-ua
    flow copy -> archive : opc-ua
         ^^^^ error flow-through-diode: The flow from 'copy' to 'archive' runs against the one from 'archive' to 'copy', but data diode 'diode' of conduit 'replication' passes data one way only: either flow is wrong, or there is no diode.
    flow copy -> server : opc-ua
  }
  `,
    'a flow both ways': `${zones}
  conduit replication between scada and dmz {
    via fw, diode
    flow archive <-> copy : opc-ua
         ^^^^^^^ error flow-through-diode: 'archive' and 'copy' talk both ways over conduit 'replication', but data diode 'diode' passes data one way only: write the one direction that there is, or take the diode out of 'via'.
  }
  `,
    'a type of one’s own that is one-way': `${zones}
  asset-type optical-link extends data-diode { }
  zone links : perimeter { asset link : optical-link }
  conduit replication between scada and dmz {
    via link
    flow scada -> dmz : syslog
    flow dmz -> scada : ntp
         ^^^ error flow-through-diode
  }
  `,
  },
  silent: {
    'from one to the next of three zones, and to the diode itself': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      zone line : cell { asset plc-1 : plc }
      conduit ring between dmz, scada and line {
        asset diode : data-diode
        flow plc-1 -> archive : https
        flow archive -> copy : https
        flow archive -> diode : https
        flow diode <-> archive : syslog
      }
      `,
    'flows one way': `${zones}
  conduit replication between scada and dmz {
    via diode
    flow archive -> copy : opc-ua
    flow server -> dmz : syslog
  }
  `,
    'flows the one way of a conduit written the other way round': `${zones}
  conduit replication between dmz and scada {
    via diode
    flow archive -> copy : opc-ua
  }
  `,
    'flows both ways through a firewall': `${zones}
  conduit replication between scada and dmz {
    via fw
    flow archive -> copy : opc-ua
    flow copy -> archive : opc-ua
  }
  `,
    'a flow that does not pass the conduit, which has a finding of its own': `${zones}
  zone office : enterprise { asset erp-1 : erp }
  conduit replication between scada and dmz {
    via diode
    flow archive -> copy : opc-ua
    flow erp-1 -> archive : https
  }
  `,
  },
});
