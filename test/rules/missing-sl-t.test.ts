import { missingSlT } from '../../language-server/core/rules/missing-sl-t.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(missingSlT, {
  fires: {
    'a zone that has no SL-T': `
      zone dmz : perimeter {
           ^^^ warning missing-sl-t: Zone 'dmz' has no target security level, neither its own nor an inherited one, so no requirement is asked of it: add the level that its risk assessment gives, as in 'sl-t 2'.
        asset fw-1 : firewall
      }
      `,
    'a zone without a block': `
      zone dmz : perimeter
           ^^^ warning missing-sl-t
      `,
    'the outermost zone only: nested ones inherit what is missing': `
      zone line : cell {
           ^^^^ warning missing-sl-t
        zone station { asset plc-1 : plc }
        zone safety { sl-t 3  zone sensors { } }
      }
      `,
    'a zone within an external one, which gives no level': `
      zone partner : external {
        zone depot : control { }
             ^^^^^ warning missing-sl-t: Zone 'depot'
      }
      `,
    'a zone with another value that cannot be read': `
      zone dmz : perimeter { criticality hgh }
           ^^^ warning missing-sl-t
                                         ^^^ error invalid-value
      `,
    'the zone around one with a level that there is not': `
      zone dmz : perimeter { zone inner { sl-t 5 } }
           ^^^ warning missing-sl-t
                                               ^ error invalid-value
      `,
    'a conduit over which something passes': `
      --- conduits.zones
      conduit up between control and filters { flow scada -> plc : opc-ua-secure }
              ^^ warning missing-sl-t: Conduit 'up' has no target security level, so no requirement is asked of what passes it: add the level that its risk assessment gives, as in 'sl-t 2'.
      conduit out between control and partner { flow scada -> partner  flow wire -> partner : hardwired }
              ^^^ warning missing-sl-t
      --- zones.zones
      zone control : control { sl-t 2  asset scada : scada-server  asset wire : plc }
      zone filters : cell { sl-t { 1 1 3 1 1 1 1 }  asset plc : plc }
      zone partner : external
      `,
  },
  silent: {
    'a conduit that has one, that could not be read, that carries no network, or nothing': `
      zone control : control { sl-t 2  asset scada : scada-server }
      zone filters : cell { sl-t 2  asset plc : plc }
      conduit up between control and filters { sl-t 2  flow scada -> plc : opc-ua-secure }
      conduit odd between control and filters { sl-t 5  flow scada -> plc : opc-ua-secure }
                                                     ^ error invalid-value
      conduit wires between control and filters { flow scada -> plc : hardwired  flow scada -> plc : house-loop }
      conduit none between control and filters
      protocol house-loop { network no }
      `,
    'a conduit between others': `
      zone partner : external { asset one : web-server }
      zone internet : external { asset two : web-server }
      conduit theirs between partner and internet { flow one -> two : https }
      `,
    'a flow by a protocol that there is not': `
      zone control : control { sl-t 2  asset scada : scada-server }
      zone filters : cell { sl-t 2  asset plc : plc }
      conduit up between control and filters { flow scada -> plc : opc-aa }
                                                                   ^^^^^^ error unresolved-reference
      `,
    'a level that there is not, which is one fault': `
      zone dmz : perimeter { sl-t 5 }
                                  ^ error invalid-value
      zone cell { sl-t { 2 2 }  zone inner { } }
                         ^^^ error invalid-value
      `,
    'a level of 0, which is a decision': 'zone dmz : perimeter { sl-t 0 }',
    'a level for some FRs only, the others being 0': 'zone dmz : perimeter { sl-t { RDF 2 } }',
    'a zone that inherits the level': 'zone line : cell { sl-t 1  zone station { zone tool { } } }',
    'an external zone': 'zone internet : external',
    'a zone in an external zone that is external too': 'zone internet : external { zone cloud { } }',
  },
  mends: [
    {
      model: `
        zone control : control { sl-t { 2 2 2 1 2 2 2 }  asset scada : scada-server }
        zone filters : cell { sl-t { 1 1 3 1 1 1 1 }  asset plc : plc }
        conduit up between control and filters {
          flow scada -> plc : opc-ua-secure
        }
        `,
      fix: 'Set SL-T { 2 2 3 1 2 2 2 }, the highest of its zones',
      result: `
        zone control : control { sl-t { 2 2 2 1 2 2 2 }  asset scada : scada-server }
        zone filters : cell { sl-t { 1 1 3 1 1 1 1 }  asset plc : plc }
        conduit up between control and filters {
          sl-t { 2 2 3 1 2 2 2 }
          flow scada -> plc : opc-ua-secure
        }
        `,
    },
    {
      model: 'zone dmz : perimeter',
      fix: 'Set SL-T 2',
      result: `
        zone dmz : perimeter {
          sl-t 2
        }
      `,
    },
    {
      model: `
        zone dmz : perimeter {
          // The plant's only way out.
          asset fw-1 : firewall
        }
      `,
      fix: 'Set SL-T 3',
      result: `
        zone dmz : perimeter {
          sl-t 3
          // The plant's only way out.
          asset fw-1 : firewall
        }
      `,
    },
  ],
});
