import { flowPlacement } from '../../language-server/core/rules/flow-placement.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(flowPlacement, {
  fires: {
    'a flow of another zone': `
      zone scada : control { asset server : scada-server  asset archive : historian }
      zone dmz : perimeter {
        flow server -> archive : opc-ua
             ^^^^^^ hint flow-placement: 'server' and 'archive' both stand in zone 'scada', but their flow is written in 'dmz', where nobody looks for it: move it to their zone.
      }
      `,
    'a flow of the zone around': `
      zone scada : control {
        asset server : scada-server
        asset archive : historian
        zone line : cell {
          flow server -> archive : opc-ua
               ^^^^^^ hint flow-placement
        }
      }
      `,
    'names that would mean something else in their zone': `
      zone scada : control {
        asset server : scada-server
        zone line : cell { asset plc-1 : plc  asset panel : hmi-panel }
      }
      zone dmz : perimeter {
        flow scada.line.plc-1 -> scada.line.panel : s7comm
             ^^^^^^^^^^^^^^^^ hint flow-placement
      }
      `,
  },
  silent: {
    'a flow in its zone': `
      zone scada : control {
        asset server : scada-server
        asset archive : historian
        flow server -> archive : opc-ua
      }
      `,
    'a flow in a zone around both': `
      zone scada : control {
        zone line : cell { asset plc-1 : plc  asset panel : hmi-panel }
        flow panel -> plc-1 : s7comm
      }
      `,
    'a flow that crosses a boundary, which belongs in a conduit': `
      zone scada : control { asset server : scada-server }
      zone line : cell { asset plc-1 : plc }
      zone dmz : perimeter { flow server -> plc-1 : s7comm }
      `,
  },
  mends: [
    {
      model: `
        zone scada : control { asset server : scada-server  asset archive : historian }
        zone dmz : perimeter {
          asset fw-1 : firewall
          flow server -> archive : opc-ua "tags"
        }
        `,
      fix: "Move the flow to zone 'scada'",
      result: `
        zone scada : control {
          asset server : scada-server
          asset archive : historian
          flow server -> archive : opc-ua "tags"
        }
        zone dmz : perimeter {
          asset fw-1 : firewall
        }
        `,
    },
  ],
});
