import { unspecifiedFlow } from '../../language-server/core/rules/unspecified-flow.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unspecifiedFlow, {
  fires: {
    'neither protocol nor port': `
      zone room : control { sl-t 1  asset server : scada-server }
      zone line : cell { sl-t 1  asset plc-1 : plc }
      conduit bus between room and line { flow server -> plc-1 "values" }
                                               ^^^^^^ info unspecified-flow: The flow from 'server' to 'plc-1' names neither protocol nor port, so nobody can tell what may pass conduit 'bus' or judge how it is protected: name what it speaks.
      `,
    'where all is refused that is not allowed': `
      --- zones.zones
      zone line : cell { sl-t { RDF 2 }  asset plc-1 : plc }
      --- between.zones
      zone room : control { asset server : scada-server }
      conduit bus between room and line { flow server -> plc-1 }
                                               ^^^^^^ warning unspecified-flow: The flow from 'server' to 'plc-1' names neither protocol nor port, while 'line' is to reach RDF 2, where a boundary refuses all that is not allowed by name, and 'bus' cannot allow this: name what it speaks.
      `,
    'the SL-T of the conduit, and of where a flow outside comes from': `
      zone internet : external { asset cloud : web-server }
      zone dmz : perimeter { sl-t 2  asset copy : historian }
      zone room : control { sl-t 1  asset server : scada-server }
      conduit upload between dmz and internet { flow copy -> cloud }
                                                     ^^^^ warning unspecified-flow: The flow from 'copy' to 'cloud' names neither protocol nor port, while 'dmz' is to reach RDF 2
      conduit link between dmz and room { sl-t 3  flow copy -> server }
                                                       ^^^^ warning unspecified-flow: The flow from 'copy' to 'server' names neither protocol nor port, while 'link' is to reach RDF 3
      `,
  },
  silent: {
    'a protocol, a port, or one that is not known': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone line : cell { sl-t 2  asset plc-1 : plc }
      conduit bus between room and line {
        flow server -> plc-1 : modbus-tcp
        flow server -> plc-1 port tcp 502
        flow server -> plc-1 : modbuss
                               ^^^^^^^ error unresolved-reference
      }
      `,
    'a flow inside a zone': `
      zone line : cell { sl-t 2  asset panel : hmi-panel  asset plc-1 : plc  flow panel -> plc-1 }
      `,
    'a flow that passes nothing, and one between others': `
      zone room : control { sl-t 2  asset server : scada-server }
      zone internet : external { asset cloud : web-server }
      zone vendor : external { asset portal : web-server }
      conduit line between room and internet { flow server -> portal }
      conduit cloud-line between vendor and internet { flow cloud -> portal }
      `,
  },
});
