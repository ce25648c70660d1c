import { sharedSegment } from '../../language-server/core/rules/shared-segment.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(sharedSegment, {
  fires: {
    'a switch in the via of conduits whose zones differ in SL-T': `
      --- switch.zones
      zone control : control {
        sl-t 2
        asset core : managed-switch
              ^^^^ warning shared-segment: Switch 'core' serves zones 'control' (SL-T 2) and 'filters' (SL-T { 2 2 2 2 3 2 2 }) together, while SR 5.1 RE(1) asks zone 'control' for network equipment of its own: give each a switch, or plan it there.
      }
      --- others.zones
      zone filters : cell { sl-t 2 { RDF 3 } }
      zone pumps : cell { sl-t 2 }
      --- conduits.zones
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
    'as the equipment of a conduit of three zones, one of which is safety related': `
      zone control : control { sl-t 1 }
      zone trips : cell { sl-t 2  safety yes  excludes SR 6.2 because "so" }
      zone pumps : cell { sl-t 1 }
      conduit ring between control, trips and pumps {
        asset sw : house-switch
              ^^ warning shared-segment: Switch 'sw' serves zone 'trips', which is safety related, and 'control', which is not, while SR 5.1 RE(1) asks zone 'trips' for network equipment of its own: give each a switch, or plan it there.
      }
      asset-type house-switch extends industrial-switch { }
      `,
    'a plan that is over, and a designation that is inherited': `
      zone control : control { sl-t 2  plans SR 5.1 RE(1) until 2020-01-01 }
      zone line : cell {
        sl-t 2
        excludes SR 5.1 RE(1) because "so"
        safety yes
        zone trips { asset sw : managed-switch }
                           ^^ warning shared-segment: Switch 'sw' serves zone 'line.trips', which
      }
      zone pumps : cell { sl-t 2  accepts SR 5.1 RE(1) until 2099-01-01 because "so" }
      conduit one between control and line.trips { via sw }
      conduit two between pumps and line.trips { via sw }
      `,
    'a kind of the user that is safety related': `
      system plant { reference-model own }
      reference-model own { kind line rank 1 kind trips rank 1 { flags safety } adjacent line trips }
      zone one : line { sl-t 2 }
      zone two : line { sl-t 2 }
      zone sis : trips { sl-t 2 }
      conduit bus between one, two and sis { asset sw : managed-switch }
                                                   ^^ warning shared-segment
      `,
  },
  silent: {
    'zones that are protected alike': `
      zone control : control { sl-t 2  asset core : managed-switch }
      zone filters : cell { sl-t 2 }
      zone pumps : cell { sl-t 2 }
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
    'the two ends of a conduit, or of two between the same': `
      zone control : control { sl-t 2  asset core : managed-switch }
      zone filters : cell { sl-t 3 }
      conduit to-filters between control and filters { via core  asset own : managed-switch }
      conduit back between filters and control { via core }
      `,
    'no zone that is asked for it': `
      zone control : control { sl-t 1  asset core : managed-switch }
      zone filters : cell { sl-t { SI 3 RDF 1 } }
      zone pumps : cell { sl-t 1 }
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
    'plans, exclusions and compensations in all that are asked': `
      zone control : control { sl-t 2  plans SR 5.1 RE(1) until 2099-01-01  asset core : managed-switch }
      zone filters : cell { sl-t 3  excludes SR 5.1 RE(1) because "so" }
      zone pumps : cell { sl-t 2  implements SR 5.2  compensates SR 5.1 RE(1) with SR 5.2 because "so" }
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
    'a claim that it is so, which is what the switch contradicts': `
      zone control : control { sl-t 2  implements SR 5.1 RE(1)  asset core : managed-switch }
      zone filters : cell { sl-t 3 }
      zone pumps : cell { sl-t 2 }
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
    'zones without SL-T, and zones outside the system': `
      zone control : control { sl-t 2  asset core : managed-switch }
      zone filters : cell
      zone partner : external { sl-t 3  safety yes }
      conduit to-filters between control and filters { via core }
      conduit out between control and partner { via core }
      `,
    'a firewall, which parts what passes it': `
      zone control : control { sl-t 2  asset core : firewall }
      zone filters : cell { sl-t 3 }
      zone pumps : cell { sl-t 2 }
      conduit to-filters between control and filters { via core }
      conduit to-pumps between control and pumps { via core }
      `,
  },
});
